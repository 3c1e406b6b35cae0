package city.nhip.scenarios.simulation.sumo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An installed SUMO.
 *
 * @param home what {@code SUMO_HOME} is for its programs; its tools are below
 */
public record Sumo(Path home) {
  private static final Path DEBIAN = Path.of("/usr/share/sumo");
  private static final int LONGEST_MINUTES = 30;
  private static final int SHOWN_OUTPUT = 600;

  /**
   * Empty where no {@code sumo} stands on the path.
   *
   * @throws SumoFailed where {@code SUMO_HOME} is wrong
   */
  public static Optional<Sumo> find() {
    boolean onPath =
        Optional.ofNullable(System.getenv("PATH")).stream()
            .flatMap(path -> List.of(path.split(File.pathSeparator)).stream())
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "sumo")));
    return onPath ? Optional.of(at(System.getenv("SUMO_HOME"))) : Optional.empty();
  }

  /**
   * @param home what {@code SUMO_HOME} says; null where it is not set
   * @throws SumoFailed where SUMO's own files do not stand below it
   */
  static Sumo at(@Nullable String home) {
    Path folder = home == null ? DEBIAN : Path.of(home);
    if (home != null && !Files.isDirectory(folder.resolve("data"))) {
      throw new SumoFailed(
          "SUMO_HOME is %s, which holds no folder data. Set it to SUMO's folder (Debian: %s), or unset it."
              .formatted(home, DEBIAN));
    }
    return new Sumo(folder);
  }

  /**
   * @throws SumoFailed where it is not installed
   */
  public static Sumo get() {
    return find()
        .orElseThrow(
            () ->
                new SumoFailed(
                    "There is no sumo on the path. Install it (Debian: apt-get install sumo"
                        + " sumo-tools) and set SUMO_HOME."));
  }

  /** Runs one of SUMO's programs until it ends. */
  void run(Path folder, List<String> command) {
    try {
      Path log = Files.createTempFile(folder, "sumo", ".log");
      Process process = start(folder, command, log);
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new SumoFailed(
            "%s ran for %d minutes. Give a smaller case."
                .formatted(command.get(0), LONGEST_MINUTES));
      }
      if (process.exitValue() != 0) {
        String said = Files.readString(log);
        throw new SumoFailed(
            "%s failed: %s"
                .formatted(
                    String.join(" ", command),
                    said.substring(Math.max(0, said.length() - SHOWN_OUTPUT)).strip()));
      }
      Files.delete(log);
    } catch (IOException e) {
      throw new SumoFailed(command.get(0) + " cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SumoFailed(command.get(0) + " was interrupted.", e);
    }
  }

  Process start(Path folder, List<String> command, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("SUMO_HOME", home.toString());
    return builder.start();
  }

  /** Runs one of the Python scripts below {@code tools}. */
  void tool(Path folder, String script, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("python3"));
    command.add(home.resolve("tools").resolve(script).toString());
    command.addAll(arguments);
    run(folder, command);
  }
}
