package city.nhip.scenarios.integrator;

import city.nhip.scenarios.server.FreePort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real broker as a process of its own, which can be killed and started again on its data. */
final class Broker implements AutoCloseable {
  private final List<String> command;
  private final Path log;
  private final int port;
  private Optional<Process> process = Optional.empty();

  private Broker(List<String> command, Path log, int port) {
    this.command = command;
    this.log = log;
    this.port = port;
  }

  static Optional<Path> mosquitto() {
    return List.of(Path.of("/usr/sbin/mosquitto"), Path.of("/usr/local/sbin/mosquitto")).stream()
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Keeps what it acknowledged over a kill, as an integrator must set it.
   *
   * @param underWay messages that it sends to one listener before it waits for an acknowledgement
   */
  static Broker mosquitto(Path place, int underWay) throws IOException {
    Files.createDirectories(place);
    int port = FreePort.find();
    Path settings = place.resolve("mosquitto.conf");
    Files.writeString(
        settings,
        """
        listener %d 127.0.0.1
        allow_anonymous true
        persistence true
        persistence_location %s/
        autosave_on_changes true
        autosave_interval 1
        max_queued_messages 0
        max_inflight_messages %d
        user root
        """
            .formatted(port, place, underWay));
    Broker broker =
        new Broker(
            List.of(mosquitto().orElseThrow().toString(), "-c", settings.toString()),
            place.resolve("mosquitto.log"),
            port);
    broker.start();
    return broker;
  }

  static Broker kafka(Path place) throws IOException, InterruptedException {
    Files.createDirectories(place);
    int port = FreePort.find();
    Path settings = place.resolve("server.properties");
    Files.writeString(
        settings,
        """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%3$s
        offsets.topic.num.partitions=1
        offsets.topic.replication.factor=1
        transaction.state.log.replication.factor=1
        group.initial.rebalance.delay.ms=0
        log.flush.interval.messages=1
        """
            .formatted(port, FreePort.find(), place.resolve("log")));
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"));
    Process format =
        new ProcessBuilder(
                with(
                    java,
                    "kafka.tools.StorageTool",
                    "format",
                    "-t",
                    "J7s9xhXtQ3eLkPpGX5ZTKA",
                    "-c",
                    settings.toString()))
            .redirectErrorStream(true)
            .redirectOutput(place.resolve("format.log").toFile())
            .start();
    if (format.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(place.resolve("format.log")));
    }
    Broker broker =
        new Broker(
            with(java, "kafka.Kafka", settings.toString()), place.resolve("kafka.log"), port);
    broker.start();
    return broker;
  }

  private static List<String> with(List<String> start, String... rest) {
    return java.util.stream.Stream.concat(start.stream(), java.util.stream.Stream.of(rest))
        .toList();
  }

  int port() {
    return port;
  }

  void start() throws IOException {
    process =
        Optional.of(
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    Awaitility.await().atMost(Duration.ofSeconds(90)).until(this::listens);
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** As the power of a container ends: nothing is said, nothing is flushed. */
  void kill() throws InterruptedException {
    Process running = process.orElseThrow();
    running.destroyForcibly();
    running.waitFor(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
