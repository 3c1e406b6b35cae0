package city.nhip.scenarios.loop;

import static city.nhip.scenarios.loop.RunningCity.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rule engineer's tutorial, as it is written, on a city that runs. */
class RuleTutorialTest {
  private static final Path TUTORIAL = Path.of("../rules/README.md");
  private static final String RULE = "Crowded approach asks for new timing";

  private final RunningCity city = RunningCity.living();

  @Test
  void a_rule_that_is_put_into_the_citys_folder_serves_from_the_next_crowd_on() throws IOException {
    Path folder = city.bean(City.class).folder().resolve("rules");
    for (String file : List.of("package.yaml", "triggers.drl", "tests/triggers.yaml")) {
      Path to = folder.resolve("noise").resolve(file);
      Files.createDirectories(to.getParent());
      Files.writeString(to, written("noise/" + file));
    }
    await()
        .atMost(Duration.ofMinutes(4))
        .untilAsserted(
            () ->
                assertThat(city.as("viewer").get("/api/rules").body().path("serving").toString())
                    .contains("noise"));
    crowd();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(city.as("viewer").get("/api/firings").body().toString()).contains(RULE));
  }

  /** Bumper to bumper at every detector, for five minutes. */
  private void crowd() {
    Instant now = city.bean(Clock.class).instant();
    List<Map<String, Object>> batch = new ArrayList<>();
    for (Device device : city.bean(City.class).devices().values()) {
      for (int seconds = 0; device.kind().equals("detector") && seconds < 300; seconds += 30) {
        Instant at = now.minusSeconds(seconds).minusMillis(1);
        batch.add(reading(device.id(), "occupancy", at, 90, "%"));
      }
    }
    assertThat(city.as("device").post("/api/readings", batch).status()).isEqualTo(202);
  }

  /** The block of the tutorial that follows a file's name. */
  private static String written(String file) throws IOException {
    Matcher block =
        Pattern.compile("`" + Pattern.quote(file) + "`[^\n]*\n\n((?: {4}[^\n]*\n|\n)+)")
            .matcher(Files.readString(TUTORIAL));
    assertThat(block.find()).as(file + " stands in the tutorial").isTrue();
    return block.group(1).replaceAll("(?m)^ {4}", "").stripTrailing() + "\n";
  }
}
