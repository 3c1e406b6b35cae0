package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.Timeline;
import city.nhip.engine.planning.waste.WastePlan;
import city.nhip.engine.planning.waste.WasteProblem;
import city.nhip.engine.planning.waste.WasteSolver;
import city.nhip.scenarios.instance.waste.RouteFile;
import city.nhip.scenarios.instance.waste.WasteInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * A day is planned, then every twentieth stop turns out to hold half as much again: planned anew
 * from the plan in force for a few seconds, and from nothing for as long as the first time.
 */
final class WarmStart {
  private static final int CHANGED = 20;

  private final SolveLimits limits;
  private final Duration warm;
  private final LongSupplier nanos;

  WarmStart(SolveLimits limits, Duration warm, LongSupplier nanos) {
    this.limits = limits;
    this.warm = warm;
    this.nanos = nanos;
  }

  String row(String name, WasteInstance instance) {
    WastePlan inForce = solve(WastePlan.of(instance.problem()), limits);
    WastePlan changed = WastePlan.of(changed(instance.problem()));
    WastePlan cold = solve(changed, limits);
    WastePlan again =
        solve(
            changed.with(inForce.orders()),
            new SolveLimits(
                Optional.of(warm), OptionalLong.empty(), limits.seed(), limits.threads()));
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %.2f |",
        name,
        figures(instance, cold),
        figures(instance, again),
        100.0 * (cost(again) - cost(cold)) / cost(cold));
  }

  private WastePlan solve(WastePlan start, SolveLimits within) {
    return WasteSolver.solve(start, within, SolveControl.UNWATCHED, plan -> new byte[0], nanos)
        .plan();
  }

  private static WasteProblem changed(WasteProblem problem) {
    List<Stop> stops = new ArrayList<>();
    for (Stop stop : problem.stops()) {
      int volume = stop.volume() * (stops.size() % CHANGED == 0 ? 3 : 2) / 2;
      stops.add(
          new Stop(
              stop.id(),
              stop.node(),
              stop.stream(),
              volume,
              stop.mass(),
              stop.service(),
              stop.windows(),
              stop.trucks(),
              stop.skip(),
              stop.habit()));
    }
    return new WasteProblem(
        problem.name(),
        stops,
        problem.trucks(),
        problem.sites(),
        problem.matrices(),
        problem.congestion());
  }

  private static long cost(WastePlan plan) {
    return plan.timelines().stream().mapToLong(Timeline::cost).sum();
  }

  private static String figures(WasteInstance instance, WastePlan plan) {
    boolean feasible =
        plan.leftOut().isEmpty() && plan.timelines().stream().allMatch(Timeline::feasible);
    return String.format(
        Locale.ROOT,
        "%.1f / %d%s",
        instance.objective(RouteFile.distance(plan)),
        RouteFile.trucks(plan),
        feasible ? "" : " (not feasible)");
  }
}
