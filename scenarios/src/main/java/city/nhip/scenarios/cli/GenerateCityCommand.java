package city.nhip.scenarios.cli;

import city.nhip.scenarios.generator.CitySize;
import city.nhip.scenarios.generator.CitySketch;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nhip generate-city}: writes one of the synthetic cities anew. */
@Command(
    name = "generate-city",
    description = "Writes a synthetic city; the same size always gives the same files.",
    mixinStandardHelpOptions = true)
final class GenerateCityCommand implements Callable<Integer> {
  @Option(names = "--size", defaultValue = "demo", description = "demo or tiny (${DEFAULT-VALUE}).")
  String size = "demo";

  @Option(names = "--out", required = true, description = "The folder to write.")
  Path out = Path.of("");

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CitySize wanted;
    try {
      wanted = CitySize.of(size);
    } catch (IllegalArgumentException e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
    CitySketch.write(wanted, out);
    spec.commandLine().getOut().println("Wrote city " + wanted.cityId() + " to " + out);
    return 0;
  }
}
