package city.nhip.engine.safety;

import city.nhip.engine.safety.LightingSite.Group;
import java.util.List;

/** Each group alone: light, orders, ramp, dwell, changes. */
final class LightingGroupChecks {
  private static final double HAIR = 1e-6;

  private final LightingNight night;
  private final Findings findings;

  private LightingGroupChecks(LightingNight night, Findings findings) {
    this.night = night;
    this.findings = findings;
  }

  static void check(LightingNight night, Findings findings) {
    LightingGroupChecks it = new LightingGroupChecks(night, findings);
    for (int g = 0; g < night.levels.length; g++) {
      it.program(g);
      it.light(g);
    }
  }

  private void program(int g) {
    LightingSite.Control control = night.site.network().control();
    int[] levels = night.levels[g];
    int began = 0;
    int changes = 0;
    for (int t = 1; t <= night.slots; t++) {
      if (t < night.slots && levels[t] == levels[t - 1]) {
        continue;
      }
      int length = t - began;
      if (t >= night.first) {
        require(
            length >= night.dwell,
            "dwell",
            g,
            t - 1,
            "holds a level for %d slots".formatted(length));
      }
      if (t < night.slots && t >= night.first) {
        changes++;
        int up = levels[t] - levels[t - 1];
        require(
            up <= control.rampUpSteps() && -up <= control.rampDownSteps(),
            "ramp",
            g,
            t,
            "changes by %d levels".formatted(up));
      }
      began = t;
    }
    require(
        changes <= control.maxChanges(), "changes", g, 0, "changes %d times".formatted(changes));
  }

  private void light(int g) {
    Group group = night.groups.get(g);
    int held = night.held(g);
    List<Integer> percents = night.site.network().levels();
    int top = percents.size() - 1;
    for (int t = night.first; t < night.slots; t++) {
      int level = night.levels[g][t];
      boolean history = t < held && level == night.levels[g][Math.max(0, night.first - 1)];
      int wanted = LightingSite.darker(group.lightingClass(), night.darker[g][t]);
      boolean never = night.strict[g][t] || group.crossing();
      int floor = Math.min(5, wanted + (never ? 0 : 1));
      double light = night.centilux(g, level);
      require(
          history
              || level == top
              || light >= LightingSite.centilux(group.lightingClass(), floor) - HAIR,
          "floor",
          g,
          t,
          "gives %.2f lx".formatted(light / 100));
      require(
          history || percents.get(level) >= group.minimumPercent(),
          "floor",
          g,
          t,
          "is below what its drivers hold");
      for (LightingSite.Order order : night.site.calendar().overrides()) {
        if (List.of("*", group.zone(), group.cabinet(), group.id()).contains(order.target())
            && night.during(t, order.from(), order.until())
            && order.kind().equals("at-least-percent")) {
          require(
              history || percents.get(level) >= order.value() || level == top,
              "override",
              g,
              t,
              "is below an ordered %d %%".formatted(order.value()));
        }
      }
    }
  }

  private void require(boolean holds, String rule, int g, int t, String what) {
    findings.require(
        holds,
        rule,
        "/programs/" + g,
        () -> "%s %s at %s.".formatted(night.groups.get(g).id(), what, night.plan.start(t)));
  }
}
