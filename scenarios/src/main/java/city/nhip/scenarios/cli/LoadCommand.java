package city.nhip.scenarios.cli;

import city.nhip.scenarios.benchmark.load.LoadPhase;
import city.nhip.scenarios.benchmark.load.LoadRun;
import city.nhip.scenarios.benchmark.load.ServerFigures;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nhip load}: readings in batches at a city that serves, steadily and in a burst. */
@Command(
    name = "load",
    description =
        "Sends readings over HTTP to a city that serves, and tells how fast they were acknowledged"
            + " and decided upon. Serve it with --speed 1 --nhip.replay.enabled=false.",
    mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
  @Option(
      names = "--url",
      defaultValue = "http://127.0.0.1:8080",
      description = "The city (${DEFAULT-VALUE}).")
  URI url = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--management",
      defaultValue = "http://127.0.0.1:8081",
      description = "Its management port (${DEFAULT-VALUE}).")
  URI management = URI.create("http://127.0.0.1:8081");

  @Option(names = "--account", defaultValue = "admin:admin", description = "name:password.")
  String account = "admin:admin";

  @Option(
      names = "--rate",
      defaultValue = "5000",
      description = "Readings a second (${DEFAULT-VALUE}).")
  int rate = 5000;

  @Option(
      names = "--seconds",
      defaultValue = "60",
      description = "Of even load (${DEFAULT-VALUE}).")
  int seconds = 60;

  @Option(
      names = "--batch",
      defaultValue = "100",
      description = "Readings a request (${DEFAULT-VALUE}).")
  int batch = 100;

  @Option(
      names = "--burst-seconds",
      defaultValue = "0",
      description = "Of ten times the rate, afterwards (${DEFAULT-VALUE}).")
  int burstSeconds;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    if (rate < 1 || seconds < 1 || batch < 1 || batch > 5_000 || burstSeconds < 0) {
      throw new BadInput("Give positive --rate and --seconds, and a --batch of 1 to 5000.");
    }
    List<LoadPhase> phases = new ArrayList<>();
    phases.add(new LoadPhase("warm-up", Math.max(1, rate / 2), 10));
    phases.add(new LoadPhase("even", rate, seconds));
    if (burstSeconds > 0) {
      phases.add(new LoadPhase("burst", 10 * rate, burstSeconds));
      phases.add(new LoadPhase("after", rate, 10));
    }
    try {
      return play(phases) ? 0 : 1;
    } catch (IOException e) {
      throw new BadInput(
          "The city cannot be reached: %s. Serve it, then start the load.".formatted(e));
    }
  }

  private boolean play(List<LoadPhase> phases) throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    LoadRun run = new LoadRun(url, account, batch, Clock.systemUTC());
    boolean whole = true;
    for (LoadPhase phase : phases) {
      ServerFigures before = ServerFigures.read(management);
      var result = run.play(phase);
      ServerFigures after = ServerFigures.read(management);
      out.printf(
          Locale.ROOT,
          "%s  reading->decision p99 <= %.0f ms  heap %.0f MB%n",
          result,
          after.decidedWithin(0.99, before),
          after.heapBytes() / 1e6);
      out.flush();
      whole &= result.refused() == 0;
    }
    return whole;
  }
}
