package city.nhip.scenarios.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.scenarios.cityfolder.CityFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code kill -9} at random moments, while a job solves and readings stream in. {@code
 * -Dnhip.kills=200} for a long run.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("nhip.kills", 10);
  private static final int SPEED = 300;
  private static final int PAUSE_MILLIS = 40;
  private static final int MOST_KILLS = 4;
  private static final Duration LONGEST_START = Duration.ofSeconds(90);
  private static final List<String> PROPERTIES =
      List.of(
          "-Dnhip.replay.enabled=false",
          "-Dnhip.job.seconds=2",
          "-Dnhip.job.gathering=100ms",
          "-Ddb-scheduler.polling-interval=100ms",
          "-Ddb-scheduler.heartbeat-interval=300ms");

  @TempDir Path data;

  private final Random random = new Random(20_260_101);
  private final City city = CityFolder.load(RunningCity.TINY);

  /** Device and observed time of every reading that was answered with 202. */
  private final Set<String> acknowledged = new TreeSet<>();

  /** Every schedule whose approval was answered with success. */
  private final Set<String> approved = new TreeSet<>();

  /** Kills by job. One that is killed again and again is given up, as it may be the killer. */
  private final Map<String, Integer> killedJobs = new TreeMap<>();

  private int kills;

  @Test
  void nothing_acknowledged_is_lost_and_nothing_happens_twice() throws Exception {
    while (kills < KILLS) {
      CityProcess process = CityProcess.start(data, SPEED, PROPERTIES);
      process.awaitReady(LONGEST_START);
      streamUntilAJobSolves(process);
      process.kill();
      kills++;
    }
    try (CityProcess process = CityProcess.start(data, SPEED, PROPERTIES)) {
      process.awaitReady(LONGEST_START);
      Caller viewer = new Caller(process.url(), "viewer");
      await()
          .atMost(Duration.ofSeconds(90))
          .until(
              () -> {
                approveAll(process);
                return viewer.get("/api/jobs").body().toString()
                    + viewer.get("/api/publications").body();
              },
              all ->
                  !all.contains("\"WAITING\"")
                      && !all.contains("\"SOLVING\"")
                      && !all.contains("\"PENDING\""));
      for (JsonNode plan : new Caller(process.url(), "").get("/field/plans").body()) {
        for (JsonNode effects : plan.path("effects")) {
          assertThat(effects.asInt()).as("effects of %s", plan).isEqualTo(1);
        }
      }
    }
    assertDatabase();
  }

  /** Sends the peak again and again; returns at a random moment within a solve. */
  private void streamUntilAJobSolves(CityProcess process) throws Exception {
    Caller device = new Caller(process.url(), "device");
    Caller viewer = new Caller(process.url(), "viewer");
    long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    long end = giveUp;
    while (System.nanoTime() < end) {
      Instant now = Instant.parse(viewer.get("/api/city").body().path("now").asString());
      List<Map<String, Object>> batch = peak(now);
      if (device.post("/api/readings", batch).status() == 202) {
        batch.forEach(one -> acknowledged.add(one.get("device") + " " + one.get("observedAt")));
      }
      approveAll(process);
      for (JsonNode job : viewer.get("/api/jobs").body()) {
        if (job.path("status").asString().equals("SOLVING")
            && killedJobs.getOrDefault(job.path("id").asString(), 0) < MOST_KILLS
            && end == giveUp) {
          end = System.nanoTime() + (long) (random.nextDouble() * 1.5e9);
        }
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    for (JsonNode job : viewer.get("/api/jobs").body()) {
      if (job.path("status").asString().equals("SOLVING")) {
        killedJobs.merge(job.path("id").asString(), 1, Integer::sum);
      }
    }
  }

  private void approveAll(CityProcess process) {
    Caller operator = new Caller(process.url(), "operator");
    for (JsonNode proposal : operator.get("/api/schedules?status=PROPOSED").body()) {
      String id = proposal.path("id").asString();
      if (operator.post("/api/schedules/" + id + "/approval", Map.of()).status() == 200) {
        approved.add(id);
      }
    }
  }

  private List<Map<String, Object>> peak(Instant at) {
    List<Map<String, Object>> batch = new ArrayList<>();
    for (Device device : city.devices().values()) {
      double capacity = device.limits().getOrDefault("capacityVehiclesPerHour", 0.0);
      if (capacity > 0) {
        batch.add(RunningCity.reading(device.id(), "trafficFlow", at, 0.9 * capacity, "veh/h"));
      }
    }
    return batch;
  }

  private void assertDatabase() {
    String url =
        "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
            .formatted(data.resolve("nhip"));
    SingleConnectionDataSource source = new SingleConnectionDataSource(url, "", "", true);
    try {
      JdbcClient jdbc = JdbcClient.create(source);
      List<String> kept =
          jdbc.sql("select device, observed_at from reading where property = 'trafficFlow'")
              .query(
                  (rows, number) ->
                      rows.getString(1) + " " + rows.getObject(2, OffsetDateTime.class).toInstant())
              .list();
      assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
      assertThat(acknowledged).hasSizeGreaterThan(KILLS * 10);

      Map<String, String> ended = new TreeMap<>();
      List<String> reasons = new ArrayList<>();
      jdbc.sql("select id, status, reason_en from optimization_job")
          .query(
              rows -> {
                ended.put(rows.getString("id"), rows.getString("status"));
                reasons.add(rows.getString("reason_en"));
              });
      assertThat(ended.values())
          .as("jobs, %s", reasons)
          .doesNotContain("WAITING", "SOLVING", "FAILED");
      assertThat(killedJobs.keySet())
          .isNotEmpty()
          .allSatisfy(job -> assertThat(ended.get(job)).isIn("DONE", "REFUSED"));
      assertThat(
              jdbc.sql(
                      "select count(*) from optimization_job where status = 'DONE' and attempt > 1")
                  .query(Integer.class)
                  .single())
          .as("jobs that went on after a kill")
          .isPositive();
      assertThat(
              jdbc.sql(
                      "select count(*) from optimization_job j where not exists"
                          + " (select 1 from optimization_request r where r.job_id = j.id)")
                  .query(Integer.class)
                  .single())
          .as("jobs that nobody asked for")
          .isZero();
      assertThat(
              jdbc.sql("select schedule_id from schedule_decision where decision = 'APPROVED'")
                  .query(String.class)
                  .list())
          .doesNotHaveDuplicates()
          .containsAll(approved);
      assertThat(approved).isNotEmpty();
      assertThat(jdbc.sql("select distinct status from publication").query(String.class).list())
          .isSubsetOf("ACKNOWLEDGED", "FAILED");
    } finally {
      source.destroy();
    }
  }
}
