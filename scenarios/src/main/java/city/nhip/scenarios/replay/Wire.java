package city.nhip.scenarios.replay;

import city.nhip.engine.security.Accounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How a device reaches the city: an HTTP post that is repeated until answered, or a file. */
@Component
@ConditionalOnProperty("nhip.replay.enabled")
class Wire {
  private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
  private static final int MOST_READINGS = 1_000;
  private static final long PAUSE_MILLIS = 1_000;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
  private final JsonMapper json;
  private final Environment environment;
  private final Path data;
  private final String credentials;
  private long files;

  Wire(
      JsonMapper json,
      Environment environment,
      Accounts accounts,
      @Value("${nhip.data}") Path data,
      @Value("${nhip.replay.account}") String account) {
    this.json = json;
    this.environment = environment;
    this.data = data;
    Accounts.Account device =
        accounts.accounts().stream()
            .filter(one -> one.name().equals(account))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "There is no account %s for the replay. Add it, or set nhip.replay.enabled to false."
                            .formatted(account)));
    this.credentials =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (device.name() + ":" + device.password()).getBytes(StandardCharsets.UTF_8));
  }

  /** A reading as it travels. */
  record Sent(String device, String property, String observedAt, double value, String unit) {}

  /** Returns when every reading was answered for. */
  void post(List<Sent> readings) throws InterruptedException {
    for (int from = 0; from < readings.size(); from += MOST_READINGS) {
      postBatch(readings.subList(from, Math.min(readings.size(), from + MOST_READINGS)));
    }
  }

  private void postBatch(List<Sent> batch) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%s/api/readings"
                        .formatted(environment.getProperty("local.server.port"))))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("Authorization", credentials)
            .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(batch)))
            .build();
    while (true) {
      try {
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status == 202 || status == 422) {
          return;
        }
        LOG.warn("The city answered {} to a batch; it is sent again", status);
      } catch (IOException e) {
        LOG.warn("The city does not answer: {}; the batch is sent again", e.getMessage());
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** The file appears whole, under a name never used before. */
  void drop(String folder, List<Sent> readings) {
    try {
      Path inbox = Files.createDirectories(data.resolve(folder));
      String name =
          "%s-%d-%d.csv"
              .formatted(
                  readings.get(0).observedAt().replaceAll("[^0-9]", ""),
                  ProcessHandle.current().pid(),
                  files++);
      Path part = inbox.resolve(name + ".part");
      try (CSVPrinter printer =
          new CSVPrinter(
              Files.newBufferedWriter(part, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
        printer.printRecord("device", "property", "observedAt", "value", "unit");
        for (Sent one : readings) {
          printer.printRecord(
              one.device(), one.property(), one.observedAt(), one.value(), one.unit());
        }
      }
      Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot drop a file into " + data.resolve(folder), e);
    }
  }
}
