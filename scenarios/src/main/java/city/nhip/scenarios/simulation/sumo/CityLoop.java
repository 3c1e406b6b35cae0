package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.SignalNetwork.Movement;
import city.nhip.rules.session.ZoneSessions;
import city.nhip.scenarios.instance.signals.SumoLoops;
import city.nhip.scenarios.server.CityServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * SUMO as the streets of a city that serves: its loops are devices that post readings, rules ask, a
 * job plans, an operator approves at once, and the outbox publishes to {@link SumoField}. Nothing
 * goes round the city's own doors.
 */
public final class CityLoop {
  private static final int MINUTE = 60;
  private static final int COUNTED_MINUTES = 5;

  private final SignalNetwork network;
  private final SumoLoops loops;
  private final double speed;

  /**
   * @param speed city seconds a second
   */
  public CityLoop(SignalNetwork network, SumoLoops loops, double speed) {
    this.network = network;
    this.loops = loops;
    this.speed = speed;
  }

  /**
   * What became of the vehicles, and of the loop.
   *
   * @param readings that the city took
   * @param plans that took effect in SUMO
   */
  public record Played(TripTally tally, int readings, int plans) {}

  public Played play(Sumo sumo, SumoScenario scenario, long seed, Path folder) {
    try {
      SumoCity city = new SumoCity(network);
      city.write(folder.resolve("city"));
      Path file = Files.writeString(folder.resolve("loops.add.xml"), loops.file());
      Path trips = Files.createTempFile(folder, "trips", ".xml");
      SumoRun run = new SumoRun(scenario, List.of(file), seed, -1);
      List<PlanRunner> runners = new ArrayList<>();
      network.intersections().forEach(it -> runners.add(new PlanRunner(it, it.today(), 0)));
      int readings;
      int plans;
      try (SumoField field = new SumoField(network.intersections(), runners);
          ConfigurableApplicationContext serving = serve(folder, field.url());
          Traci traci = Traci.open(sumo, folder, run.command(trips))) {
        readings = drive(new Drive(city, field, serving, traci), scenario);
        plans = field.plans();
      }
      return new Played(TripTally.take(trips, scenario), readings, plans);
    } catch (IOException e) {
      throw new SumoFailed("The folder %s cannot be written.".formatted(folder), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SumoFailed("The simulation was interrupted.", e);
    }
  }

  private ConfigurableApplicationContext serve(Path folder, String field) {
    return SpringApplication.run(
        CityServer.class,
        "--nhip.city=" + folder.resolve("city"),
        "--nhip.data=" + folder.resolve("data"),
        "--nhip.speed=" + speed,
        "--nhip.replay.enabled=false",
        "--nhip.field.simulated=false",
        "--nhip.field.url=" + field,
        "--nhip.job.seconds=2",
        "--nhip.job.gathering=200ms",
        "--server.port=0",
        "--management.server.port=0");
  }

  private record Drive(
      SumoCity city, SumoField field, ConfigurableApplicationContext serving, Traci traci) {}

  private int drive(Drive drive, SumoScenario scenario) throws InterruptedException {
    Clock clock = drive.serving().getBean(Clock.class);
    Door door = new Door(drive.serving());
    LoopCounts counts = new LoopCounts(network, loops);
    Deque<int[]> minutes = new ArrayDeque<>();
    while (!drive.serving().getBean(ZoneSessions.class).ready()) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    Instant start = clock.instant();
    int midnight = start.atZone(ZoneOffset.UTC).toLocalTime().toSecondOfDay();
    int readings = 0;
    for (int second = 0; second < scenario.end() - scenario.begin(); second++) {
      drive.field().show(drive.traci(), midnight + second);
      drive.traci().step();
      counts.read(drive.traci());
      if (second % MINUTE == MINUTE - 1) {
        minutes.add(vehicles(drive.city(), counts));
        counts.clear();
        if (minutes.size() > COUNTED_MINUTES) {
          minutes.remove();
        }
        if (minutes.size() == COUNTED_MINUTES) {
          readings += door.post(drive.city(), minutes, start.plusSeconds(second));
        }
        door.approve();
      }
      Duration early = Duration.between(clock.instant(), start.plusSeconds(second + 1));
      TimeUnit.MILLISECONDS.sleep(Math.max(0, (long) (early.toMillis() / speed)));
    }
    return readings;
  }

  /** Of each detector: who came to the street, however long the queue at its end. */
  private int[] vehicles(SumoCity city, LoopCounts counts) {
    return city.detected().stream().mapToInt(link -> came(link, counts, new HashSet<>())).toArray();
  }

  /** Counted where the traffic enters, as far up the street as no other way leads off it. */
  private int came(int link, LoopCounts counts, Set<Integer> seen) {
    if (!loops.ofEntry().get(link).isEmpty()) {
      return counts.entered[link];
    }
    int came = 0;
    for (int m = 0; m < counts.crossed.length; m++) {
      Movement it = network.movements().get(m);
      if (it.toLink() != link) {
        continue;
      }
      if (it.intersection() >= 0 || branches(it.fromLink())) {
        came += counts.crossed[m];
      } else if (seen.add(it.fromLink())) {
        came += came(it.fromLink(), counts, seen);
      }
    }
    return came;
  }

  private boolean branches(int link) {
    return network.movements().stream()
            .filter(it -> it.fromLink() == link)
            .map(Movement::toLink)
            .distinct()
            .count()
        > 1;
  }

  /** The city as a device and as an operator reach it. */
  private static final class Door {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final String url;

    Door(ConfigurableApplicationContext serving) {
      url = "http://127.0.0.1:" + serving.getEnvironment().getProperty("local.server.port");
    }

    private RestClient as(String account) {
      return RestClient.builder()
          .baseUrl(url)
          .defaultHeaders(headers -> headers.setBasicAuth(account, account))
          .build();
    }

    /**
     * @return how many readings the city took
     */
    int post(SumoCity city, Deque<int[]> minutes, Instant at) {
      List<Map<String, Object>> batch = new ArrayList<>();
      for (int i = 0; i < city.detected().size(); i++) {
        int detector = i;
        int counted = minutes.stream().mapToInt(one -> one[detector]).sum();
        batch.add(
            Map.of(
                "device",
                SumoCity.device(city.detected().get(i)),
                "property",
                "trafficFlow",
                "observedAt",
                at.toString(),
                "value",
                counted * MINUTE / minutes.size(),
                "unit",
                "veh/h"));
      }
      byte[] answer =
          as("device")
              .post()
              .uri("/api/readings")
              .contentType(MediaType.APPLICATION_JSON)
              .body(JSON.writeValueAsBytes(batch))
              .retrieve()
              .body(byte[].class);
      return answer == null ? 0 : JSON.readTree(answer).path("accepted").asInt();
    }

    /** What is proposed and safe; the city refuses what is not. */
    void approve() {
      byte[] proposed =
          as("operator")
              .get()
              .uri("/api/schedules?status=PROPOSED&domain=signals")
              .retrieve()
              .body(byte[].class);
      for (JsonNode one : JSON.readTree(proposed == null ? new byte[] {'[', ']'} : proposed)) {
        as("operator")
            .post()
            .uri("/api/schedules/" + one.path("id").asString() + "/approval")
            .contentType(MediaType.APPLICATION_JSON)
            .body("{\"reason\": \"closed loop\"}")
            .exchange((sent, answer) -> answer.getStatusCode());
      }
    }
  }
}
