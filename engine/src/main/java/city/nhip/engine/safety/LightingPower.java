package city.nhip.engine.safety;

import city.nhip.engine.safety.LightingPrograms.Found;
import city.nhip.engine.safety.LightingPrograms.Limit;
import city.nhip.engine.safety.LightingSite.Group;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** What groups draw together: cabinets, curtailments, budgets. */
final class LightingPower {
  private static final double HAIR = 1e-6;

  /** Above the least that classes allow, neighbours and whole runs take so much more at most. */
  private static final double ROOM = 1.15;

  private final LightingNight night;
  private final LightingPrograms plan;
  private final Findings findings;

  private LightingPower(LightingNight night, Findings findings) {
    this.night = night;
    this.plan = night.plan;
    this.findings = findings;
  }

  static void check(LightingNight night, Findings findings) {
    LightingPower it = new LightingPower(night, findings);
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
    double load = load(members, t);
    boolean held = night.first > 0 && t < night.shared();
    double allowed = held ? Math.max(watts, load(members, night.first - 1)) : watts;
    findings.require(
        load <= allowed + HAIR,
        "power",
        "/programs",
        () -> "%s draws %.0f W of %.0f W at %s.".formatted(what, load, allowed, plan.start(t)));
  }

  /** A brighter class may be let go only where the cabinet could hardly carry it. */
  private void letGo(LightingSite.Cabinet cabinet, int[] members, int t) {
    boolean letGo = false;
    for (Found found : plan.findings()) {
      letGo |=
          found.kind().equals(LightingNight.FULL)
              && found.asset().equals(cabinet.id())
              && night.during(t, found.from(), found.until());
    }
    if (letGo) {
      double asked = 0;
      for (int g : members) {
        asked += night.watts(g, night.lowest(g, night.asked[g][t]));
      }
      double cap = cabinet.capWatts();
      for (Limit limit : plan.limits()) {
        if (limit.kind().equals("cabinet")
            && limit.asset().equals(cabinet.id())
            && night.during(t, limit.from(), limit.until())) {
          cap = Math.min(cap, limit.watts());
        }
      }
      double carried = cap;
      double watts = asked;
      findings.require(
          ROOM * asked > cap,
          "cabinet-full",
          "/findings",
          () ->
              "%s could carry the brighter classes at %s: %.0f W of %.0f W."
                  .formatted(cabinet.id(), plan.start(t), watts, carried));
    }
  }

  /** Where history left too little, the rest of the night is near the least that classes allow. */
  private void budget(LightingSite.Budget budget) {
    int[] members = night.where(group -> group.zone().equals(budget.zone()));
    double used = 0;
    double least = 0;
    for (int t = 0; t < night.slots; t++) {
      Instant from = plan.start(t).isBefore(plan.on()) ? plan.on() : plan.start(t);
      Instant to = plan.start(t + 1).isAfter(plan.off()) ? plan.off() : plan.start(t + 1);
      double hours = Math.max(0, Duration.between(from, to).toMillis()) / 3_600_000.0;
      double load = load(members, t);
      used += hours * load / 1_000;
      least += hours * (t < night.shared() ? load : ROOM * floor(members, t)) / 1_000;
    }
    double allowed =
        night.first == 0 ? budget.kilowattHours() : Math.max(budget.kilowattHours(), least);
    double kilowattHours = used;
    findings.require(
        used <= allowed + HAIR,
        "budget",
        "/programs",
        () ->
            "%s uses %.1f kWh of %.1f kWh."
                .formatted(budget.zone(), kilowattHours, budget.kilowattHours()));
  }

  /** The least that classes allow and that ramps reach by then. */
  private double floor(int[] members, int t) {
    double watts = 0;
    int steps = 1 + (t - night.shared()) / night.dwell;
    for (int g : members) {
      boolean never = night.strict[g][t] || night.groups.get(g).crossing();
      int running = night.levels[g][Math.max(0, night.first - 1)];
      int reached = running - steps * night.site.network().control().rampDownSteps();
      int level = night.lowest(g, night.darker[g][t] + (never ? 0 : 1));
      watts += night.watts(g, Math.max(level, reached));
    }
    return watts;
  }
}
