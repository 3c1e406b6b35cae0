package city.nhip.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Roads;
import city.nhip.engine.city.VehicleSize;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.waste.city.WasteDomain;
import city.nhip.engine.planning.waste.city.WasteTown;
import city.nhip.engine.safety.SafetyVerdict.Violation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class WasteSafetyCheckTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Containers of the town whose street opens at seven in the evening. */
  private static final Set<String> FROM_SEVEN =
      Set.of("W4", "W11", "W18", "W25", "W32", "W39", "W46", "W53", "W60");

  private static final int RANDOM_PLANS = 2_000;

  @TempDir static Path folder;

  private static City city;
  private static byte[] plan = {};

  private final WasteSafetyCheck check = new WasteSafetyCheck();

  @BeforeAll
  static void solve() {
    WasteTown town = new WasteTown(folder, 60);
    city = town.city();
    WasteDomain domain = new WasteDomain();
    plan =
        domain.encode(
            domain
                .solve(
                    domain.problem(town.context(WasteTown.AFTERNOON)),
                    SolveLimits.ofEvaluations(500, 1),
                    SolveControl.UNWATCHED)
                .plan());
  }

  @Test
  void a_solved_plan_is_safe() {
    SafetyVerdict verdict = check.check(plan, city, "city");
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.checks()).isGreaterThan(500);
  }

  @Test
  void a_truck_too_heavy_for_the_street_of_a_container_is_found(@TempDir Path other) {
    WasteTown town = new WasteTown(other, 60).size("T1", tonnes(15)).size("T2", tonnes(15));
    Roads.SizeLimit[] limits =
        IntStream.range(0, 16)
            .mapToObj(i -> "J%d%d-J%d%d".formatted(i / 4, i % 4, i / 4, i % 4 + 1))
            .map(section -> new Roads.SizeLimit(section, tonnes(10)))
            .toArray(Roads.SizeLimit[]::new);
    assertThat(rules(check.check(plan, town.city(), "city"))).isEmpty();
    assertThat(rules(check.check(plan, town.limits(limits).city(), "city")))
        .containsExactly("limit");
  }

  private static VehicleSize tonnes(double tonnes) {
    return new VehicleSize(Optional.of(tonnes), Optional.empty(), Optional.empty());
  }

  @Test
  void another_scope_is_refused() {
    assertThat(rules(check.check(plan, city, "north"))).contains("scope");
  }

  @Test
  void an_unknown_field_is_refused() {
    byte[] other =
        new String(plan, StandardCharsets.UTF_8)
            .replaceFirst("\\{", "{\"hurry\":true,")
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> check.check(other, city, "city")).isInstanceOf(RuntimeException.class);
  }

  @Test
  void a_forgotten_last_tip_is_found() {
    assertThat(
            broken(
                visits -> {
                  int last = visits.size() - 1;
                  while (!visits.get(last).get("kind").asString().equals("tip")) {
                    last--;
                  }
                  visits.remove(last);
                }))
        .contains("empty");
  }

  @Test
  void a_forgotten_break_is_found() {
    assertThat(
            broken(
                visits -> {
                  visits.removeIf(one -> one.get("kind").asString().equals("break"));
                  last(visits).put("depart", "2026-03-02T18:00:00Z");
                }))
        .contains("driving");
  }

  @Test
  void a_container_collected_twice_is_found() {
    assertThat(broken(visits -> visits.add(visits.get(0).deepCopy()))).contains("twice");
  }

  @Test
  void a_stop_before_its_hours_is_found() {
    assertThat(
            broken(
                visits ->
                    visits.forEach(
                        one -> {
                          if (FROM_SEVEN.contains(one.get("at").asString())) {
                            ((ObjectNode) one).put("start", "2026-03-02T11:30:00Z");
                            ((ObjectNode) one).put("arrive", "2026-03-02T11:30:00Z");
                          }
                        })))
        .contains("access");
  }

  @Test
  void an_overloaded_compartment_is_found() {
    assertThat(
            broken(
                visits ->
                    visits.forEach(
                        one -> {
                          if (one.get("kind").asString().equals("collect")) {
                            ((ObjectNode) one).put("litres", 6_000);
                          }
                        })))
        .contains("load", "capacity", "payload");
  }

  @Test
  void something_planned_before_something_done_is_found() {
    assertThat(broken(visits -> last(visits).put("done", true))).contains("frozen");
  }

  @Test
  void no_unsafe_plan_passes() {
    WasteOracle oracle = new WasteOracle(city);
    Random random = new Random(20_260_302);
    RandomTours tours = new RandomTours(plan, random);
    int unsafe = 0;
    for (int one = 0; one < RANDOM_PLANS; one++) {
      ObjectNode mutant = tours.next();
      byte[] bytes = JSON.writeValueAsBytes(mutant);
      if (!oracle.safe(mutant)) {
        unsafe++;
        assertThat(safe(bytes)).as("plan %d: %s", one, oracle.reason()).isFalse();
      }
    }
    assertThat(unsafe).isGreaterThan(RANDOM_PLANS / 2);
  }

  private boolean safe(byte[] bytes) {
    try {
      return check.check(bytes, city, "city").safe();
    } catch (RuntimeException unreadable) {
      return false;
    }
  }

  /** The rules that a change of the longest tour breaks. */
  private Set<String> broken(Consumer<ArrayNode> change) {
    ObjectNode mutant = (ObjectNode) JSON.readTree(plan);
    ArrayNode longest = JSON.createArrayNode();
    for (var tour : mutant.get("trucks")) {
      ArrayNode visits = (ArrayNode) tour.get("visits");
      longest = visits.size() > longest.size() ? visits : longest;
    }
    change.accept(longest);
    return rules(check.check(JSON.writeValueAsBytes(mutant), city, "city"));
  }

  private static ObjectNode last(ArrayNode visits) {
    return (ObjectNode) visits.get(visits.size() - 1);
  }

  private static Set<String> rules(SafetyVerdict verdict) {
    return verdict.violations().stream()
        .map(Violation::rule)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
