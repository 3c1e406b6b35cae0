package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A city's site as the neutral model's intersection. */
final class CityIntersections {
  private CityIntersections() {}

  static Intersection of(SignalSites.Site site, double walkingSpeed) {
    List<String> groups = site.groups().stream().map(SignalSites.Group::id).toList();
    List<Stage> stages =
        site.stages().stream().map(stage -> stage(site, stage, groups, walkingSpeed)).toList();
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
        new Timing(site.fixedPlan().cycleSeconds(), site.fixedPlan().offsetSeconds(), greens));
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
