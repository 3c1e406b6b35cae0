package city.nhip.scenarios.benchmark.rules;

import city.nhip.rules.rulebook.RuleCompiler;
import city.nhip.rules.rulebook.RulePackages;
import city.nhip.rules.rulebook.Rulebook;
import city.nhip.rules.session.FactMakers;
import city.nhip.rules.session.RuleRun;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Consumer;

/** Drives all built-in packages from one thread, as fast as it can. */
public final class RuleBench {
  private RuleBench() {}

  /**
   * What was measured.
   *
   * @param eventsPerCpuSecond readings by the CPU time of the one thread that evaluates them
   * @param p50Micros from fact to request, CPU time: others on the machine do not count
   * @param heapMegabytes in use after a collection, at the end of each simulated day
   */
  public record Figures(
      long events,
      double eventsPerCpuSecond,
      double eventsPerSecond,
      double p50Micros,
      double p99Micros,
      double p999Micros,
      long requests,
      long facts,
      long[] heapMegabytes) {}

  /**
   * @param rounds of five minutes each; the first tenth warms up and is not measured
   * @param progress told after every simulated day
   */
  public static Figures run(int zones, int rounds, long seed, Consumer<String> progress) {
    Rulebook rulebook = RuleCompiler.compile(RulePackages.builtIn().values());
    RuleLoad load = new RuleLoad(zones, seed);
    long[] nanos = new long[Math.min(30_000_000, zones * 150 * rounds)];
    int[] count = new int[1];
    long[] requests = new long[1];
    long[] heap = new long[rounds / 288];
    int warm = rounds / 10;
    try (RuleRun run = new RuleRun(load.city(), rulebook, FactMakers.discover(), load.start())) {
      long cpu = 0;
      long wall = 0;
      for (int round = 0; round < rounds; round++) {
        if (round == warm) {
          count[0] = 0;
          cpu = cpu();
          wall = System.nanoTime();
        }
        load.round(
            round,
            one -> {
              long before = cpu();
              requests[0] += run.evaluate(one).size();
              nanos[count[0]++] = cpu() - before;
            });
        if ((round + 1) % 288 == 0) {
          int day = round / 288;
          heap[day] = heapMegabytes();
          progress.accept(
              "day %d: %d MB after a collection, %d facts"
                  .formatted(day + 1, heap[day], run.size()));
        }
      }
      double cpuSeconds = (cpu() - cpu) / 1e9;
      double seconds = (System.nanoTime() - wall) / 1e9;
      long[] sorted = Arrays.copyOf(nanos, count[0]);
      Arrays.sort(sorted);
      return new Figures(
          count[0],
          count[0] / cpuSeconds,
          count[0] / seconds,
          sorted[count[0] / 2] / 1e3,
          sorted[(int) (count[0] * 0.99)] / 1e3,
          sorted[(int) (count[0] * 0.999)] / 1e3,
          requests[0],
          run.size(),
          heap);
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long heapMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }
}
