package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.signals.SignalSites.Clearance;
import city.nhip.engine.planning.signals.SignalSites.Group;
import city.nhip.engine.planning.signals.SignalSites.Pair;
import city.nhip.engine.planning.signals.SignalSites.Site;
import city.nhip.engine.planning.signals.SignalSites.StageSite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a site must fix so that it has a safe plan at all: told when its file is read. */
record SiteRules(Site site, Map<String, Group> groups, Map<Pair, Integer> clearances) {
  private static final int MISSING = -1;

  static SiteRules of(Site site) {
    Map<String, Group> groups = new HashMap<>();
    site.groups().forEach(group -> groups.put(group.id(), group));
    Map<Pair, Integer> clearances = new HashMap<>();
    for (Clearance it : site.clearances()) {
      clearances.merge(new Pair(it.from(), it.to()), it.seconds(), Math::max);
    }
    return new SiteRules(site, groups, clearances);
  }

  /**
   * @throws IllegalArgumentException says what is missing or contradicts itself
   */
  void check() {
    for (Pair pair : site.conflicts()) {
      cleared(pair.one(), pair.other());
      cleared(pair.other(), pair.one());
      site.stages().forEach(stage -> apart(stage, pair));
    }
    for (Group group : site.groups()) {
      require(
          site.stages().stream().anyMatch(stage -> shows(stage, group.id())),
          "no stage serves group " + group.id());
    }
  }

  private void cleared(String from, String to) {
    int seconds = clearances.getOrDefault(new Pair(from, to), MISSING);
    require(seconds != MISSING, "no clearance from " + from + " to " + to);
    int ends = site.yellowSeconds() + site.allRedSeconds();
    Group group = groups.get(from);
    require(
        seconds <= ends || (group != null && group.pedestrian()),
        "the clearance from %s to %s of %d s is longer than yellow and all-red together, %d s"
            .formatted(from, to, seconds, ends));
  }

  private void apart(StageSite stage, Pair pair) {
    boolean together = shows(stage, pair.one()) && shows(stage, pair.other());
    require(
        !together
            || yields(stage, pair.one(), pair.other())
            || yields(stage, pair.other(), pair.one()),
        "stage %s lets %s and %s go at once".formatted(stage.id(), pair.one(), pair.other()));
  }

  private static boolean shows(StageSite stage, String group) {
    return stage.green().contains(group) || stage.yielding().contains(group);
  }

  private boolean yields(StageSite stage, String group, String other) {
    List<String> before = groups.containsKey(group) ? groups.get(group).yieldsTo() : List.of();
    return stage.yielding().contains(group) && before.contains(other);
  }

  private void require(boolean holds, String problem) {
    SignalSites.require(holds, site.id(), problem);
  }
}
