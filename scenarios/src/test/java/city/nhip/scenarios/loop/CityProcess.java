package city.nhip.scenarios.loop;

import city.nhip.scenarios.server.FreePort;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The tiny city in a process of its own, so that it can be killed. */
final class CityProcess implements AutoCloseable {
  private final int port;
  private final Path log;
  private final Process process;

  private CityProcess(int port, Path log, Process process) {
    this.port = port;
    this.log = log;
    this.process = process;
  }

  /**
   * @param data what survives the process
   * @param speed city seconds a second
   * @param properties of the virtual machine: {@code -Dname=value}
   */
  static CityProcess start(Path data, int speed, List<String> properties) throws IOException {
    int port = FreePort.find();
    Path log = Files.createTempFile(data, "city", ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx600m", "-Djava.awt.headless=true"));
    command.addAll(properties);
    command.addAll(
        List.of(
            "-Dspringdoc.api-docs.enabled=false",
            "-Dmanagement.server.port=0",
            "-cp",
            System.getProperty("java.class.path"),
            "city.nhip.scenarios.CityApplication",
            "serve",
            "--city=" + RunningCity.TINY,
            "--data=" + data,
            "--speed=" + speed,
            "--port=" + port));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .directory(new File("").getAbsoluteFile())
            .start();
    return new CityProcess(port, log, process);
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /**
   * @throws IllegalStateException with the log's end when it does not answer in time
   */
  void awaitReady(Duration longest) throws IOException, InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        if (new Caller(url(), "viewer").send("GET", "/api/city", "").status() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // It is still starting.
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("The city did not start: " + Files.readString(log));
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  /** As {@code kill}: the city ends what it does. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
