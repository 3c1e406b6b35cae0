package city.nhip.scenarios.benchmark.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.waste.Timeline;
import city.nhip.engine.planning.waste.Truck;
import city.nhip.engine.planning.waste.WastePlan;
import city.nhip.engine.planning.waste.WasteProblem;
import city.nhip.engine.planning.waste.WasteSolver;
import city.nhip.scenarios.instance.waste.RouteFile;
import city.nhip.scenarios.instance.waste.WasteInstance;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Ours beside jsprit and OR-Tools' routing on the files of {@code -Dnhip.data=FOLDER}, one thread
 * and the same CPU time each ({@code -Dnhip.seconds}); the table is written to {@code
 * target/waste-peers.md}.
 */
class WastePeersTest {
  private static final int SECONDS = Integer.getInteger("nhip.seconds", 30);
  private static final Path DATA = Path.of(System.getProperty("nhip.data", "no-folder"));
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  @Test
  void every_peers_plan_holds_and_ours_is_no_dearer() throws Exception {
    assumeThat(DATA).isDirectory();
    BestKnown known = BestKnown.read(DATA.resolve("best-known.csv"));
    StringBuilder table =
        new StringBuilder("| instance | ours % | jsprit 1.8 % | OR-Tools 9.12 % |\n|---|---:|---:|---:|\n");
    List<String> dearer = new ArrayList<>();
    for (Path file : files()) {
      WasteInstance instance = WasteInstance.read(file);
      WasteProblem problem = instance.problem();
      String name = file.getFileName().toString();
      double best =
          known
              .find(name)
              .orElseThrow(() -> new BadFile(DATA, name, "best-known.csv does not name it. Add it."));
      boolean timed = problem.trucks().get(0).shift().latest() != Truck.UNLIMITED;
      double ours =
          gap(
              instance,
              WasteSolver.solve(
                      WastePlan.of(problem),
                      SolveLimits.ofTime(Duration.ofSeconds(SECONDS), 1),
                      SolveControl.UNWATCHED,
                      plan -> new byte[0],
                      CPU::getCurrentThreadCpuTime)
                  .plan(),
              best);
      double jsprit = gap(instance, plan(problem, JspritDay.solve(problem, over())), best);
      double routing = gap(instance, plan(problem, RoutingDay.solve(problem, timed, over())), best);
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %.2f | %.2f |%n",
              name,
              ours,
              jsprit,
              routing));
      Files.writeString(Path.of("target/waste-peers.md"), table);
      if (ours > Math.min(jsprit, routing)) {
        dearer.add(name);
      }
    }
    assertThat(dearer).as("where a peer's plan is shorter").isEmpty();
  }

  private static BooleanSupplier over() {
    long end = CPU.getCurrentThreadCpuTime() + Duration.ofSeconds(SECONDS).toNanos();
    return () -> CPU.getCurrentThreadCpuTime() > end;
  }

  private static WastePlan plan(WasteProblem problem, List<List<Integer>> orders) {
    List<List<Integer>> all = new ArrayList<>(orders);
    while (all.size() < problem.trucks().size()) {
      all.add(List.of());
    }
    return WastePlan.of(problem).with(all);
  }

  /** In %; infinite where the plan breaks a rule. */
  private static double gap(WasteInstance instance, WastePlan plan, double best) {
    boolean holds =
        plan.leftOut().isEmpty() && plan.timelines().stream().allMatch(Timeline::feasible);
    return holds
        ? 100 * (instance.objective(RouteFile.distance(plan)) - best) / best
        : Double.POSITIVE_INFINITY;
  }

  private static List<Path> files() throws Exception {
    try (Stream<Path> files = Files.walk(DATA, 2)) {
      return files
          .filter(file -> file.getFileName().toString().matches("(X-n|R|C).*\\.(vrp|txt)"))
          .sorted()
          .toList();
    }
  }
}
