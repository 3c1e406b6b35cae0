package city.nhip.engine.safety;

import city.nhip.engine.safety.LightingPrograms.Found;
import city.nhip.engine.safety.LightingPrograms.Limit;
import city.nhip.engine.safety.LightingSite.Group;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

/**
 * One night's levels against the city's files: light, ramp, dwell, changes, neighbours, conflict
 * areas, cabinets, curtailments, budgets. What began before the plan is history; a run that history
 * began and that has not had its least length may go on to it.
 */
final class LightingNight {
  private static final double HAIR = 1e-6;

  private final LightingSite site;
  private final LightingPrograms plan;
  private final ZoneId zone;
  private final int[][] levels;
  private final Findings findings;
  private final List<Group> groups;
  private final int slots;
  private final int first;
  private final int dwell;
  private final int[] working;

  /** Net classes darker than designed, by group and slot. */
  private final int[][] darker;

  private final boolean[][] strict;

  LightingNight(
      LightingSite site, LightingPrograms plan, ZoneId zone, int[][] levels, Findings findings) {
    this.site = site;
    this.plan = plan;
    this.zone = zone;
    this.levels = levels;
    this.findings = findings;
    this.groups = site.network().groups();
    this.slots = plan.slots();
    this.first = plan.plannedSlot();
    this.dwell =
        (int) (site.network().control().dwellMinutes() / LightingPrograms.SLOT.toMinutes());
    this.working = new int[groups.size()];
    this.darker = new int[groups.size()][slots];
    this.strict = new boolean[groups.size()][slots];
  }

  void check() {
    for (int g = 0; g < levels.length; g++) {
      classes(g);
      program(g);
      light(g);
    }
    neighbours();
    areas();
    power();
    budgets();
  }

  private boolean during(int slot, Instant from, Instant until) {
    return plan.start(slot).isBefore(until) && plan.start(slot + 1).isAfter(from);
  }

  private void classes(int g) {
    Group group = groups.get(g);
    int out = 0;
    for (Found found : about(group)) {
      if (found.kind().equals("lamps-failed")) {
        out = Math.max(out, (int) Math.round(found.value()));
      } else if (found.kind().equals("cabinet-dark")) {
        out = group.luminaires();
      }
    }
    working[g] = Math.max(1, group.luminaires() - group.failed() - out);
    String family = group.lightingClass().substring(0, 1);
    for (int t = 0; t < slots; t++) {
      LocalTime time = plan.start(t).atZone(zone).toLocalTime();
      int raise = 0;
      int lower = site.eased(family, plan.evening(), time);
      for (Found found : about(group)) {
        if (!during(t, found.from(), found.until())) {
          continue;
        }
        int classes = (int) Math.max(0, Math.min(2, Math.round(found.value())));
        switch (found.kind()) {
          case "event", "incident" -> {
            strict[g][t] = true;
            raise = Math.max(raise, classes);
          }
          case "lighting-class-raise" -> raise = Math.max(raise, classes);
          case "dim-allowed" -> lower = Math.max(lower, classes);
          default -> {}
        }
      }
      darker[g][t] = (strict[g][t] ? 0 : Math.min(2, lower)) - raise;
    }
  }

  private List<Found> about(Group group) {
    return plan.findings().stream()
        .filter(
            f ->
                List.of(group.id(), group.zone(), group.cabinet(), group.section(), group.street())
                    .contains(f.asset()))
        .toList();
  }

  private void program(int g) {
    LightingSite.Control control = site.network().control();
    int began = 0;
    int changes = 0;
    for (int t = 1; t <= slots; t++) {
      if (t < slots && levels[g][t] == levels[g][t - 1]) {
        continue;
      }
      int length = t - began;
      if (t >= first) {
        require(length >= dwell, "dwell", g, t - 1, "holds a level for %d slots".formatted(length));
      }
      if (t < slots && t >= first) {
        changes++;
        int up = levels[g][t] - levels[g][t - 1];
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
    Group group = groups.get(g);
    int held = held(g);
    int top = site.network().levels().size() - 1;
    for (int t = first; t < slots; t++) {
      int level = levels[g][t];
      boolean history = t < held && level == levels[g][Math.max(0, first - 1)];
      int wanted = LightingSite.darker(group.lightingClass(), darker[g][t]);
      boolean never = strict[g][t] || group.crossing();
      int floor = Math.min(5, wanted + (never ? 0 : 1));
      double light = site.centilux(group, working[g], level);
      require(
          history
              || level == top
              || light >= LightingSite.centilux(group.lightingClass(), floor) - HAIR,
          "floor",
          g,
          t,
          "gives %.2f lx".formatted(light / 100));
      require(
          history || site.network().levels().get(level) >= group.minimumPercent(),
          "floor",
          g,
          t,
          "is below what its drivers hold");
      for (LightingSite.Order order : site.calendar().overrides()) {
        if (List.of("*", group.zone(), group.cabinet(), group.id()).contains(order.target())
            && during(t, order.from(), order.until())
            && order.kind().equals("at-least-percent")) {
          require(
              history || site.network().levels().get(level) >= order.value() || level == top,
              "override",
              g,
              t,
              "is below an ordered %d %%".formatted(order.value()));
        }
      }
    }
  }

  /** The first slot in which the group's running level may end. */
  private int held(int g) {
    if (first == 0) {
      return 0;
    }
    int began = first - 1;
    while (began > 0 && levels[g][began - 1] == levels[g][began]) {
      began--;
    }
    return Math.max(first, began + dwell);
  }

  private void require(boolean holds, String rule, int g, int t, String what) {
    findings.require(
        holds,
        rule,
        "/programs/" + g,
        () -> "%s %s at %s.".formatted(groups.get(g).id(), what, plan.start(t)));
  }

  /** Shared light is looked at from when every running level may have ended. */
  private int shared() {
    return first == 0 ? 0 : first + dwell - 1;
  }

  private int place(String id) {
    for (int g = 0; g < groups.size(); g++) {
      if (groups.get(g).id().equals(id)) {
        return g;
      }
    }
    throw new IllegalArgumentException("network.json names the unknown group " + id);
  }

  private void neighbours() {
    int ratio = site.network().control().adjacentRatioPercent();
    for (LightingSite.Pair pair : site.network().adjacency()) {
      int a = place(pair.one());
      int b = place(pair.other());
      for (int t = shared(); t < slots; t++) {
        double one = Math.floor(site.centilux(groups.get(a), working[a], levels[a][t]) + 1e-9);
        double other = Math.floor(site.centilux(groups.get(b), working[b], levels[b][t]) + 1e-9);
        require(
            100 * one <= ratio * other && 100 * other <= ratio * one,
            "adjacency",
            a,
            t,
            "differs too much from " + pair.other());
      }
    }
  }

  private void areas() {
    for (LightingSite.Area area : site.network().conflictAreas()) {
      for (int t = shared(); t < slots; t++) {
        double light = 0;
        double most = 0;
        int least = Integer.MAX_VALUE;
        for (LightingSite.Arm arm : area.arms()) {
          int g = place(arm.group());
          double part = arm.lux() * working[g] / groups.get(g).luminaires();
          light += part * site.network().levels().get(levels[g][t]);
          most += part * 100;
          String design = groups.get(g).lightingClass();
          least =
              Math.min(
                  least,
                  LightingSite.darker(design, darker[g][t]) - LightingSite.darker(design, 0));
        }
        double asked =
            LightingSite.centilux(
                area.lightingClass(), LightingSite.darker(area.lightingClass(), least));
        double given = light;
        Instant at = plan.start(t);
        // Rounding down of each arm's share is worth a hundredth of a lux an arm.
        findings.require(
            light >= Math.min(asked, most - area.arms().size()) - HAIR,
            "conflict-area",
            "/programs",
            () -> "%s has %.2f lx at %s.".formatted(area.id(), given / 100, at));
      }
    }
  }

  private double load(Predicate<Group> holds, int t) {
    double load = 0;
    for (int g = 0; g < levels.length; g++) {
      if (holds.test(groups.get(g))) {
        load += site.watts(groups.get(g), working[g], levels[g][t], plan.evening());
      }
    }
    return load;
  }

  private void power() {
    for (LightingSite.Cabinet cabinet : site.network().cabinets()) {
      for (int t = first; t < slots; t++) {
        within(cabinet.id(), group -> group.cabinet().equals(cabinet.id()), t, cabinet.capWatts());
      }
    }
    for (Limit limit : plan.limits()) {
      for (int t = first; t < slots; t++) {
        if (during(t, limit.from(), limit.until())) {
          within(limit.asset(), members(limit), t, limit.watts());
        }
      }
    }
  }

  private static Predicate<Group> members(Limit limit) {
    return switch (limit.kind()) {
      case "cabinet" -> group -> group.cabinet().equals(limit.asset());
      case "curtailment" ->
          group -> limit.asset().equals("*") || group.zone().equals(limit.asset());
      default -> throw new IllegalArgumentException("There is no limit of kind " + limit.kind());
    };
  }

  private void within(String what, Predicate<Group> members, int t, double watts) {
    double load = load(members, t);
    findings.require(
        load <= watts + HAIR,
        "power",
        "/programs",
        () -> "%s draws %.0f W of %.0f W at %s.".formatted(what, load, watts, plan.start(t)));
  }

  private void budgets() {
    for (LightingSite.Budget budget : site.network().budgets()) {
      double wattHours = 0;
      for (int t = 0; t < slots; t++) {
        Instant from = plan.start(t).isBefore(plan.on()) ? plan.on() : plan.start(t);
        Instant to = plan.start(t + 1).isAfter(plan.off()) ? plan.off() : plan.start(t + 1);
        double hours = Math.max(0, Duration.between(from, to).toMillis()) / 3_600_000.0;
        wattHours += hours * load(group -> group.zone().equals(budget.zone()), t);
      }
      double used = wattHours / 1_000;
      findings.require(
          used <= budget.kilowattHours() + HAIR,
          "budget",
          "/programs",
          () ->
              "%s uses %.1f kWh of %.1f kWh."
                  .formatted(budget.zone(), used, budget.kilowattHours()));
    }
  }
}
