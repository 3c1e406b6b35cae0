package city.nhip.engine.safety;

import java.time.Instant;

/** What groups light together: neighbours and conflict areas. */
final class LightingSharedLight {
  private static final double HAIR = 1e-6;

  private final LightingNight night;
  private final Findings findings;

  private LightingSharedLight(LightingNight night, Findings findings) {
    this.night = night;
    this.findings = findings;
  }

  static void check(LightingNight night, Findings findings) {
    LightingSharedLight it = new LightingSharedLight(night, findings);
    night.site.network().adjacency().forEach(it::neighbours);
    for (LightingSite.Area area : night.site.network().conflictAreas()) {
      for (int t = night.shared(); t < night.slots; t++) {
        it.area(area, t);
      }
    }
  }

  private void neighbours(LightingSite.Pair pair) {
    int ratio = night.site.network().control().adjacentRatioPercent();
    int a = night.place(pair.one());
    int b = night.place(pair.other());
    for (int t = night.shared(); t < night.slots; t++) {
      double one = Math.floor(night.centilux(a, night.levels[a][t]) + 1e-9);
      double other = Math.floor(night.centilux(b, night.levels[b][t]) + 1e-9);
      Instant at = night.plan.start(t);
      findings.require(
          100 * one <= ratio * other && 100 * other <= ratio * one,
          "adjacency",
          "/programs/" + a,
          () -> "%s differs too much from %s at %s.".formatted(pair.one(), pair.other(), at));
    }
  }

  /** As light as its least eased arm; as an arm whose cabinet had to let a brighter class go. */
  private void area(LightingSite.Area area, int t) {
    double light = 0;
    double most = 0;
    int least = Integer.MAX_VALUE;
    int letGo = Integer.MIN_VALUE;
    for (LightingSite.Arm arm : area.arms()) {
      int g = night.place(arm.group());
      double part = arm.lux() * night.working[g] / night.groups.get(g).luminaires();
      light += part * night.site.network().levels().get(night.levels[g][t]);
      most += part * 100;
      String design = night.groups.get(g).lightingClass();
      int darker = LightingSite.darker(design, night.darker[g][t]) - LightingSite.darker(design, 0);
      least = Math.min(least, darker);
      letGo = night.darker[g][t] > night.asked[g][t] ? Math.max(letGo, darker) : letGo;
    }
    String designed = area.lightingClass();
    double asked =
        LightingSite.centilux(designed, LightingSite.darker(designed, Math.max(least, letGo)));
    double given = light;
    Instant at = night.plan.start(t);
    // Rounding down of each arm's share is worth a hundredth of a lux an arm.
    findings.require(
        light >= Math.min(asked, most - area.arms().size()) - HAIR,
        "conflict-area",
        "/programs",
        () -> "%s has %.2f lx at %s.".formatted(area.id(), given / 100, at));
  }
}
