package city.nhip.scenarios.benchmark.rules;

import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.rules.replay.Replayed;
import city.nhip.rules.rulebook.RuleCompiler;
import city.nhip.rules.rulebook.RulePackages;
import city.nhip.rules.rulebook.Rulebook;
import city.nhip.rules.session.FactMakers;
import city.nhip.rules.session.RuleRun;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Drives all built-in packages from one thread, as fast as it can. */
public final class RuleBench {
  private static final int ROUNDS_A_DAY = 288;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

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
    long[] heap = new long[rounds / ROUNDS_A_DAY];
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
        if ((round + 1) % ROUNDS_A_DAY == 0) {
          int day = round / ROUNDS_A_DAY;
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

  /** What two replays of one day came to. */
  public record DayFigures(
      long readings, int requests, String hash, double[] seconds, double cpuSeconds) {}

  /**
   * Replays a generated day twice, on all cores.
   *
   * @throws IllegalStateException when the two differ
   */
  public static DayFigures replay(int zones, long seed) {
    Rulebook rulebook = RuleCompiler.compile(RulePackages.builtIn().values());
    RuleLoad load = new RuleLoad(zones, seed);
    Map<String, List<JournaledReading>> day = new HashMap<>();
    for (int round = 0; round < ROUNDS_A_DAY; round++) {
      load.round(round, one -> day.computeIfAbsent(one.zone(), zone -> new ArrayList<>()).add(one));
    }
    TimeWindow span = new TimeWindow(load.start(), load.at(ROUNDS_A_DAY));
    double[] seconds = new double[2];
    List<Replayed> replays = new ArrayList<>();
    long cpu = processCpu();
    for (int time = 0; time < 2; time++) {
      long began = System.nanoTime();
      replays.add(
          Replayed.of(
              load.city(),
              rulebook,
              FactMakers.discover(),
              (zone, from, to, consumer) -> day.getOrDefault(zone, List.of()).forEach(consumer),
              span,
              Optional.empty()));
      seconds[time] = (System.nanoTime() - began) / 1e9;
    }
    Replayed first = replays.get(0);
    if (!first.hash().equals(replays.get(1).hash())) {
      throw new IllegalStateException(
          "Two replays differ: %s and %s".formatted(first.hash(), replays.get(1).hash()));
    }
    return new DayFigures(
        first.readings(), first.asked().size(), first.hash(), seconds, (processCpu() - cpu) / 2e9);
  }

  private static long processCpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static long cpu() {
    return THREADS.getCurrentThreadCpuTime();
  }

  private static long heapMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }
}
