package city.nhip.engine.planning.signals;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A city's signalised intersections: {@code signals/intersections.json}. What it fixes (groups,
 * conflicts, clearances, yellow, all-red, minimum greens) no plan may change.
 *
 * @param traffic the vehicles that the detectors count
 * @param walkingSpeedMetresPerSecond of the slowest walker that must clear, 0.5 to 2
 */
public record SignalSites(
    TrafficMix traffic, double walkingSpeedMetresPerSecond, List<Site> intersections) {
  /**
   * @param coordination intersections of one name share a cycle; empty where it is free
   * @param conflicts pairs of groups that may not be green together, unless one of them yields
   * @param clearances seconds from one group's end of green to another's start, for every conflict
   *     in both orders; vehicles' are no longer than yellow and all-red
   * @param fixedPlan what runs without optimization
   */
  public record Site(
      String id,
      String zone,
      Localized name,
      Position position,
      String coordination,
      int yellowSeconds,
      int allRedSeconds,
      List<Group> groups,
      List<Pair> conflicts,
      List<Clearance> clearances,
      List<StageSite> stages,
      FixedPlan fixedPlan,
      List<Approach> approaches) {
    public Site {
      require(yellowSeconds >= 3 && yellowSeconds <= 6, id, "yellowSeconds is not 3..6");
      require(allRedSeconds >= 0 && allRedSeconds <= 10, id, "allRedSeconds is not 0..10");
      require(!stages.isEmpty(), id, "it has no stage");
      Set<String> known = new HashSet<>();
      for (Group group : groups) {
        require(known.add(group.id()), id, "two groups are called " + group.id());
      }
      for (StageSite stage : stages) {
        require(known.containsAll(stage.green()), id, "stage " + stage.id() + " greens no group");
        require(
            known.containsAll(stage.yielding()), id, "stage " + stage.id() + " greens no group");
      }
      for (Pair pair : conflicts) {
        require(
            known.contains(pair.one()) && known.contains(pair.other()),
            id,
            "a conflict names no group");
      }
      Set<String> stageIds = new HashSet<>();
      stages.forEach(stage -> stageIds.add(stage.id()));
      require(!fixedPlan.stages().isEmpty(), id, "the fixed plan runs no stage");
      for (StageGreen green : fixedPlan.stages()) {
        require(
            stageIds.contains(green.stage()), id, "the fixed plan runs no stage " + green.stage());
      }
    }

    /** The same site with other figures of its approaches. */
    Site with(List<Approach> others) {
      return new Site(
          id,
          zone,
          name,
          position,
          coordination,
          yellowSeconds,
          allRedSeconds,
          groups,
          conflicts,
          clearances,
          stages,
          fixedPlan,
          others);
    }
  }

  /**
   * Signal heads that always show the same.
   *
   * @param kind {@code vehicle} or {@code pedestrian}
   * @param approach of vehicles: the approach's id; of pedestrians: empty
   * @param turns of vehicles: {@code left}, {@code through}, {@code right}
   * @param minimumGreenSeconds of pedestrians: the walk
   * @param crossingMetres of pedestrians: the way across; of vehicles 0
   * @param yieldsTo groups that go first while this one shows a yielding green
   */
  public record Group(
      String id,
      String kind,
      String approach,
      List<String> turns,
      int minimumGreenSeconds,
      double crossingMetres,
      List<String> yieldsTo) {
    public Group {
      require(kind.equals("vehicle") || kind.equals("pedestrian"), id, "its kind is " + kind);
      require(minimumGreenSeconds >= 5, id, "minimumGreenSeconds is under 5");
      require(walks(kind) == crossingMetres > 0, id, "crossingMetres does not fit its kind");
    }

    boolean pedestrian() {
      return walks(kind);
    }

    private static boolean walks(String kind) {
      return kind.equals("pedestrian");
    }
  }

  /** Two groups, in no order. */
  public record Pair(String one, String other) {}

  /** From the end of one group's green to the start of another's. */
  public record Clearance(String from, String to, int seconds) {}

  /**
   * @param green groups with right of way
   * @param yielding groups that yield
   */
  public record StageSite(String id, List<String> green, List<String> yielding) {}

  public record StageGreen(String stage, int greenSeconds) {
    public StageGreen {
      require(greenSeconds >= 1 && greenSeconds <= 140, stage, "greenSeconds is not 1..140");
    }
  }

  /**
   * @param offsetSeconds the cycle starts when the second of the local day leaves this remainder
   */
  public record FixedPlan(int cycleSeconds, int offsetSeconds, List<StageGreen> stages) {}

  /**
   * A street's end at an intersection.
   *
   * @param id {@code <intersection>:<N|E|S|W>}, the side that its traffic comes from
   * @param lanes from left to right, the turns that each allows
   * @param saturationFlow vehicles (passenger car units) an hour of green and lane
   * @param usualFlowVehiclesPerHour where its detector is silent, scaled as the others are
   */
  public record Approach(
      String id,
      String street,
      double lengthMetres,
      int speedKmh,
      List<List<String>> lanes,
      int saturationFlow,
      int usualFlowVehiclesPerHour,
      List<Turn> turns) {
    public Approach {
      require(lengthMetres >= 20 && lengthMetres <= 5_000, id, "lengthMetres is not 20..5000");
      require(speedKmh >= 5 && speedKmh <= 120, id, "speedKmh is not 5..120");
      require(!lanes.isEmpty() && lanes.size() <= 8, id, "it has not 1..8 lanes");
      require(
          saturationFlow >= 300 && saturationFlow <= 3_000, id, "saturationFlow is not 300..3000");
      double sum = turns.stream().mapToDouble(Turn::share).sum();
      require(Math.abs(sum - 1) < 0.01, id, "its turns' shares sum to " + sum + ", not 1");
      for (Turn turn : turns) {
        require(
            lanes.stream().anyMatch(lane -> lane.contains(turn.turn())),
            id,
            "no lane allows " + turn.turn());
      }
    }

    /** The same approach, as it was measured. */
    Approach with(int measuredSaturationFlow, List<Turn> measuredTurns) {
      return new Approach(
          id,
          street,
          lengthMetres,
          speedKmh,
          lanes,
          measuredSaturationFlow,
          usualFlowVehiclesPerHour,
          measuredTurns);
    }
  }

  /**
   * @param share of the approach's vehicles, 0 to 1
   * @param to the approach that the turn leads to; empty where it leaves the signals' network
   */
  public record Turn(String turn, double share, String to) {}

  public SignalSites {
    require(
        walkingSpeedMetresPerSecond >= 0.5 && walkingSpeedMetresPerSecond <= 2,
        "The file",
        "walkingSpeedMetresPerSecond is not 0.5..2");
    Set<String> ids = new HashSet<>();
    intersections.forEach(
        site -> {
          require(ids.add(site.id()), site.id(), "two intersections have this id");
          SiteRules.of(site).check();
        });
  }

  static void require(boolean holds, String what, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("%s: %s. Correct it.".formatted(what, problem));
    }
  }
}
