package city.nhip.scenarios.benchmark.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts batches to {@code /api/readings} when they are due, however slow the answers are, and
 * counts from the due time. At most {@value #MOST_UNDER_WAY} requests are open; a batch that waits
 * for one to end goes on counting. What is answered with 503 is sent again.
 */
public final class LoadRun {
  private static final int MOST_UNDER_WAY = 64;
  private static final int MOST_REPETITIONS = 20;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI city;
  private final String credentials;
  private final int batchSize;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** Each as often as it speaks. */
  private final List<LoadDevice> devices;

  private long number;

  /**
   * @param account name and password, {@code name:password}; it may send and read
   * @throws IOException when the city does not answer
   */
  public LoadRun(URI city, String account, int batchSize, Clock clock)
      throws IOException, InterruptedException {
    this.city = city;
    this.credentials =
        "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
    this.batchSize = batchSize;
    this.clock = clock;
    this.devices = fetchDevices();
  }

  private List<LoadDevice> fetchDevices() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(request("/api/devices").GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("%s/api/devices answered %d".formatted(city, answer.statusCode()));
    }
    List<LoadDevice> known = new ArrayList<>();
    for (JsonNode device : JSON.readTree(answer.body())) {
      LoadDevice.of(device.path("id").asString(), device.path("kind").asString())
          .ifPresent(it -> known.addAll(Collections.nCopies(it.perTenMinutes(), it)));
    }
    if (known.isEmpty()) {
      throw new IOException("The city has no device that the load could speak for");
    }
    Collections.shuffle(known, new Random(1));
    return known;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(city.resolve(path))
        .header("Authorization", credentials)
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(60));
  }

  /** Sends a phase and waits until all of it is answered. */
  public LoadResult play(LoadPhase phase) throws InterruptedException {
    int batches = (int) ((phase.readings() + batchSize - 1) / batchSize);
    long gap = TimeUnit.SECONDS.toNanos(1) * batchSize / phase.perSecond();
    Tally tally = new Tally(batches);
    Instant began = clock.instant();
    long start = System.nanoTime();
    for (int batch = 0; batch < batches; batch++) {
      long due = start + batch * gap;
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
      byte[] body = body(began.plusNanos(batch * gap));
      tally.open.acquire();
      post(body, due, tally, 0);
    }
    tally.open.acquire(MOST_UNDER_WAY);
    return new LoadResult(
        phase,
        tally.sent.sum(),
        tally.duplicates.sum(),
        tally.refused.sum(),
        (System.nanoTime() - start) / 1e9,
        tally.acknowledged());
  }

  private final class Tally {
    private final Semaphore open = new Semaphore(MOST_UNDER_WAY);
    private final LongAdder sent = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final AtomicInteger answered = new AtomicInteger();
    private final long[] micros;

    Tally(int batches) {
      micros = new long[batches];
    }

    long[] acknowledged() {
      return java.util.Arrays.copyOf(micros, answered.get());
    }
  }

  private void post(byte[] body, long due, Tally tally, int repetition) {
    http.sendAsync(
            request("/api/readings").POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
            HttpResponse.BodyHandlers.ofByteArray())
        .whenComplete(
            (answer, failure) -> {
              if (failure == null && answer.statusCode() == 202) {
                tally.micros[tally.answered.getAndIncrement()] =
                    TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
                tally.sent.add(batchSize);
                tally.duplicates.add(JSON.readTree(answer.body()).path("duplicates").asLong());
                tally.open.release();
              } else if (repetition < MOST_REPETITIONS
                  && (failure != null || answer.statusCode() == 503)) {
                post(body, due, tally, repetition + 1);
              } else {
                tally.refused.add(batchSize);
                tally.open.release();
              }
            });
  }

  /** Each device says one thing after another, a microsecond apart at least. */
  private byte[] body(Instant at) {
    StringBuilder text = new StringBuilder(batchSize * 140).append('[');
    for (int i = 0; i < batchSize; i++) {
      LoadDevice device = devices.get((int) (number % devices.size()));
      text.append(i == 0 ? "" : ",")
          .append("{\"device\":\"")
          .append(device.id())
          .append("\",\"property\":\"")
          .append(device.property())
          .append("\",\"observedAt\":\"")
          .append(at.truncatedTo(ChronoUnit.MILLIS).plus(number % 1_000, ChronoUnit.MICROS))
          .append("\",\"value\":")
          .append(device.value() + number % 10 / 10.0)
          .append(",\"unit\":\"")
          .append(device.unit())
          .append("\"}");
      number++;
    }
    return text.append(']').toString().getBytes(StandardCharsets.UTF_8);
  }
}
