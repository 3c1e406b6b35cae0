package city.nhip.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A night plan of 50 s and a day plan of 60 s at one small crossing. */
class SignalsDaySafetyCheckTest {
  private static final String SITES =
      """
      {"walkingSpeedMetresPerSecond": 1.0, "intersections": [{
        "id": "X1", "zone": "north", "yellowSeconds": 3, "allRedSeconds": 2,
        "groups": [
          {"id": "A", "kind": "vehicle", "turns": ["through"], "minimumGreenSeconds": 7, "crossingMetres": 0, "yieldsTo": []},
          {"id": "B", "kind": "vehicle", "turns": ["through"], "minimumGreenSeconds": 7, "crossingMetres": 0, "yieldsTo": []}],
        "conflicts": [{"one": "A", "other": "B"}],
        "clearances": [{"from": "A", "to": "B", "seconds": 5}, {"from": "B", "to": "A", "seconds": 5}],
        "stages": [{"id": "1", "green": ["A"], "yielding": []}, {"id": "2", "green": ["B"], "yielding": []}],
        "fixedPlan": {"stages": [{"stage": "1", "greenSeconds": 20}]}}]}
      """;

  /**
   * At six the night plan ends a cycle at second 21,607: 7 s late for the day plan, which 53 s make
   * good. At midnight the day plan ends one at once, and 57 s lead to the night plan's second 7.
   */
  private static final String PLAN =
      """
      {"format": "nhip-signals-day-1", "scope": "north", "validFrom": "2026-01-01T00:00:00Z",
       "validTo": "2026-01-08T00:00:00Z", "days": ["MONDAY", "TUESDAY"],
       "periods": [{"from": "00:00", "to": "06:00", "plan": "P1"}, {"from": "06:00", "to": "24:00", "plan": "P2"}],
       "plans": [{"id": "P1", "intersections": [%s]}, {"id": "P2", "intersections": [%s]}],
       "changes": [
        {"at": "00:00", "intersections": [{"id": "X1", "startSecond": 86400, "seconds": 57, "cycles": [%s]}]},
        {"at": "06:00", "intersections": [{"id": "X1", "startSecond": 21607, "seconds": 53, "cycles": [%s]}]}]}
      """
          .formatted(planned(20, 20, 7), planned(26, 24, 0), cycle(24, 23), cycle(23, 20));

  @TempDir static Path folder;

  private static String planned(int first, int second, int offset) {
    return "{\"id\": \"X1\", \"offsetSeconds\": %d, \"groups\": [\"A\", \"B\"], %s"
        .formatted(offset, cycle(first, second).substring(1));
  }

  private static String cycle(int first, int second) {
    return """
    {"cycleSeconds": %d, "stages": [{"stage": "1", "greenSeconds": %d}, {"stage": "2", "greenSeconds": %d}],
     "steps": [
      {"stage": "1", "kind": "green", "seconds": %d, "state": "Gr"},
      {"stage": "1", "kind": "yellow", "seconds": 3, "state": "yr"},
      {"stage": "1", "kind": "all-red", "seconds": 2, "state": "rr"},
      {"stage": "2", "kind": "green", "seconds": %d, "state": "rG"},
      {"stage": "2", "kind": "yellow", "seconds": 3, "state": "ry"},
      {"stage": "2", "kind": "all-red", "seconds": 2, "state": "rr"}]}\
    """
        .formatted(first + second + 10, first, second, first, second);
  }

  private static SafetyVerdict check(String plan) throws IOException {
    Files.createDirectories(folder.resolve("signals"));
    Files.writeString(folder.resolve("signals/intersections.json"), SITES);
    return new SignalsDaySafetyCheck("signals-day", Set.of("MONDAY", "TUESDAY"))
        .check(plan.getBytes(StandardCharsets.UTF_8), NorthOnly.city(folder), "north");
  }

  @Test
  void a_sound_day_passes() throws IOException {
    SafetyVerdict verdict = check(PLAN);

    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.checks()).isGreaterThan(100);
    assertThat(verdict.safe()).isTrue();
  }

  static Stream<Arguments> wrongDays() {
    return Stream.of(
        wrong("format", "nhip-signals-day-1", "nhip-signals-1"),
        wrong("scope", "\"north\"", "\"south\""),
        wrong("validity", "2026-01-08", "2026-02-08"),
        wrong("days", "\"TUESDAY\"", "\"MONDAY\""),
        wrong("days", "\"TUESDAY\"", "\"SOMEDAY\""),
        wrong("days", "\"TUESDAY\"", "\"SUNDAY\""),
        wrong("periods", "\"to\": \"06:00\"", "\"to\": \"05:45\""),
        wrong("periods", "\"to\": \"06:00\"", "\"to\": \"06:15\""),
        wrong("periods", "\"from\": \"00:00\"", "\"from\": \"00:15\""),
        wrong("periods", "\"to\": \"24:00\"", "\"to\": \"23:45\""),
        wrong("periods", "\"to\": \"24:00\"", "\"to\": \"25:00\""),
        wrong("periods", "\"plan\": \"P2\"", "\"plan\": \"P3\""),
        wrong("plan", "\"id\": \"P2\"", "\"id\": \"P1\""),
        wrong("intersection", planned(26, 24, 0), ""),
        wrong("intersection", planned(26, 24, 0), planned(26, 24, 0) + ", " + planned(26, 24, 0)),
        wrong("changes", "\"at\": \"06:00\"", "\"at\": \"06:15\""),
        wrong("transition", "\"startSecond\": 21607", "\"startSecond\": 21600"),
        wrong("transition", "\"seconds\": 53, \"cycles\"", "\"seconds\": 60, \"cycles\""),
        wrong("transition", "\"offsetSeconds\": 0", "\"offsetSeconds\": 1"),
        wrong("transition", cycle(23, 20), ""),
        wrong("transition", cycle(23, 20), cycle(23, 20) + ", " + cycle(40, 20)),
        wrong("minimum-green", cycle(23, 20), cycle(37, 6)),
        wrong("yellow", cycle(23, 20), cycle(23, 20).replace("\"ry\"", "\"rr\"")),
        wrong(
            "cycle",
            cycle(23, 20),
            cycle(23, 20).replace("\"cycleSeconds\": 53", "\"cycleSeconds\": 54")));
  }

  private static Arguments wrong(String rule, String right, String wrong) {
    return Arguments.of(rule, right, wrong);
  }

  @ParameterizedTest
  @MethodSource("wrongDays")
  void what_is_wrong_is_found(String rule, String right, String wrong) throws IOException {
    assertThat(PLAN).contains(right);

    assertThat(check(PLAN.replace(right, wrong)).violations())
        .extracting(SafetyVerdict.Violation::rule)
        .contains(rule);
  }
}
