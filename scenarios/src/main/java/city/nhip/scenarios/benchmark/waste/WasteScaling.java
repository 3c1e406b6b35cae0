package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.planning.waste.WastePlan;
import city.nhip.engine.planning.waste.WasteSolver;
import city.nhip.scenarios.instance.waste.DrawnDay;
import city.nhip.scenarios.instance.waste.RouteFile;
import city.nhip.scenarios.instance.waste.WasteInstance;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Solves drawn days of rising size: how fast a plan is feasible, and what a step costs. */
public final class WasteScaling {
  private static final double NANOS = 1e9;

  private final SolveLimits limits;
  private final LongSupplier nanos;

  /**
   * @param nanos by which a solve's time is limited
   */
  public WasteScaling(SolveLimits limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
  }

  /**
   * @param sizes in stops, two or more, rising
   */
  public void run(List<Integer> sizes, Consumer<String> lines) {
    lines.accept(
        "| stops | feasible after s | km | trucks | last improved at s | feasible | steps a s | heap MB |");
    lines.accept("|---:|---:|---:|---:|---:|---|---:|---:|");
    double[] stepsASecond = new double[sizes.size()];
    for (int i = 0; i < stepsASecond.length; i++) {
      stepsASecond[i] = row(sizes.get(i), lines);
    }
    int last = stepsASecond.length - 1;
    lines.accept(
        String.format(
            Locale.ROOT,
            "From %d to %d stops the cost of a step grows by n^%.2f.",
            sizes.get(0),
            sizes.get(last),
            Math.log(stepsASecond[0] / stepsASecond[last])
                / Math.log(sizes.get(last) / (double) sizes.get(0))));
  }

  private double row(int stops, Consumer<String> lines) {
    WasteInstance instance = DrawnDay.of(stops, limits.seed());
    Watch watch = new Watch(nanos);
    Solved<WastePlan> solved =
        WasteSolver.solve(
            WastePlan.of(instance.problem()), limits, watch, plan -> new byte[0], nanos);
    double stepsASecond = solved.evaluations() / (solved.elapsed().toNanos() / NANOS);
    lines.accept(
        String.format(
            Locale.ROOT,
            "| %d | %.1f | %.1f | %d | %.1f | %s | %.0f | %d |",
            stops,
            watch.feasible / NANOS,
            instance.objective(RouteFile.distance(solved.plan())),
            RouteFile.trucks(solved.plan()),
            watch.improved / NANOS,
            solved.feasible() ? "yes" : "no",
            stepsASecond,
            Runtime.getRuntime().totalMemory() >> 20));
    return stepsASecond;
  }

  private static final class Watch implements SolveControl {
    private final LongSupplier nanos;
    private final long began;
    private long feasible;
    private long improved;

    Watch(LongSupplier nanos) {
      this.nanos = nanos;
      this.began = nanos.getAsLong();
    }

    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public void improved(Supplier<byte[]> artefact, String score) {
      improved = nanos.getAsLong() - began;
      if (feasible == 0 && score.startsWith("0hard")) {
        feasible = improved;
      }
    }
  }
}
