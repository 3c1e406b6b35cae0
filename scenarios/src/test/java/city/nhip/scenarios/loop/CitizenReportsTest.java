package city.nhip.scenarios.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a citizen sends becomes a reading, an operator's line and an answer. */
class CitizenReportsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final RunningCity city = RunningCity.watched();

  private JsonNode container() {
    for (JsonNode domain : city.as("viewer").get("/api/city/assets").body()) {
      for (JsonNode asset : domain.path("assets")) {
        if (asset.path("kind").asString().equals("container")) {
          return asset;
        }
      }
    }
    throw new AssertionError("The city has no container");
  }

  private int putPhoto(String code, byte[] photo) throws IOException, InterruptedException {
    return HTTP.send(
            HttpRequest.newBuilder(URI.create(city.url() + "/public/reports/" + code + "/photo"))
                .header("Content-Type", "image/png")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(photo))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(1_600, 800, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  @Test
  void reports_of_a_bin_move_a_rule_and_an_operators_answer_reaches_the_citizen()
      throws IOException, InterruptedException {
    JsonNode bin = container();
    JsonNode at = bin.path("position");
    Map<String, Object> report =
        Map.of(
            "kind",
            "BIN_OVERFLOWS",
            "latitude",
            at.path("latitude").asDouble(),
            "longitude",
            at.path("longitude").asDouble(),
            "words",
            "Rác tràn ra vỉa hè");

    String code = "";
    for (int citizen = 0; citizen < 3; citizen++) {
      Caller.Answer taken = city.as("").post("/public/reports", report);
      assertThat(taken.status()).isEqualTo(201);
      code = taken.body().path("code").asString();
    }

    assertThat(city.as("").get("/public/reports/" + code).body().path("state").asString())
        .isEqualTo("RECEIVED");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> city.as("viewer").get("/api/firings").body().toString(),
            all -> all.contains("reports about container " + bin.path("id").asString()));

    assertThat(putPhoto(code, "<html>".getBytes(StandardCharsets.UTF_8))).isEqualTo(422);
    assertThat(putPhoto(code, picture())).isEqualTo(204);

    JsonNode line = city.as("viewer").get("/api/citizen-reports").body().path(0);
    String path = "/api/citizen-reports/" + line.path("id").asString();
    assertThat(line.path("code").asString()).isEqualTo(code);
    assertThat(line.path("asset").asString()).isEqualTo(bin.path("id").asString());
    assertThat(drawn(path).getWidth()).as("drawn anew").isEqualTo(1_280);
    Map<String, String> answer = Map.of("state", "DONE", "answer", "Đã thu gom lúc 9 giờ");
    assertThat(city.as("viewer").post(path + "/answer", answer).status()).isEqualTo(403);
    assertThat(city.as("operator").post(path + "/answer", answer).status()).isEqualTo(200);
    assertThat(city.as("operator").post(path + "/answer", answer).status()).isEqualTo(409);

    JsonNode followed = city.as("").get("/public/reports/" + code).body();
    assertThat(followed.path("state").asString()).isEqualTo("DONE");
    assertThat(city.as("").get("/public/reports").body().at("/counts/DONE").asInt())
        .as("the public page tells it")
        .isPositive();
    assertThat(followed.path("answer").asString()).isEqualTo("Đã thu gom lúc 9 giờ");
  }

  private BufferedImage drawn(String path) throws IOException, InterruptedException {
    String word =
        java.util.Base64.getEncoder()
            .encodeToString("viewer:viewer".getBytes(StandardCharsets.UTF_8));
    return ImageIO.read(
        new ByteArrayInputStream(
            HTTP.send(
                    HttpRequest.newBuilder(URI.create(city.url() + path + "/photo"))
                        .header("Authorization", "Basic " + word)
                        .build(),
                    HttpResponse.BodyHandlers.ofByteArray())
                .body()));
  }

  @Test
  void nonsense_is_refused() {
    Caller citizen = city.as("");
    assertThat(citizen.post("/public/reports", "{\"kind\": \"LAMP_DARK\"}").status())
        .isEqualTo(422);
    assertThat(citizen.get("/public/reports/NOBODYHAS1").status()).isEqualTo(404);
    String far = "{\"kind\": \"LAMP_DARK\", \"latitude\": 21.0, \"longitude\": 105.8}";
    JsonNode refused = citizen.post("/public/reports", far).body();
    assertThat(refused.path("errors").path(0).path("detail").asString()).contains("within 300 m");
    assertThat(refused.path("words").path("vi").asString())
        .as("in the citizen's own language")
        .contains("Trong vòng 300 m");
  }

  @Test
  void the_page_is_there_without_an_account() {
    assertThat(city.as("").text("/public/report")).contains("/console/citizen/report.js");
  }
}
