package city.nhip.scenarios.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each domain's schedules as files, compared with the plan that they are made of. */
class ExportsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RunningCity city = RunningCity.living();

  private JsonNode schedule(String domain) {
    String address = "/api/schedules?domain=" + domain;
    JsonNode list =
        await()
            .atMost(Duration.ofSeconds(90))
            .until(() -> city.as("viewer").get(address).body(), all -> all.size() > 0);
    return city.as("viewer").get("/api/schedules/" + list.path(0).path("id").asString()).body();
  }

  private String file(JsonNode schedule, String format) {
    return city.as("viewer")
        .text("/api/schedules/%s/exports/%s".formatted(schedule.path("id").asString(), format));
  }

  private static long count(String text, String part) {
    return text.split(part, -1).length - 1L;
  }

  /** Stops of all trucks that leave the depot, and how many trucks do. */
  private static long[] stops(JsonNode schedule) {
    long stops = 0;
    long trucks = 0;
    for (JsonNode tour : schedule.path("plan").path("trucks")) {
      trucks += tour.path("visits").isEmpty() ? 0 : 1;
      for (JsonNode visit : tour.path("visits")) {
        stops += visit.path("kind").asString().equals("break") ? 0 : 1;
      }
    }
    return new long[] {stops, trucks};
  }

  @Test
  void rounds_are_files_with_every_stop_whole_and_for_one_truck() {
    JsonNode schedule = schedule("waste");
    long[] stops = stops(schedule);
    long points = stops[0] + 2 * stops[1];
    assertThat(points).isPositive();

    String gpx = file(schedule, "gpx");
    assertThat(gpx).contains("http://www.topografix.com/GPX/1/1");
    assertThat(count(gpx, "<rte>")).isEqualTo(stops[1]);
    assertThat(count(gpx, "<rtept ")).isEqualTo(points);
    assertThat(file(schedule, "csv").lines()).hasSize((int) points + 1);
    JsonNode map = JSON.readTree(file(schedule, "geojson"));
    assertThat(map.path("features")).hasSize((int) (points + stops[1]));
    assertThat(map.path("features").path(1).path("geometry").path("coordinates").path(0).asDouble())
        .as("longitude comes first")
        .isBetween(106.0, 107.0);

    JsonNode offered =
        city.as("viewer")
            .get("/api/schedules/%s/exports".formatted(schedule.path("id").asString()))
            .body();
    String truck = offered.path(0).path("parts").path(0).asString();
    assertThat(count(file(schedule, "gpx?part=" + truck), "<rte>")).isOne();
    assertThat(
            city.as("viewer")
                .get(
                    "/api/schedules/%s/exports/gpx?part=nobody"
                        .formatted(schedule.path("id").asString()))
                .status())
        .isEqualTo(404);
  }

  @Test
  void collection_days_are_a_calendar_that_another_program_reads() {
    List<VEvent> events = Biweekly.parse(file(schedule("waste"), "ics")).first().getEvents();

    assertThat(events)
        .isNotEmpty()
        .allSatisfy(
            event -> {
              assertThat(event.getDateEnd().getValue())
                  .isAfterOrEqualTo(event.getDateStart().getValue());
              assertThat(event.getSummary().getValue()).startsWith("Thu gom rác");
            });
    assertThat(city.as("").text("/public/collection-days.ics")).startsWith("BEGIN:VCALENDAR");
  }

  @Test
  void signal_programs_are_files_that_add_up_to_the_cycle() {
    JsonNode schedule = schedule("signals");
    JsonNode first = schedule.path("plan").path("intersections").path(0);
    int cycle = first.path("cycleSeconds").asInt();

    String sumo = file(schedule, "add.xml");
    String program = sumo.substring(sumo.indexOf("<tlLogic"), sumo.indexOf("</tlLogic>"));
    assertThat(program).contains("id=\"%s\"".formatted(first.path("id").asString()));
    assertThat(
            java.util.regex.Pattern.compile("duration=\"(\\d+)\"")
                .matcher(program)
                .results()
                .mapToInt(it -> Integer.parseInt(it.group(1)))
                .sum())
        .isEqualTo(cycle);

    JsonNode controller =
        JSON.readTree(file(schedule, "ntcip1202.json")).path("controllers").path(0);
    int splits = 0;
    for (JsonNode split : controller.path("splitTable")) {
      splits += split.path("splitTime").asInt();
    }
    assertThat(splits).isEqualTo(cycle);
    assertThat(controller.path("systemCommands"))
        .extracting(command -> command.path("systemPatternControl").asInt())
        .as("standby at the end: the controller's own table holds again")
        .containsExactly(1, 0);
    assertThat(controller.path("overlapTable"))
        .hasSize(first.path("groups").size())
        .allSatisfy(overlap -> assertThat(overlap.path("overlapIncludedPhases")).isNotEmpty());
  }

  @Test
  void a_night_is_control_programs_and_calendars() {
    JsonNode talq = JSON.readTree(file(schedule("lighting"), "talq.json"));

    assertThat(talq.path("controlPrograms")).isNotEmpty();
    assertThat(talq.path("calendars")).isNotEmpty();
  }
}
