package city.nhip.scenarios.cli;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.planning.waste.WastePlan;
import city.nhip.engine.planning.waste.WasteSolver;
import city.nhip.scenarios.instance.waste.RouteFile;
import city.nhip.scenarios.instance.waste.WasteInstance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nhip plan waste}: an instance of a benchmark set in, routes out. */
@Command(
    name = "waste",
    description = "Routes the trucks of a VRPLIB, Solomon or Kim instance.",
    mixinStandardHelpOptions = true)
final class PlanWasteCommand implements Callable<Integer> {
  @Mixin PlanOptions options = new PlanOptions();

  @Option(names = "--in", required = true, description = "The instance, plain or gzip.")
  Path in = Path.of("");

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    SolveLimits limits = options.limits();
    WasteInstance instance;
    try {
      instance = WasteInstance.read(in);
    } catch (BadFile e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
    Solved<WastePlan> solved =
        WasteSolver.solve(
            WastePlan.of(instance.problem()),
            limits,
            SolveControl.UNWATCHED,
            plan -> RouteFile.write(instance, plan).getBytes(StandardCharsets.UTF_8));
    try {
      Files.writeString(options.out, RouteFile.write(instance, solved.plan()));
    } catch (IOException e) {
      throw new BadInput("--out %s cannot be written. Check the folder.".formatted(options.out));
    }
    PlanReport report = report(instance, solved, limits);
    if (options.report != null) {
      report.write(options.report);
    }
    spec.commandLine()
        .getOut()
        .println(
            String.format(
                Locale.ROOT,
                "%s: %s, %." + instance.decimals() + "f %s, %d trucks, %.1f s, %d steps",
                report.instance(),
                report.feasible() ? "feasible" : "NOT feasible (%s)".formatted(why(solved)),
                report.objective(),
                report.unit(),
                RouteFile.trucks(solved.plan()),
                report.seconds(),
                report.evaluations()));
    return 0;
  }

  private static String why(Solved<WastePlan> solved) {
    int left = solved.plan().leftOut().size();
    return left > 0 ? left + " stops are in no route, " + solved.score() : solved.score();
  }

  private PlanReport report(WasteInstance instance, Solved<WastePlan> solved, SolveLimits limits) {
    return new PlanReport(
        "waste",
        String.valueOf(in.getFileName()),
        solved.feasible(),
        instance.objective(RouteFile.distance(solved.plan())),
        instance.unit(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        solved.elapsed().toMillis() / 1000.0,
        solved.evaluations(),
        limits.seed(),
        limits.threads());
  }
}
