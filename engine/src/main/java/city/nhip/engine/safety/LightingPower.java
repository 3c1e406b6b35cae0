package city.nhip.engine.safety;

import city.nhip.engine.safety.LightingPrograms.Limit;
import city.nhip.engine.safety.LightingSite.Group;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What groups draw together: cabinets, curtailments, budgets. */
final class LightingPower {
  private static final double HAIR = 1e-6;

  /** Above the least that classes allow, neighbours and whole runs take so much more at most. */
  private static final double ROOM = 1.15;

  /** As much again, where a limit for a while is itself only what could be reached. */
  private static final double HARDLY = 1.3;

  private final LightingNight night;
  private final LightingSupply supply;
  private final LightingPrograms plan;
  private final Findings findings;

  /** By slot: about the least with the classes that are asked, and with those that are kept. */
  private final Map<Integer, LightingLeast> asked = new HashMap<>();

  private final Map<Integer, LightingLeast> floors = new HashMap<>();

  private LightingPower(LightingNight night, LightingSupply supply, Findings findings) {
    this.night = night;
    this.supply = supply;
    this.plan = night.plan;
    this.findings = findings;
  }

  static void check(LightingNight night, LightingSupply supply, Findings findings) {
    LightingPower it = new LightingPower(night, supply, findings);
    for (LightingSite.Cabinet cabinet : night.site.network().cabinets()) {
      int[] members = night.where(group -> group.cabinet().equals(cabinet.id()));
      for (int t = night.first; t < night.slots; t++) {
        it.within(cabinet.id(), members, t, cabinet.capWatts());
        it.letGo(cabinet, members, t);
      }
    }
    for (Limit limit : night.plan.limits()) {
      int[] members = night.where(members(limit));
      for (int t = night.first; t < night.slots; t++) {
        if (night.during(t, limit.from(), limit.until())) {
          it.within(limit.asset(), members, t, limit.watts());
        }
      }
    }
    night.site.network().budgets().forEach(it::budget);
  }

  private static Predicate<Group> members(Limit limit) {
    return switch (limit.kind()) {
      case "cabinet" -> group -> group.cabinet().equals(limit.asset());
      case "curtailment" ->
          group -> limit.asset().equals("*") || group.zone().equals(limit.asset());
      default -> throw new IllegalArgumentException("There is no limit of kind " + limit.kind());
    };
  }

  private double load(int[] members, int t) {
    double load = 0;
    for (int g : members) {
      load += night.watts(g, night.levels[g][t]);
    }
    return load;
  }

  /** A plan is not charged for runs that history began and that must go on. */
  private void within(String what, int[] members, int t, double watts) {
    double load = load(members, t) - supply.relief(members, t);
    boolean held = night.first > 0 && t < night.shared();
    double allowed = held && load > watts ? Math.max(watts, held(members, t)) : watts;
    findings.require(
        load <= allowed + HAIR,
        "power",
        "/programs",
        () -> "%s draws %.0f W of %.0f W at %s.".formatted(what, load, allowed, plan.start(t)));
  }

  /** What ran before, or a little above the least where some that may change must go up. */
  private double held(int[] members, int t) {
    double before = load(members, night.first - 1);
    double least =
        new LightingLeast(night, t, g -> t < night.held(g) ? 0 : floor(g, t)).watts(members);
    return least > before ? ROOM * least : before;
  }

  /** A brighter class may be let go only where the cabinet could hardly carry it, and near by. */
  private void letGo(LightingSite.Cabinet cabinet, int[] members, int t) {
    boolean letGo =
        plan.findings().stream()
            .filter(found -> found.kind().equals(LightingNight.FULL))
            .filter(found -> found.asset().equals(cabinet.id()))
            .anyMatch(found -> night.during(t, found.from(), found.until()));
    if (letGo) {
      boolean full = false;
      // The run that is beyond the cap, and the runs that lead to it and away from it.
      int around = 4 * night.dwell - 2;
      int last = Math.min(night.slots - 1, t + around);
      for (int u = Math.max(night.first, t - around); u <= last && !full; u++) {
        full = full(cabinet, members, u);
      }
      boolean hardly = full;
      findings.require(
          hardly,
          "cabinet-full",
          "/findings",
          () ->
              "%s could carry the brighter classes at %s.".formatted(cabinet.id(), plan.start(t)));
    }
  }

  private boolean full(LightingSite.Cabinet cabinet, int[] members, int t) {
    double cap = cabinet.capWatts();
    for (Limit limit : plan.limits()) {
      if (limit.kind().equals("cabinet")
          && limit.asset().equals(cabinet.id())
          && night.during(t, limit.from(), limit.until())) {
        cap = Math.min(cap, limit.watts());
      }
    }
    LightingLeast least =
        asked.computeIfAbsent(
            t, at -> new LightingLeast(night, at, g -> night.lowest(g, night.asked[g][at])));
    return HARDLY * least.watts(members) > cap;
  }

  /** Where history left too little, the rest of the night is near the least that classes allow. */
  private void budget(LightingSite.Budget budget) {
    int[] members = night.where(group -> group.zone().equals(budget.zone()));
    double used = 0;
    for (int t = 0; t < night.slots; t++) {
      used += plan.hours(t) * load(members, t) / 1_000;
    }
    double allowed = budget.kilowattHours();
    if (used > allowed && night.first > 0) {
      allowed = Math.max(allowed, least(members));
    }
    double most = allowed;
    double kilowattHours = used;
    findings.require(
        used <= most + HAIR,
        "budget",
        "/programs",
        () -> "%s uses %.1f kWh of %.1f kWh.".formatted(budget.zone(), kilowattHours, most));
  }

  /** About the least energy of a night whose past cannot be changed, kWh. */
  private double least(int[] members) {
    double least = 0;
    for (int t = 0; t < night.slots; t++) {
      double watts = t < night.shared() ? load(members, t) : HARDLY * floors(t).watts(members);
      least += plan.hours(t) * watts / 1_000;
    }
    return least;
  }

  private LightingLeast floors(int slot) {
    return floors.computeIfAbsent(slot, t -> new LightingLeast(night, t, g -> floor(g, t)));
  }

  private int floor(int g, int t) {
    boolean never = night.strict[g][t] || night.groups.get(g).crossing();
    return night.lowest(g, night.darker[g][t] + (never ? 0 : 1));
  }
}
