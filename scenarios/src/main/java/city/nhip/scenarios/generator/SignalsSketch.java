package city.nhip.scenarios.generator;

import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Roads.Junction;
import city.nhip.engine.city.Zone;
import city.nhip.engine.planning.signals.SignalSites;
import city.nhip.engine.planning.signals.SignalSites.Approach;
import city.nhip.engine.planning.signals.SignalSites.FixedPlan;
import city.nhip.engine.planning.signals.SignalSites.Site;
import city.nhip.engine.planning.signals.SignalSites.StageGreen;
import city.nhip.engine.planning.signals.SignalSites.StageSite;
import city.nhip.engine.planning.signals.SignalSites.Turn;
import city.nhip.engine.planning.signals.SignalsDomain;
import city.nhip.engine.planning.signals.TrafficMix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Signals at the signalised junctions, with a detector on each approach. The corridor's share a
 * cycle; all run a fixed plan that no count has ever touched.
 */
final class SignalsSketch {
  /** Mostly motorcycles: 0.29 units each as in Hanoi, 0.45 units a vehicle in all. */
  private static final TrafficMix TRAFFIC =
      new TrafficMix(
          Map.of("motorcycle", 0.29, "car", 1.0, "bus", 2.5, "lorry", 2.0, "bicycle", 0.2),
          Map.of("motorcycle", 0.8, "car", 0.12, "bus", 0.02, "lorry", 0.02, "bicycle", 0.04),
          Map.of());

  private static final double WALKING_SPEED = 1.1;
  private static final int SATURATION_FLOW = 1_800;
  private static final double LANE_WIDTH = 3.25;
  private static final int ALL_RED = 2;
  private static final int CYCLE = 120;
  private static final Map<String, Double> SHARES =
      Map.of("left", 0.08, "through", 0.8, "right", 0.12);

  private final Map<String, Junction> junctions;
  private final Map<String, Map<Character, SignalArm>> arms = new TreeMap<>();
  private final List<Zone> zones;
  private final List<Device> detectors = new ArrayList<>();

  private SignalsSketch(Roads roads, List<Zone> zones) {
    this.zones = zones;
    this.junctions =
        roads.junctions().stream().collect(Collectors.toMap(Junction::id, junction -> junction));
    for (Roads.Section section : roads.sections()) {
      arm(section, section.from(), section.to());
      arm(section, section.to(), section.from());
    }
  }

  private void arm(Roads.Section section, String at, String from) {
    SignalArm arm = SignalArm.of(section, place(at), place(from), from);
    arms.computeIfAbsent(at, junction -> new TreeMap<>()).put(arm.side(), arm);
  }

  private Junction junction(String id) {
    return Objects.requireNonNull(junctions.get(id));
  }

  private Position place(String junction) {
    return junction(junction).position();
  }

  /** Writes {@code signals/intersections.json}. */
  static List<Device> write(
      Roads roads, List<Zone> zones, CitySize size, RandomGenerator random, Path folder) {
    SignalsSketch sketch = new SignalsSketch(roads, zones);
    List<Site> sites =
        roads.junctions().stream().filter(Junction::signalised).map(sketch::site).toList();
    SketchFile.json(
        folder.resolve(SignalsDomain.SITES), new SignalSites(TRAFFIC, WALKING_SPEED, sites));
    return sketch.detectors;
  }

  private Site site(Junction junction) {
    Map<Character, SignalArm> here = arms.getOrDefault(junction.id(), Map.of());
    Map<Character, Integer> crossings = new TreeMap<>();
    here.forEach(
        (side, arm) ->
            crossings.put(
                side, (int) Math.ceil((2 * arm.lanes() + (arm.leftLane() ? 1 : 0)) * LANE_WIDTH)));
    SignalGroups groups =
        new SignalGroups(
            junction.id(),
            crossings,
            here.values().stream().filter(SignalArm::leftLane).map(SignalArm::side).toList());
    boolean corridor =
        here.values().stream().anyMatch(arm -> arm.street().equals(RoadsSketch.CORRIDOR));
    int yellow = corridor ? 4 : 3;
    FixedPlan plan = fixedPlan(groups.stages(), yellow + ALL_RED);
    String zone = Ground.nearest(zones, junction.position()).id();
    return new Site(
        junction.id(),
        zone,
        name(here),
        junction.position(),
        corridor ? "hung-vuong" : "",
        yellow,
        ALL_RED,
        groups.groups(),
        groups.conflicts(),
        groups.clearances(yellow + ALL_RED, WALKING_SPEED),
        groups.stages(),
        plan,
        here.values().stream().map(arm -> approach(junction, arm, groups, plan, zone)).toList());
  }

  private static Localized name(Map<Character, SignalArm> here) {
    String streets =
        here.values().stream().map(SignalArm::street).distinct().collect(Collectors.joining(" - "));
    return new Localized(streets, streets);
  }

  /** The same greens everywhere, long enough for the widest crossing, in one common cycle. */
  private static FixedPlan fixedPlan(List<StageSite> stages, int intergreen) {
    List<StageGreen> greens = new ArrayList<>();
    int cycle = 0;
    for (StageSite stage : stages) {
      int seconds = stage.id().endsWith("L") ? 12 : 33;
      greens.add(new StageGreen(stage.id(), seconds));
      cycle += seconds + intergreen;
    }
    StageGreen first = greens.get(0);
    greens.set(0, new StageGreen(first.stage(), first.greenSeconds() + CYCLE - cycle));
    return new FixedPlan(CYCLE, 0, greens);
  }

  private Approach approach(
      Junction junction, SignalArm arm, SignalGroups groups, FixedPlan plan, String zone) {
    List<String> turns = groups.turns(arm.side());
    double capacity = capacity(arm, turns, plan);
    String id = junction.id() + ":" + arm.side();
    detectors.add(
        new Device(
            "detector-" + junction.id() + "-" + arm.side(),
            zone,
            "detector",
            id,
            Ground.between(
                junction.position(), place(arm.from()), Math.min(0.5, 60 / arm.lengthMetres())),
            Map.of("capacityVehiclesPerHour", capacity)));
    return new Approach(
        id,
        arm.street(),
        arm.lengthMetres(),
        arm.speedKmh(),
        arm.lanes(turns),
        SATURATION_FLOW,
        (int) (capacity / 2),
        turns.stream()
            .map(
                turn ->
                    new Turn(
                        turn, share(turn, turns), next(junction, Turning.side(arm.side(), turn))))
            .toList());
  }

  /** Vehicles an hour that the fixed plan lets through, rounded to 10. */
  private static double capacity(SignalArm arm, List<String> turns, FixedPlan plan) {
    String axis = "EW".indexOf(arm.side()) >= 0 ? "EW" : "NS";
    int green =
        plan.stages().stream()
            .filter(stage -> stage.stage().equals(axis))
            .mapToInt(StageGreen::greenSeconds)
            .sum();
    double lane =
        SATURATION_FLOW * (double) green / plan.cycleSeconds() / TRAFFIC.unitsPerVehicle();
    double usable = arm.leftLane() ? 0.95 : 0.75;
    return 10 * Math.rint(usable * lane / busiestLane(arm.lanes(turns), turns) / 10);
  }

  /**
   * @return the part of an approach's vehicles that the busiest lane carries; left turns with lanes
   *     and a stage of their own apart
   */
  private static double busiestLane(List<List<String>> lanes, List<String> turns) {
    double most = 0;
    for (List<String> lane : lanes) {
      double part = 0;
      for (String turn : lane) {
        part += share(turn, turns) / lanes.stream().filter(one -> one.contains(turn)).count();
      }
      boolean apart = lane.equals(List.of("left")) && turns.contains("through");
      most = apart ? most : Math.max(most, part);
    }
    return most;
  }

  private static double share(String turn, List<String> turns) {
    double all = turns.stream().mapToDouble(one -> SHARES.getOrDefault(one, 0.0)).sum();
    return Math.rint(1_000 * SHARES.getOrDefault(turn, 0.0) / all) / 1_000;
  }

  /** The approach that one leaves to over an arm; empty where no signal stands at its other end. */
  private String next(Junction junction, char side) {
    SignalArm out = arms.getOrDefault(junction.id(), Map.of()).get(side);
    return out != null && junction(out.from()).signalised()
        ? out.from() + ":" + Turning.opposite(side)
        : "";
  }
}
