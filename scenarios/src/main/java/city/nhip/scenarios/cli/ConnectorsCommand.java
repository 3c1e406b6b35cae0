package city.nhip.scenarios.cli;

import city.nhip.connectors.codec.MeasureUnits;
import city.nhip.connectors.folder.Connector;
import city.nhip.connectors.proof.ConnectorLook;
import city.nhip.connectors.proof.SampleRun;
import city.nhip.connectors.proof.Templates;
import city.nhip.engine.files.BadFile;
import city.nhip.engine.reading.CommonMeasures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nhip connectors}: an integrator's proof, without a server. */
@Command(
    name = "connectors",
    description = "Starts, checks and tests connectors.",
    mixinStandardHelpOptions = true)
public final class ConnectorsCommand {
  private static final MeasureUnits UNITS = new MeasureUnits(CommonMeasures.all());

  @Spec CommandSpec spec = CommandSpec.create();

  @Command(
      name = "new",
      description = "Writes a connector from a template; lists them without one.")
  int create(
      @Option(names = "--from", description = "The template.", defaultValue = "") String template,
      @Parameters(arity = "0..1", description = "The folder to write.", defaultValue = "connector")
          Path folder) {
    if (template.isEmpty()) {
      Templates.names().forEach(out()::println);
      return 0;
    }
    try {
      Templates.write(template, folder);
    } catch (BadFile | IllegalArgumentException e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
    out().println("Wrote " + folder + " from " + template);
    return 0;
  }

  @Command(name = "check", description = "Looks at connectors without running them.")
  int check(@Parameters(description = "A connector, or a folder of them.") Path folder) {
    int findings = 0;
    for (Path one : connectors(folder)) {
      List<String> found = ConnectorLook.at(one, UNITS);
      found.forEach(out()::println);
      findings += found.size();
    }
    out().println(findings == 0 ? "Nothing to mend." : findings + " to mend.");
    return findings == 0 ? 0 : 1;
  }

  @Command(name = "test", description = "Sends the samples through the real routes and compares.")
  int test(@Parameters(description = "A connector, or a folder of them.") Path folder) {
    int passed = 0;
    int failed = 0;
    for (Path one : connectors(folder)) {
      try {
        for (SampleRun.Result result : SampleRun.of(one, UNITS)) {
          out()
              .println(
                  (result.holds() ? "ok   " : "FAIL ") + one.getFileName() + "/" + result.sample());
          result.differences().forEach(line -> out().println("     " + line));
          passed += result.holds() ? 1 : 0;
          failed += result.holds() ? 0 : 1;
        }
      } catch (BadFile wrong) {
        out().println("FAIL " + wrong.getMessage());
        failed++;
      }
    }
    out().println(passed + " passed, " + failed + " failed");
    return failed == 0 && passed > 0 ? 0 : 1;
  }

  @Command(
      name = "try",
      description = "Shows what payloads would become: a start for samples, a look at a sender.")
  int show(
      @Option(names = "--topic", description = "By which they came.", defaultValue = "")
          String topic,
      @Parameters(index = "0", description = "A connector.") Path folder,
      @Parameters(index = "1..*", arity = "1..*", description = "Payloads.") List<Path> payloads) {
    int problems = 0;
    try {
      Connector connector = Connector.read(folder.toAbsolutePath().normalize(), UNITS);
      for (Path payload : payloads) {
        Connector.Steps steps =
            connector.walk(
                Files.readAllBytes(payload),
                Map.of("topic", topic),
                Clock.systemUTC().instant().toString());
        out().println(payload + (steps.readings().isEmpty() ? ": no reading" : ""));
        steps.readings().forEach(reading -> out().println("     " + reading));
        if (steps.problem() != null) {
          out().println("FAIL " + steps.problem().en());
          problems++;
        }
      }
    } catch (BadFile wrong) {
      throw new BadInput(String.valueOf(wrong.getMessage()));
    } catch (IOException e) {
      throw new BadInput("%s cannot be read. Give payloads as files.".formatted(e.getMessage()));
    }
    return problems == 0 ? 0 : 1;
  }

  private static List<Path> connectors(Path folder) {
    if (Files.exists(folder.resolve("connector.json"))) {
      return List.of(folder.toAbsolutePath().normalize());
    }
    try (Stream<Path> below = Files.list(folder)) {
      List<Path> found =
          below
              .filter(Files::isDirectory)
              .map(it -> it.toAbsolutePath().normalize())
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new BadInput(
            "%s holds no connector. Give a connector's folder, or the one above."
                .formatted(folder));
      }
      return found;
    } catch (IOException e) {
      throw new BadInput("%s cannot be read. Give a connector's folder.".formatted(folder));
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
