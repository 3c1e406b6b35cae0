package city.nhip.connectors.export;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.Expected;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.safety.SafetyVerdict;
import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.ScheduleOrigin;
import city.nhip.engine.schedule.ScheduleStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A truck goes from D to A, B, C and home; B lies off the streets. */
class RoundsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Instant EVENING = Instant.parse("2026-03-02T11:00:00Z");

  private final City city =
      new City(
          "town",
          new Localized("Thị trấn", "Town"),
          true,
          ZoneId.of("Asia/Ho_Chi_Minh"),
          new Position(11, 106),
          Path.of(""),
          List.of(),
          List.of());
  private final Rounds rounds = new Rounds(city, new PlanningDomains(List.of(new YardDomain())));
  private final String sheet = text(new RoundsCsv(rounds, city).write(plan(), Optional.empty()));
  private final JsonNode map =
      JSON.readTree(new RoundsGeoJson(rounds, JSON).write(plan(), Optional.empty()));

  @Test
  void a_sheet_marks_the_ways_to_and_from_a_place_off_the_streets() {
    assertThat(column("id")).containsExactly("D", "A", "B", "C", "D");
    assertThat(column("straightWay")).containsExactly("false", "false", "true", "true", "false");
  }

  @Test
  void a_map_marks_them_and_counts_them() {
    assertThat(map.path("features").path(0).path("properties").path("straightWays").asInt())
        .isEqualTo(2);
    assertThat(points().map(it -> it.path("straightWay").asBoolean()))
        .containsExactly(false, false, true, true, false);
  }

  @Test
  void a_drivers_route_says_where_it_is_a_straight_line() {
    String gpx = text(new RoundsGpx(rounds).write(plan(), Optional.empty()));
    assertThat(Stream.of(gpx.split("<rtept ")).skip(1).map(it -> it.contains("straight-line")))
        .containsExactly(false, false, true, true, false);
  }

  @Test
  void a_stops_savings_stand_beside_it_each_in_its_unit() {
    assertThat(column("savesMetres")).containsExactly("", "1200", "", "-30", "");
    assertThat(column("savesSeconds")).containsExactly("", "300", "", "45", "");
    assertThat(column("savesVnd")).containsExactly("", "26000", "", "900", "");
    assertThat(points().map(it -> it.path("savesMetres").asInt(0)))
        .containsExactly(0, 1_200, 0, -30, 0);
    assertThat(points().map(it -> it.path("savesSeconds").asInt(0)))
        .containsExactly(0, 300, 0, 45, 0);
    assertThat(points().map(it -> it.path("savesVnd").asInt(0)))
        .containsExactly(0, 26_000, 0, 900, 0);
  }

  private List<String> column(String head) {
    List<List<String>> lines = sheet.lines().map(line -> List.of(line.split(",", -1))).toList();
    int at = lines.get(0).indexOf(head);
    return lines.stream().skip(1).map(line -> line.get(at)).toList();
  }

  private Stream<JsonNode> points() {
    return map.path("features").valueStream().skip(1).map(it -> it.path("properties"));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Schedule plan() {
    byte[] artefact =
        JSON.writeValueAsBytes(
            Map.of(
                "trucks",
                List.of(
                    Map.of(
                        "truck",
                        "T1",
                        "start",
                        EVENING.toString(),
                        "end",
                        EVENING.toString(),
                        "metres",
                        6_000,
                        "visits",
                        List.of(visit("A"), visit("B"), visit("C"))))));
    return new Schedule(
        new UUID(0, 1),
        Rounds.DOMAIN,
        "city",
        ScheduleStatus.PROPOSED,
        1,
        new UUID(0, 2),
        EVENING,
        new TimeWindow(EVENING, EVENING.plusSeconds(3_600)),
        "0",
        true,
        artefact,
        "",
        new Schedule.Review(
            new Localized("Một xe", "One truck"),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty()),
        new SafetyVerdict(1, List.of()),
        List.of(),
        ScheduleOrigin.job(EVENING),
        List.of(
            new Expected("A", "", saves(1_200, 300, 26_000)),
            new Expected("B", "", Map.of("level", 90.0)),
            new Expected("C", "", saves(-30, 45, 900)),
            new Expected("B", "way", Map.of("straight", 1.0))));
  }

  private static Map<String, Double> saves(double metres, double seconds, double cost) {
    return Map.of("savesMetres", metres, "savesSeconds", seconds, "savesCost", cost);
  }

  private static Map<String, Object> visit(String at) {
    return Map.of(
        "kind",
        "collect",
        "at",
        at,
        "arrive",
        EVENING.toString(),
        "depart",
        EVENING.toString(),
        "litres",
        100,
        "kilograms",
        20);
  }
}
