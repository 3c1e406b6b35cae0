package city.nhip.scenarios.cli;

import city.nhip.engine.city.City;
import city.nhip.engine.files.BadFile;
import city.nhip.scenarios.cityfolder.CityFolder;
import city.nhip.scenarios.server.CityServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nhip serve}: runs a city until it is stopped. */
@Command(
    name = "serve",
    description = "Runs a city with its console; what bare nhip does.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Option(names = "--city", description = "The city's folder; the demo city by default.")
  @Nullable Path city;

  @Option(
      names = "--speed",
      defaultValue = "30",
      description = "City seconds a second (${DEFAULT-VALUE}); 1 is live.")
  double speed = 30;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Console and API; 0 takes a free one.")
  int port = 8080;

  @Option(
      names = "--data",
      description = "Where the city's memory is kept; data/<city> by default.")
  @Nullable Path data;

  @Override
  public Integer call() {
    if (!(speed > 0) || speed > 3_600) {
      throw new BadInput("--speed must be more than 0 and at most 3600.");
    }
    if (port < 0 || port > 65_534) {
      throw new BadInput("--port must be 0 to 65534; the next one serves health and metrics.");
    }
    Path folder = (city == null ? DemoCity.find() : city).toAbsolutePath().normalize();
    try {
      City loaded = CityFolder.load(folder);
      Path memory = data == null ? Path.of("data", loaded.id()) : data;
      List<String> words =
          new ArrayList<>(
              List.of(
                  "--nhip.city=" + folder,
                  "--nhip.data=" + memory.toAbsolutePath().normalize(),
                  "--nhip.speed=" + speed,
                  "--server.port=" + port,
                  "--management.server.port=" + (port == 0 ? 0 : port + 1)));
      SpringApplication.run(CityServer.class, words.toArray(String[]::new));
      return NhipCommand.KEEPS_RUNNING;
    } catch (RuntimeException failure) {
      for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof BadFile wrong) {
          throw new BadInput(String.valueOf(wrong.getMessage()));
        }
        if (cause instanceof PortInUseException taken) {
          throw new BadInput(
              "port %d is taken. Give another with --port.".formatted(taken.getPort()));
        }
      }
      throw failure;
    }
  }
}
