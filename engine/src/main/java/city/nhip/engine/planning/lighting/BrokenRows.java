package city.nhip.engine.planning.lighting;

import java.util.function.Function;
import java.util.function.Supplier;
import org.optaplanner.core.api.function.TriFunction;
import org.optaplanner.core.api.score.stream.bi.BiConstraintCollector;

/** Sums the groups' shares of one limit by row, and counts the rows over it. */
final class BrokenRows
    implements BiConstraintCollector<LimitShare, GroupProgram, BrokenRows.Loads, Integer> {
  /** The sums so far. */
  static final class Loads {
    private long[] loads = {};
    private long[] limits = {};

    private void add(LimitShare share, Program program, int sign) {
      Coupling coupling = share.coupling();
      if (loads.length == 0) {
        limits = coupling.limits();
        loads = new long[limits.length];
      }
      for (int t = coupling.from(); t < coupling.to(); t++) {
        loads[coupling.row(t)] += sign * (long) share.shares()[program.level(t)];
      }
    }

    private int broken() {
      int broken = 0;
      for (int row = 0; row < loads.length; row++) {
        broken += loads[row] > limits[row] ? 1 : 0;
      }
      return broken;
    }
  }

  @Override
  public Supplier<Loads> supplier() {
    return Loads::new;
  }

  @Override
  public TriFunction<Loads, LimitShare, GroupProgram, Runnable> accumulator() {
    return (loads, share, group) -> {
      Program program = group.program();
      loads.add(share, program, 1);
      return () -> loads.add(share, program, -1);
    };
  }

  @Override
  public Function<Loads, Integer> finisher() {
    return Loads::broken;
  }
}
