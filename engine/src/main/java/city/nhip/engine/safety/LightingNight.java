package city.nhip.engine.safety;

import city.nhip.engine.safety.LightingPrograms.Found;
import city.nhip.engine.safety.LightingSite.Group;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * One night's levels beside the classes that the city's files and the plan's findings ask of each
 * group and slot. What began before the plan is history; a run that history began and that has not
 * had its least length may go on to it.
 */
final class LightingNight {
  /** Where a cabinet cannot carry the brighter classes that are asked, they are let go. */
  static final String FULL = "cabinet-full";

  final LightingSite site;
  final LightingPrograms plan;
  final List<Group> groups;

  /** Level index by group and slot. */
  final int[][] levels;

  final int slots;

  /** First slot that is not history. */
  final int first;

  final int dwell;

  /** Lamps that burn, by group. */
  final int[] working;

  /** Net classes darker than designed, by group and slot. */
  final int[][] darker;

  /** The same if nothing were let go. */
  final int[][] asked;

  /** Where no light below the class is allowed. */
  final boolean[][] strict;

  private final Map<String, Integer> places = new HashMap<>();

  LightingNight(LightingSite site, LightingPrograms plan, ZoneId zone, int[][] levels) {
    this.site = site;
    this.plan = plan;
    this.groups = site.network().groups();
    this.levels = levels;
    this.slots = plan.slots();
    this.first = plan.plannedSlot();
    this.dwell =
        (int) (site.network().control().dwellMinutes() / LightingPrograms.SLOT.toMinutes());
    this.working = new int[groups.size()];
    this.darker = new int[groups.size()][slots];
    this.asked = new int[groups.size()][slots];
    this.strict = new boolean[groups.size()][slots];
    for (int g = 0; g < groups.size(); g++) {
      places.put(groups.get(g).id(), g);
      classes(g, zone);
    }
  }

  private void classes(int g, ZoneId zone) {
    Group group = groups.get(g);
    List<Found> about = about(group);
    int out = 0;
    for (Found found : about) {
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
      boolean never = false;
      boolean full = false;
      for (Found found : about) {
        if (!during(t, found.from(), found.until())) {
          continue;
        }
        int classes = (int) Math.max(0, Math.min(2, Math.round(found.value())));
        switch (found.kind()) {
          case "event", "incident" -> {
            never = true;
            raise = Math.max(raise, classes);
          }
          case "lighting-class-raise" -> raise = Math.max(raise, classes);
          case "dim-allowed" -> lower = Math.max(lower, classes);
          case FULL -> full = true;
          default -> {}
        }
      }
      int eased = Math.min(2, lower);
      asked[g][t] = (never ? 0 : eased) - raise;
      darker[g][t] = full ? eased : asked[g][t];
      strict[g][t] = never && !full;
    }
  }

  private List<Found> about(Group group) {
    List<String> names =
        List.of(group.id(), group.zone(), group.cabinet(), group.section(), group.street());
    return plan.findings().stream().filter(found -> names.contains(found.asset())).toList();
  }

  boolean during(int slot, Instant from, Instant until) {
    return plan.start(slot).isBefore(until) && plan.start(slot + 1).isAfter(from);
  }

  /** The first slot in which the group's running level may end. */
  int held(int g) {
    if (first == 0) {
      return 0;
    }
    int began = first - 1;
    while (began > 0 && levels[g][began - 1] == levels[g][began]) {
      began--;
    }
    return changeable(Math.max(first, began + dwell));
  }

  /** What is shared is looked at from when every running level may have ended. */
  int shared() {
    return first == 0 ? 0 : changeable(first + dwell - 1);
  }

  /** No run begins that the night ends before its least length. */
  private int changeable(int slot) {
    return slot + dwell > slots ? slots : slot;
  }

  int place(String group) {
    return Optional.ofNullable(places.get(group))
        .orElseThrow(
            () -> new IllegalArgumentException("network.json names the unknown group " + group));
  }

  int[] where(Predicate<Group> holds) {
    return IntStream.range(0, levels.length).filter(g -> holds.test(groups.get(g))).toArray();
  }

  double watts(int g, int level) {
    return site.watts(groups.get(g), working[g], level, plan.evening());
  }

  double centilux(int g, int level) {
    return site.centilux(groups.get(g), working[g], level);
  }

  /**
   * The lowest level that gives a class so many classes darker than designed; the highest if none.
   */
  int lowest(int g, int classesDarker) {
    String design = groups.get(g).lightingClass();
    double needed = LightingSite.centilux(design, LightingSite.darker(design, classesDarker));
    int top = site.network().levels().size() - 1;
    for (int level = 0; level < top; level++) {
      if (centilux(g, level) >= needed) {
        return level;
      }
    }
    return top;
  }
}
