package city.nhip.engine.safety;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an intersection's own file fixes, in whole milliseconds.
 *
 * @param clearances for every conflicting ordered pair, from one group's end of green to the
 *     other's start: the file's, and never less than yellow and all-red, or a walker's way across
 * @param firstStage the stage that every cycle starts with
 * @param knownTraps who yields and sees yellow in the fixed plan while the other stays green
 */
record SignalsSite(
    String id,
    String zone,
    long yellowMillis,
    Map<String, Group> groups,
    Map<Ordered, Long> clearances,
    Map<String, StageSite> stages,
    String firstStage,
    Set<Ordered> knownTraps) {
  /** From one group to another. */
  record Ordered(String from, String to) {}

  /**
   * @param kind {@code vehicle} or {@code pedestrian}
   * @param turns of vehicles: {@code left}, {@code through}, {@code right}
   * @param yieldsTo groups that go first while this one shows {@code g}
   */
  record Group(
      String id,
      String kind,
      List<String> turns,
      int minimumGreenSeconds,
      double crossingMetres,
      List<String> yieldsTo) {
    boolean walks() {
      return !kind.equals("vehicle");
    }

    long minimumMillis() {
      return 1_000L * Math.max(5, minimumGreenSeconds);
    }
  }

  /**
   * @param green groups with right of way
   * @param yielding groups that yield
   */
  record StageSite(String id, List<String> green, List<String> yielding) {
    boolean shows(String group) {
      return green.contains(group) || yielding.contains(group);
    }
  }

  private record SitesFile(double walkingSpeedMetresPerSecond, List<Site> intersections) {}

  private record Site(
      String id,
      String zone,
      int yellowSeconds,
      int allRedSeconds,
      List<Group> groups,
      List<Pair> conflicts,
      List<Clearance> clearances,
      List<StageSite> stages,
      FixedPlan fixedPlan) {}

  private record Pair(String one, String other) {}

  private record Clearance(String from, String to, int seconds) {}

  private record FixedPlan(List<StageGreen> stages) {}

  private record StageGreen(String stage) {}

  /**
   * @return the file's intersections by id
   * @throws IllegalArgumentException when the file does not hold what a check needs
   */
  static Map<String, SignalsSite> read(Path file) {
    SitesFile sites = SafetyJson.file(file, SitesFile.class);
    Map<String, SignalsSite> byId = new LinkedHashMap<>();
    for (Site site : sites.intersections()) {
      if (byId.put(site.id(), of(site, sites.walkingSpeedMetresPerSecond())) != null) {
        throw new IllegalArgumentException("Two intersections are called " + site.id());
      }
    }
    return byId;
  }

  private static SignalsSite of(Site site, double walkingSpeed) {
    if (site.yellowSeconds() < 3 || site.yellowSeconds() > 6 || site.allRedSeconds() < 0) {
      throw new IllegalArgumentException(
          "%s has %d s of yellow and %d s of all-red. Yellow is 3 to 6 s."
              .formatted(site.id(), site.yellowSeconds(), site.allRedSeconds()));
    }
    if (!(walkingSpeed >= 0.5 && walkingSpeed <= 2)) {
      throw new IllegalArgumentException("Nobody walks %s m/s.".formatted(walkingSpeed));
    }
    Map<String, Group> groups = new LinkedHashMap<>();
    site.groups().forEach(group -> groups.put(group.id(), group));
    Map<String, StageSite> stages = new LinkedHashMap<>();
    site.stages().forEach(stage -> stages.put(stage.id(), stage));
    return new SignalsSite(
        site.id(),
        site.zone(),
        1_000L * site.yellowSeconds(),
        groups,
        clearances(site, groups, walkingSpeed),
        stages,
        site.fixedPlan().stages().get(0).stage(),
        traps(site, stages));
  }

  /** In the fixed plan, by what its stages show one after the other. */
  private static Set<Ordered> traps(Site site, Map<String, StageSite> stages) {
    Set<Ordered> traps = new HashSet<>();
    List<StageGreen> run = site.fixedPlan().stages();
    for (int i = 0; i < run.size(); i++) {
      StageSite stage = stages.get(run.get(i).stage());
      StageSite next = stages.get(run.get((i + 1) % run.size()).stage());
      if (stage == null || next == null) {
        continue;
      }
      for (Group group : site.groups()) {
        for (String other : group.yieldsTo()) {
          boolean ends = stage.yielding().contains(group.id()) && !next.shows(group.id());
          boolean staysAsItIs =
              stage.yielding().contains(other) ? next.shows(other) : next.green().contains(other);
          if (ends && stage.shows(other) && staysAsItIs) {
            traps.add(new Ordered(group.id(), other));
          }
        }
      }
    }
    return traps;
  }

  private static Map<Ordered, Long> clearances(
      Site site, Map<String, Group> groups, double walkingSpeed) {
    Map<Ordered, Long> known = new HashMap<>();
    for (Clearance it : site.clearances()) {
      known.merge(new Ordered(it.from(), it.to()), 1_000L * it.seconds(), Math::max);
    }
    Set<Ordered> wanted = new HashSet<>();
    for (Pair pair : site.conflicts()) {
      wanted.add(new Ordered(pair.one(), pair.other()));
      wanted.add(new Ordered(pair.other(), pair.one()));
    }
    Map<Ordered, Long> clearances = new HashMap<>();
    for (Ordered pair : wanted) {
      Group from = groups.get(pair.from());
      Long seconds = known.get(pair);
      if (from == null || !groups.containsKey(pair.to()) || seconds == null) {
        throw new IllegalArgumentException(
            "%s: no clearance from %s to %s. Add it to the file."
                .formatted(site.id(), pair.from(), pair.to()));
      }
      long least =
          from.walks()
              ? (long) Math.ceil(1_000 * from.crossingMetres() / walkingSpeed)
              : 1_000L * (site.yellowSeconds() + site.allRedSeconds());
      clearances.put(pair, Math.max(seconds, least));
    }
    return clearances;
  }
}
