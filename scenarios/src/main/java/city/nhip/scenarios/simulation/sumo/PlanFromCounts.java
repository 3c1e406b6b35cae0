package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.SignalPlan;
import city.nhip.engine.planning.signals.SignalSolver;
import city.nhip.engine.planning.signals.Timing;
import java.util.List;

/**
 * What a closed loop goes on with after a count: a new plan, or the one in force.
 *
 * @param limits of each solve
 */
record PlanFromCounts(SolveLimits limits) {
  /** A change costs time itself: less than this share of the delay in force must be left. */
  private static final double WORTH_A_CHANGE = 0.95;

  /** A cycle that is never too long where greens may end early, seconds. */
  private static final int ALWAYS_ALLOWED = 45;

  /**
   * @param counted vehicles as they were counted, to plan with; the plan in force stays where there
   *     are none
   * @param others like them, to compare the plans with
   */
  List<Timing> next(SignalNetwork counted, SignalNetwork others, List<Timing> inForce) {
    if (counted.trips().isEmpty()) {
      return inForce;
    }
    SignalNetwork planned = counted.gapOut() ? counted.withShortCycles(ALWAYS_ALLOWED) : counted;
    SignalPlan start = SignalPlan.today(planned).with(inForce);
    List<Timing> found =
        SignalSolver.solve(start, limits, SolveControl.UNWATCHED, plan -> new byte[0])
            .plan()
            .timings();
    SignalPlan judged = SignalPlan.today(others);
    return delay(judged, found) < WORTH_A_CHANGE * delay(judged, inForce) ? found : inForce;
  }

  private static long delay(SignalPlan plan, List<Timing> timings) {
    return plan.with(timings).played().delaySeconds();
  }
}
