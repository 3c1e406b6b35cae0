package city.nhip.engine.safety;

import city.nhip.engine.safety.SignalsArtefact.Plan;
import city.nhip.engine.safety.SignalsArtefact.Step;
import city.nhip.engine.safety.SignalsDayArtefact.Row;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What runs before a plan for the hour takes effect, and again when it has ended: another one, and
 * the rows of a day plan in those hours. Where neither is, the fixed plans run: they start with the
 * stage with which every plan starts.
 */
final class SignalsRunning {
  private final List<Plan> plans = new ArrayList<>();

  /**
   * @param from local time at which the plan for the hour begins
   * @param to local time at which it ends
   */
  SignalsRunning(PlansInField field, String scope, LocalDateTime from, LocalDateTime to) {
    field.find("signals", scope).map(SignalsArtefact::plans).ifPresent(plans::addAll);
    for (String domain : List.of("signals-day", "signals-weekend")) {
      field
          .find(domain, scope)
          .map(bytes -> SafetyJson.plan(bytes, SignalsDayArtefact.class))
          .ifPresent(day -> plans.addAll(between(day, from, to)));
    }
  }

  private static List<Plan> between(SignalsDayArtefact day, LocalDateTime from, LocalDateTime to) {
    Set<String> run = new TreeSet<>();
    for (LocalDate date : new TreeSet<>(Arrays.asList(from.toLocalDate(), to.toLocalDate()))) {
      for (Row row : day.periods()) {
        boolean meets = at(date, row.from()).isBefore(to) && at(date, row.to()).isAfter(from);
        if (day.days().contains(date.getDayOfWeek().name()) && meets) {
          run.add(row.plan());
        }
      }
    }
    return day.plans().stream()
        .filter(plan -> run.contains(plan.id()))
        .flatMap(plan -> plan.intersections().stream())
        .toList();
  }

  private static LocalDateTime at(LocalDate date, String clock) {
    return clock.equals("24:00")
        ? date.plusDays(1).atStartOfDay()
        : date.atTime(LocalTime.parse(clock));
  }

  /** The running plan's last cycle, the new one's, and the running one's again. */
  void check(Plan next, SignalsSite site, String where, Findings findings) {
    for (Plan running : plans) {
      if (running.id().equals(next.id())
          && findings.require(
              running.groups().equals(next.groups()),
              "transition",
              where + "/groups",
              () -> "The plan that runs there names its groups in another order.")) {
        List<Step> chain = new ArrayList<>(next.steps());
        chain.addAll(running.steps());
        Plan joined = new Plan(next.id(), 0, 0, next.groups(), next.stages(), List.copyOf(chain));
        new SignalsCycle(site, joined, where, SignalsCycle.turned(joined), findings).check();
      }
    }
  }
}
