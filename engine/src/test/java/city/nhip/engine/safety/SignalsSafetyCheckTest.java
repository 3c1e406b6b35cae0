package city.nhip.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One small crossing: two streets, one walkers' crossing, a left turn that yields. */
class SignalsSafetyCheckTest {
  private static final String SITES =
      """
      {"walkingSpeedMetresPerSecond": 1.0, "intersections": [{
        "id": "X1", "zone": "north", "yellowSeconds": 3, "allRedSeconds": 2,
        "groups": [
          {"id": "A", "kind": "vehicle", "turns": ["through"], "minimumGreenSeconds": 7, "crossingMetres": 0, "yieldsTo": []},
          {"id": "L", "kind": "vehicle", "turns": ["through"], "minimumGreenSeconds": 5, "crossingMetres": 0, "yieldsTo": ["A"]},
          {"id": "B", "kind": "vehicle", "turns": ["through"], "minimumGreenSeconds": 7, "crossingMetres": 0, "yieldsTo": []},
          {"id": "P", "kind": "pedestrian", "turns": [], "minimumGreenSeconds": 6, "crossingMetres": 9, "yieldsTo": []}],
        "conflicts": [{"one": "A", "other": "B"}, {"one": "L", "other": "B"}, {"one": "A", "other": "L"},
          {"one": "P", "other": "B"}],
        "clearances": [
          {"from": "A", "to": "B", "seconds": 5}, {"from": "B", "to": "A", "seconds": 5},
          {"from": "L", "to": "B", "seconds": 5}, {"from": "B", "to": "L", "seconds": 5},
          {"from": "A", "to": "L", "seconds": 5}, {"from": "L", "to": "A", "seconds": 5},
          {"from": "P", "to": "B", "seconds": 4}, {"from": "B", "to": "P", "seconds": 5}],
        "stages": [{"id": "1", "green": ["A", "P"], "yielding": ["L"]}, {"id": "2", "green": ["B"], "yielding": []}],
        "fixedPlan": {"stages": [{"stage": "1", "greenSeconds": 20}]}}]}
      """;

  /** A, L, B, P; walkers leave four seconds before the others. */
  private static final String PLAN =
      """
      {"format": "nhip-signals-1", "scope": "north", "validFrom": "2026-01-01T00:00:00Z",
       "validTo": "2026-01-01T01:00:00Z", "afterwards": "time-of-day", "intersections": [{"id": "X1", "cycleSeconds": 50, "offsetSeconds": 7,
       "groups": ["A", "L", "B", "P"],
       "stages": [{"stage": "1", "greenSeconds": 20}, {"stage": "2", "greenSeconds": 20}],
       "steps": [
        {"stage": "1", "kind": "green", "seconds": 16, "state": "GgrG"},
        {"stage": "1", "kind": "walk-clearance", "seconds": 4, "state": "Ggrr"},
        {"stage": "1", "kind": "yellow", "seconds": 3, "state": "yyrr"},
        {"stage": "1", "kind": "all-red", "seconds": 2, "state": "rrrr"},
        {"stage": "2", "kind": "green", "seconds": 20, "state": "rrGr"},
        {"stage": "2", "kind": "yellow", "seconds": 3, "state": "rryr"},
        {"stage": "2", "kind": "all-red", "seconds": 2, "state": "rrrr"}]}]}
      """;

  /** Its last step, which clears the crossing. */
  private static final String LAST =
      ",\n  {\"stage\": \"2\", \"kind\": \"all-red\", \"seconds\": 2, \"state\": \"rrrr\"}]";

  @TempDir static Path folder;

  @BeforeEach
  void writeSites() throws IOException {
    Files.createDirectories(folder.resolve("signals"));
    Files.writeString(folder.resolve("signals/intersections.json"), SITES);
  }

  private static SafetyVerdict check(String plan) {
    return check(plan, Map.of());
  }

  /**
   * @param running by domain
   */
  private static SafetyVerdict check(String plan, Map<String, String> running) {
    PlansInField field =
        (domain, scope) ->
            Optional.ofNullable(running.get(domain))
                .map(bytes -> bytes.getBytes(StandardCharsets.UTF_8));
    return new SignalsSafetyCheck(field)
        .check(plan.getBytes(StandardCharsets.UTF_8), NorthOnly.city(folder), "north");
  }

  @Test
  void a_plan_is_looked_at_together_with_the_one_for_the_hour_that_runs() {
    assertThat(check(PLAN, Map.of("signals", PLAN)).violations()).isEmpty();

    assertThat(check(PLAN, Map.of("signals", PLAN.replace(LAST, "]"))).violations())
        .extracting(SafetyVerdict.Violation::rule)
        .as("it ends without time to clear")
        .contains("clearance");
  }

  /** The first hours of 2026 are a Thursday's. */
  @Test
  void it_is_looked_at_together_with_the_day_plan_s_rows_in_its_hour_and_no_others() {
    String cut = PLAN.replace(LAST, "]");
    assertThat(cut).isNotEqualTo(PLAN);

    assertThat(check(PLAN, Map.of("signals-day", day("THURSDAY", PLAN, cut))).violations())
        .as("the second row begins when the hour is over")
        .isEmpty();
    assertThat(check(PLAN, Map.of("signals-day", day("THURSDAY", cut, PLAN))).violations())
        .extracting(SafetyVerdict.Violation::rule)
        .contains("clearance");
    assertThat(check(PLAN, Map.of("signals-day", day("FRIDAY", cut, cut))).violations()).isEmpty();
    assertThat(check(PLAN, Map.of("signals-weekend", day("THURSDAY", cut, PLAN))).violations())
        .isNotEmpty();
  }

  /**
   * @param first until eight of the clock
   */
  private static String day(String weekday, String first, String second) {
    return """
    {"format": "nhip-signals-day-1", "scope": "north", "validFrom": "2026-01-01T00:00:00Z",
     "validTo": "2026-01-08T00:00:00Z", "days": ["%s"], "changes": [],
     "periods": [{"from": "00:00", "to": "08:00", "plan": "P1"}, {"from": "08:00", "to": "24:00", "plan": "P2"}],
     "plans": [{"id": "P1", "intersections": %s}, {"id": "P2", "intersections": %s}]}
    """
        .formatted(weekday, intersections(first), intersections(second));
  }

  private static String intersections(String plan) {
    return plan.substring(plan.indexOf("[{\"id\""), plan.lastIndexOf(']') + 1);
  }

  @Test
  void a_sound_plan_passes() {
    SafetyVerdict verdict = check(PLAN);

    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.checks()).isGreaterThan(50);
    assertThat(verdict.safe()).isTrue();
  }

  static Stream<Arguments> wrongPlans() {
    return Stream.of(
        wrong("format", "nhip-signals-1", "nhip-signals-2"),
        wrong("afterwards", "time-of-day", "this plan"),
        wrong("scope", "\"north\"", "\"south\""),
        wrong("validity", "2026-01-01T01", "2025-01-01T01"),
        wrong("validity", "2026-01-01T01", "2026-01-03T01"),
        wrong("intersection", "X1", "X2"),
        wrong("groups", "\"P\"]", "\"Q\"]"),
        wrong("step", "\"rrGr\"", "\"rrGrr\""),
        wrong("step", "\"rryr\"", "\"rrsr\""),
        wrong("step", "\"all-red\", \"seconds\": 2", "\"all-red\", \"seconds\": 0"),
        wrong("cycle", "\"cycleSeconds\": 50", "\"cycleSeconds\": 49"),
        wrong("offset", "\"offsetSeconds\": 7", "\"offsetSeconds\": 50"),
        wrong("conflict", "\"rrGr\"", "\"GrGr\""),
        wrong("conflict", "\"yyrr\"", "\"yyGr\""),
        wrong("conflict", "\"GgrG\"", "\"GGrG\""),
        wrong(
            "minimum-green",
            "\"seconds\": 20, \"state\": \"rrGr\"",
            "\"seconds\": 6, \"state\": \"rrGr\""),
        wrong(
            "yellow", "\"seconds\": 3, \"state\": \"yyrr\"", "\"seconds\": 2, \"state\": \"yyrr\""),
        wrong("yellow", "\"yyrr\"", "\"yrrr\""),
        wrong("yellow", "\"yyrr\"", "\"yyry\""),
        wrong(
            "clearance",
            "\"seconds\": 4, \"state\": \"Ggrr\"",
            "\"seconds\": 3, \"state\": \"Ggrr\""),
        wrong("clearance", "\"all-red\", \"seconds\": 2", "\"all-red\", \"seconds\": 1"),
        wrong("group-served", "\"rrGr\"", "\"rrrr\""),
        wrong(
            "stages",
            "{\"stage\": \"2\", \"greenSeconds\": 20}",
            "{\"stage\": \"2\", \"greenSeconds\": 30}"),
        wrong("stage", "\"Ggrr\"", "\"Grrr\""),
        wrong("stage", "\"stage\": \"2\", \"kind\"", "\"stage\": \"9\", \"kind\""));
  }

  private static Arguments wrong(String rule, String find, String replace) {
    return Arguments.of(rule, find, replace);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("wrongPlans")
  void a_wrong_plan_is_stopped_by_the_rule_that_it_breaks(
      String rule, String find, String replace) {
    String wrong = PLAN.replace(find, replace);

    SafetyVerdict verdict = check(wrong);

    assertThat(wrong).isNotEqualTo(PLAN);
    assertThat(verdict.safe()).isFalse();
    assertThat(verdict.violations()).extracting(SafetyVerdict.Violation::rule).contains(rule);
  }

  /** Without all-red: a left turn goes alone, then with those to whom it yields. */
  @Test
  void a_turn_that_had_right_of_way_may_yield_right_after_its_yellow() throws IOException {
    Files.writeString(
        folder.resolve("signals/intersections.json"),
        SITES
            .replace("\"allRedSeconds\": 2", "\"allRedSeconds\": 0")
            .replace("\"seconds\": 5", "\"seconds\": 3")
            .replace("\"crossingMetres\": 9", "\"crossingMetres\": 7")
            .replace(
                "\"yielding\": []}],",
                "\"yielding\": []}, {\"id\": \"3\", \"green\": [\"L\"], \"yielding\": []}],"));
    String plan =
        PLAN.replace(
                "{\"stage\": \"1\", \"kind\": \"all-red\", \"seconds\": 2, \"state\": \"rrrr\"},",
                "")
            .replace(
                "{\"stage\": \"2\", \"kind\": \"all-red\", \"seconds\": 2, \"state\": \"rrrr\"}",
                "{\"stage\": \"3\", \"kind\": \"green\", \"seconds\": 6, \"state\": \"rGrr\"},"
                    + "{\"stage\": \"3\", \"kind\": \"yellow\", \"seconds\": 3, \"state\": \"ryrr\"}")
            .replace(
                "{\"stage\": \"2\", \"greenSeconds\": 20}",
                "{\"stage\": \"2\", \"greenSeconds\": 20}, {\"stage\": \"3\", \"greenSeconds\": 6}")
            .replace("\"cycleSeconds\": 50", "\"cycleSeconds\": 55");

    assertThat(check(plan).violations()).isEmpty();
    assertThat(check(plan.replace("\"rGrr\"", "\"rgrr\"")).violations())
        .extracting(SafetyVerdict.Violation::problem)
        .contains("L turns green without a red before.");
    assertThat(check(plan.replace("\"GgrG\"", "\"GGrG\"")).violations())
        .extracting(SafetyVerdict.Violation::problem)
        .contains("L turns green without a red before.");
  }

  private static final String TRAPPING =
      PLAN.replace(
              "{\"stage\": \"1\", \"kind\": \"yellow\", \"seconds\": 3, \"state\": \"yyrr\"},",
              "{\"stage\": \"1\", \"kind\": \"yellow\", \"seconds\": 3, \"state\": \"Gyrr\"},")
          .replace(
              "{\"stage\": \"1\", \"kind\": \"all-red\", \"seconds\": 2, \"state\": \"rrrr\"},",
              "{\"stage\": \"1\", \"kind\": \"all-red\", \"seconds\": 2, \"state\": \"Grrr\"},"
                  + "{\"stage\": \"3\", \"kind\": \"green\", \"seconds\": 9, \"state\": \"Grrr\"},"
                  + "{\"stage\": \"3\", \"kind\": \"yellow\", \"seconds\": 3, \"state\": \"yrrr\"},"
                  + "{\"stage\": \"3\", \"kind\": \"all-red\", \"seconds\": 2, \"state\": \"rrrr\"},")
          .replace(
              "{\"stage\": \"2\", \"greenSeconds\": 20}",
              "{\"stage\": \"3\", \"greenSeconds\": 9}, {\"stage\": \"2\", \"greenSeconds\": 20}")
          .replace("\"cycleSeconds\": 50", "\"cycleSeconds\": 64");

  private static final String WITH_A_LATE_STAGE =
      SITES.replace(
          "\"yielding\": []}],",
          "\"yielding\": []}, {\"id\": \"3\", \"green\": [\"A\"], \"yielding\": []}],");

  @Test
  void a_turn_that_sees_yellow_while_those_it_yields_to_go_on_is_stopped() throws IOException {
    Files.writeString(folder.resolve("signals/intersections.json"), WITH_A_LATE_STAGE);

    assertThat(check(TRAPPING).violations())
        .extracting(SafetyVerdict.Violation::rule)
        .containsExactly("yellow-trap");
    assertThat(check(PLAN).violations()).isEmpty();
  }

  @Test
  void who_only_turns_into_the_same_street_is_no_trap() throws IOException {
    Files.writeString(
        folder.resolve("signals/intersections.json"),
        WITH_A_LATE_STAGE.replaceFirst("through", "right"));

    assertThat(check(TRAPPING).violations()).isEmpty();
  }

  @Test
  void a_yellow_trap_of_the_fixed_plan_is_no_new_one() throws IOException {
    Files.writeString(
        folder.resolve("signals/intersections.json"),
        WITH_A_LATE_STAGE.replace(
            "[{\"stage\": \"1\", \"greenSeconds\": 20}]",
            "[{\"stage\": \"1\", \"greenSeconds\": 20}, {\"stage\": \"3\", \"greenSeconds\": 9},"
                + " {\"stage\": \"2\", \"greenSeconds\": 20}]"));

    assertThat(check(TRAPPING).violations()).isEmpty();
  }

  @Test
  void a_cycle_that_starts_elsewhere_is_stopped() {
    String head = PLAN.substring(0, PLAN.indexOf("{\"stage\": \"1\", \"kind\": \"green\""));
    String[] steps = PLAN.substring(head.length(), PLAN.lastIndexOf("]}]}")).split(",\n", -1);
    String turned =
        Stream.concat(Stream.of(steps).skip(4), Stream.of(steps).limit(4))
            .map(String::strip)
            .reduce((one, other) -> one + "," + other)
            .orElseThrow();
    String plan =
        (head + turned + "]}]}")
            .replace(
                "{\"stage\": \"1\", \"greenSeconds\": 20}, {\"stage\": \"2\", \"greenSeconds\": 20}",
                "{\"stage\": \"2\", \"greenSeconds\": 20}, {\"stage\": \"1\", \"greenSeconds\": 20}");

    assertThat(check(plan).violations())
        .extracting(SafetyVerdict.Violation::rule)
        .containsExactly("transition");
  }

  @Test
  void what_it_does_not_know_it_does_not_read() {
    assertThatThrownBy(
            () -> check(PLAN.replace("\"offsetSeconds\"", "\"flash\": 1, \"offsetSeconds\"")))
        .hasMessageContaining("flash");
    assertThatThrownBy(() -> check(PLAN.replace("\"seconds\": 16", "\"seconds\": 16.5")))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> check(PLAN + "{}")).isInstanceOf(RuntimeException.class);
  }

  @Test
  void a_site_without_a_clearance_lets_nothing_pass() throws IOException {
    Files.writeString(
        folder.resolve("signals/intersections.json"),
        SITES.replace(
            "{\"from\": \"B\", \"to\": \"P\", \"seconds\": 5}",
            "{\"from\": \"B\", \"to\": \"B\", \"seconds\": 5}"));

    assertThatThrownBy(() -> check(PLAN)).hasMessageContaining("no clearance from B to P");
  }

  /** {@code -Dnhip.safety.plans=1000000} for the long run. */
  @Test
  void it_says_what_brute_force_says_of_random_plans() throws IOException {
    int plans = Integer.getInteger("nhip.safety.plans", 20_000);
    int accepted = 0;
    Random random = new Random(4_711);
    RandomSignals site = new RandomSignals(random);
    for (int i = 0; i < plans; i++) {
      if (i % 200 == 0) {
        site = new RandomSignals(random);
        Files.writeString(folder.resolve("signals/intersections.json"), site.json());
      }
      RandomSignals.Plan plan = site.plan();
      boolean safe = check(plan.json()).safe();
      if (safe != BruteForce.safe(site, plan)) {
        fail("Plan %d is %s: %s on %s".formatted(i, safe, plan.json(), site.json()));
      }
      accepted += safe ? 1 : 0;
    }
    assertThat(accepted).isBetween(plans / 20, plans * 19 / 20);
  }
}
