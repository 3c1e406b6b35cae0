package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A city's site as the neutral model's intersection. */
final class CityIntersections {
  /** Seconds a cycle at least for the approach on which an emergency vehicle comes. */
  static final int EMERGENCY_GREEN = 30;

  private CityIntersections() {}

  /**
   * @param emergencies approaches on which an emergency vehicle comes, of any site
   */
  static Intersection of(SignalSites.Site site, double walkingSpeed, Set<String> emergencies) {
    List<String> groups = site.groups().stream().map(SignalSites.Group::id).toList();
    List<Stage> stages =
        site.stages().stream()
            .map(stage -> stage(site, stage, groups, walkingSpeed))
            .collect(Collectors.toCollection(ArrayList::new));
    for (String approach : emergencies) {
      serving(site, approach).ifPresent(index -> stages.set(index, longer(stages.get(index))));
    }
    Set<Intersection.Conflict> conflicts = conflicts(site, groups);
    List<Timing.Green> greens = new ArrayList<>();
    for (SignalSites.StageGreen green : site.fixedPlan().stages()) {
      greens.add(new Timing.Green(stageIndex(site, green.stage()), green.greenSeconds()));
    }
    return new Intersection(
        site.id(),
        site.coordination(),
        groups,
        stages,
        greens.get(0).stage(),
        conflicts,
        yields(site, groups),
        Intersection.LONGEST_CYCLE,
        new Timing(site.fixedPlan().cycleSeconds(), site.fixedPlan().offsetSeconds(), greens));
  }

  /** The stage of today's plan in which most groups of the approach go, by index. */
  private static Optional<Integer> serving(SignalSites.Site site, String approach) {
    return site.fixedPlan().stages().stream()
        .map(green -> stageIndex(site, green.stage()))
        .filter(stage -> going(site, stage, approach) > 0)
        .max(Comparator.comparingLong(stage -> going(site, stage, approach)));
  }

  private static long going(SignalSites.Site site, int stage, String approach) {
    List<String> green = site.stages().get(stage).green();
    return site.groups().stream()
        .filter(group -> group.approach().equals(approach) && green.contains(group.id()))
        .count();
  }

  private static Stage longer(Stage it) {
    return new Stage(
        it.id(),
        it.state(),
        Math.max(it.minimumGreen(), EMERGENCY_GREEN),
        it.yellow(),
        it.allRed(),
        it.walkCut(),
        it.walkers(),
        it.keepsEnding(),
        it.ending());
  }

  /**
   * @return -1 where the site has no such stage
   */
  static int stageIndex(SignalSites.Site site, String id) {
    return site.stages().stream().map(SignalSites.StageSite::id).toList().indexOf(id);
  }

  private static Stage stage(
      SignalSites.Site site, SignalSites.StageSite it, List<String> groups, double walkingSpeed) {
    char[] state = "r".repeat(groups.size()).toCharArray();
    List<Integer> walkers = new ArrayList<>();
    int minimum = 5;
    int cut = 0;
    int walk = 0;
    for (int g = 0; g < groups.size(); g++) {
      SignalSites.Group group = site.groups().get(g);
      boolean green = it.green().contains(group.id());
      if (!green && !it.yielding().contains(group.id())) {
        continue;
      }
      state[g] = green ? 'G' : 'g';
      if (group.pedestrian()) {
        walkers.add(g);
        int clearance =
            Math.max(
                (int) Math.ceil(group.crossingMetres() / walkingSpeed),
                site.clearances().stream()
                    .filter(clear -> clear.from().equals(group.id()))
                    .mapToInt(SignalSites.Clearance::seconds)
                    .max()
                    .orElse(0));
        cut = Math.max(cut, clearance - site.yellowSeconds() - site.allRedSeconds());
        walk = Math.max(walk, group.minimumGreenSeconds());
      } else {
        minimum = Math.max(minimum, group.minimumGreenSeconds());
      }
    }
    return new Stage(
        it.id(),
        new String(state),
        Math.max(minimum, walk + cut),
        site.yellowSeconds(),
        site.allRedSeconds(),
        cut,
        walkers,
        false,
        List.of());
  }

  /** Of drivers to drivers: walkers see no yellow, and who waits for them waits longer. */
  private static Set<Intersection.Yield> yields(SignalSites.Site site, List<String> groups) {
    Set<Intersection.Yield> yields = new HashSet<>();
    for (SignalSites.Group group : site.groups()) {
      for (String other : group.yieldsTo()) {
        int to = groups.indexOf(other);
        if (to >= 0 && !site.groups().get(to).pedestrian()) {
          boolean crosses = site.groups().get(to).turns().contains("through");
          yields.add(new Intersection.Yield(groups.indexOf(group.id()), to, crosses));
        }
      }
    }
    return yields;
  }

  private static Set<Intersection.Conflict> conflicts(SignalSites.Site site, List<String> groups) {
    Set<Intersection.Conflict> conflicts = new HashSet<>();
    for (SignalSites.Pair pair : site.conflicts()) {
      int one = groups.indexOf(pair.one());
      int other = groups.indexOf(pair.other());
      boolean yields =
          site.groups().get(one).yieldsTo().contains(pair.other())
              || site.groups().get(other).yieldsTo().contains(pair.one());
      if (!yields) {
        conflicts.add(new Intersection.Conflict(Math.min(one, other), Math.max(one, other)));
      }
    }
    return conflicts;
  }
}
