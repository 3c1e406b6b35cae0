package city.nhip.engine.safety;

import java.time.Instant;
import java.util.function.IntUnaryOperator;

/** What groups light together: neighbours and conflict areas. */
final class LightingSharedLight {
  private static final double HAIR = 1e-6;

  private final LightingNight night;

  LightingSharedLight(LightingNight night) {
    this.night = night;
  }

  static void check(LightingNight night, Findings findings) {
    LightingSharedLight it = new LightingSharedLight(night);
    for (LightingSite.Pair pair : night.site.network().adjacency()) {
      for (int t = night.shared(); t < night.slots; t++) {
        it.neighbours(pair, t, findings);
      }
    }
    for (LightingSite.Area area : night.site.network().conflictAreas()) {
      for (int t = night.shared(); t < night.slots; t++) {
        it.area(area, t, findings);
      }
    }
  }

  private void neighbours(LightingSite.Pair pair, int t, Findings findings) {
    int a = night.place(pair.one());
    int b = night.place(pair.other());
    int one = night.levels[a][t];
    int other = night.levels[b][t];
    Instant at = night.plan.start(t);
    findings.require(
        !tooDark(a, one, b, other) && !tooDark(b, other, a, one),
        "adjacency",
        "/programs/" + a,
        () -> "%s differs too much from %s at %s.".formatted(pair.one(), pair.other(), at));
  }

  /**
   * Whether one neighbour is darker than the other allows. A group that lost so many lamps that it
   * could not follow even at full light need not.
   */
  boolean tooDark(int bright, int brightLevel, int dark, int darkLevel) {
    int top = night.site.network().levels().size() - 1;
    LightingSite.Group group = night.groups.get(dark);
    boolean lost = night.working[dark] < group.luminaires() - group.failed();
    return beyond(bright, brightLevel, dark, darkLevel)
        && !(lost && beyond(bright, top, dark, top));
  }

  private boolean beyond(int bright, int brightLevel, int dark, int darkLevel) {
    return 100 * Math.floor(night.centilux(bright, brightLevel) + 1e-9)
        > night.site.network().control().adjacentRatioPercent()
            * Math.floor(night.centilux(dark, darkLevel) + 1e-9);
  }

  private void area(LightingSite.Area area, int t, Findings findings) {
    double light = given(area, g -> night.levels[g][t]);
    Instant at = night.plan.start(t);
    findings.require(
        light >= needed(area, t) - HAIR,
        "conflict-area",
        "/programs",
        () -> "%s has %.2f lx at %s.".formatted(area.id(), light / 100, at));
  }

  /** Light on a conflict area, 0.01 lx. */
  double given(LightingSite.Area area, IntUnaryOperator level) {
    double light = 0;
    for (LightingSite.Arm arm : area.arms()) {
      int g = night.place(arm.group());
      light += share(arm, g) * night.site.network().levels().get(level.applyAsInt(g));
    }
    return light;
  }

  private double share(LightingSite.Arm arm, int g) {
    return arm.lux() * night.working[g] / night.groups.get(g).luminaires();
  }

  /**
   * As light as its least eased arm, as an arm whose cabinet had to let a brighter class go, or as
   * all its lamps at full light.
   */
  double needed(LightingSite.Area area, int t) {
    double most = 0;
    int least = Integer.MAX_VALUE;
    int letGo = Integer.MIN_VALUE;
    for (LightingSite.Arm arm : area.arms()) {
      int g = night.place(arm.group());
      most += share(arm, g) * 100;
      String design = night.groups.get(g).lightingClass();
      int darker = LightingSite.darker(design, night.darker[g][t]) - LightingSite.darker(design, 0);
      least = Math.min(least, darker);
      letGo = night.darker[g][t] > night.asked[g][t] ? Math.max(letGo, darker) : letGo;
    }
    String designed = area.lightingClass();
    double asked =
        LightingSite.centilux(designed, LightingSite.darker(designed, Math.max(least, letGo)));
    // Rounding down of each arm's share is worth a hundredth of a lux an arm.
    return Math.min(asked, most - area.arms().size());
  }
}
