package city.nhip.scenarios.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Zone;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.reading.ReadingJournal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Devices send through the real routes; rules ask; every domain proposes; a person approves. */
class EveningCityTest {
  private static final Duration LONGEST = Duration.ofSeconds(90);

  /** But those that need a whole day of readings: an evening has none. */
  static Stream<String> domains() {
    return RunningCity.living().bean(PlanningDomains.class).all().stream()
        .map(PlanningDomain::name)
        .filter(name -> !name.startsWith("signals-"));
  }

  @ParameterizedTest
  @MethodSource("domains")
  void a_domain_proposes_and_the_field_acknowledges_what_a_person_approved(String domain) {
    RunningCity city = RunningCity.living();
    JsonNode proposal = approveTheNext(city, domain);
    String id = proposal.path("id").asString();

    assertThat(proposal.path("feasible").asBoolean()).isTrue();
    assertThat(proposal.path("safety").path("safe").asBoolean()).isTrue();
    assertThat(proposal.path("kpis").size()).isPositive();
    assertThat(proposal.path("constraints").size()).isPositive();
    for (JsonNode cause : proposal.path("cause")) {
      assertThat(cause.path("rule").asString()).isNotEmpty();
    }

    await()
        .atMost(LONGEST)
        .until(
            () -> city.as("viewer").get("/api/publications").body().toString(),
            all -> all.contains(id));
    await()
        .atMost(LONGEST)
        .untilAsserted(
            () -> {
              JsonNode now = city.as("viewer").get("/api/schedules/" + id).body();
              assertThat(now.path("publications").path(0).path("status").asString())
                  .isEqualTo("ACKNOWLEDGED");
              assertThat(now.path("status").asString()).isIn("PUBLISHED", "SUPERSEDED");
            });
    JsonNode field = city.as("").get("/field/plans").body();
    assertThat(field)
        .anySatisfy(
            plan -> {
              assertThat(plan.path("schedule").asString()).isEqualTo(id);
              assertThat(plan.path("hash").asString()).isEqualTo(proposal.path("hash").asString());
            });
    assertNeighboursAreTold(id, domain);
  }

  /** They refuse everything once, so that it has to come again. */
  private static void assertNeighboursAreTold(String id, String domain) {
    await()
        .atMost(LONGEST)
        .untilAsserted(
            () ->
                assertThat(Neighbours.running().signedEvents())
                    .anySatisfy(
                        event -> {
                          assertThat(event.path("specversion").asString()).isEqualTo("1.0");
                          assertThat(event.path("data").path("schedule").asString()).isEqualTo(id);
                        }));
    if (!domain.equals("signals")) {
      await()
          .atMost(LONGEST)
          .untilAsserted(
              () ->
                  assertThat(Neighbours.running().entityTypes())
                      .contains(domain.equals("waste") ? "WasteContainer" : "StreetlightGroup"));
    }
  }

  @ParameterizedTest
  @MethodSource("domains")
  void the_same_seed_and_evaluations_give_the_same_bytes(String name) {
    RunningCity city = RunningCity.living();
    PlanningDomain<?> domain = city.bean(PlanningDomains.class).find(name).orElseThrow();

    PlanningContext context =
        await()
            .atMost(LONGEST)
            .until(() -> plannable(city, domain), Optional::isPresent)
            .orElseThrow();

    assertTwiceTheSame(domain, context);
  }

  /** A context of the first zone that the domain plans for with what is known now. */
  private static Optional<PlanningContext> plannable(RunningCity city, PlanningDomain<?> domain) {
    for (Zone zone : city.bean(City.class).zones()) {
      PlanningContext context =
          new PlanningContext(
              city.bean(City.class),
              domain.scope(zone.id()),
              city.bean(Clock.class).instant(),
              List.of(),
              city.bean(ReadingJournal.class),
              Optional.empty());
      try {
        domain.problem(context);
        return Optional.of(context);
      } catch (CannotPlan notHere) {
        // Another zone, or a little later.
      }
    }
    return Optional.empty();
  }

  private static <P> void assertTwiceTheSame(PlanningDomain<P> domain, PlanningContext context) {
    P problem = domain.problem(context);
    byte[] first = solve(domain, problem);
    byte[] second = solve(domain, problem);

    assertThat(new String(second, StandardCharsets.UTF_8))
        .isEqualTo(new String(first, StandardCharsets.UTF_8));
  }

  private static <P> byte[] solve(PlanningDomain<P> domain, P problem) {
    SolveLimits limits = SolveLimits.ofEvaluations(500, 7);
    return domain.encode(domain.solve(problem, limits, SolveControl.UNWATCHED).plan());
  }

  /**
   * A proposal may be replaced by a newer one while it is looked at: then the newer one is taken.
   */
  private static JsonNode approveTheNext(RunningCity city, String domain) {
    return await()
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              JsonNode open =
                  city.as("operator").get("/api/schedules?status=PROPOSED&domain=" + domain).body();
              for (JsonNode one : open) {
                String path = "/api/schedules/" + one.path("id").asString();
                JsonNode whole = city.as("operator").get(path).body();
                Map<String, String> word =
                    Map.of("reason", "Looks right", "hash", whole.path("hash").asString());
                if (fromReadings(whole)
                    && city.as("operator").post(path + "/approval", word).status() == 200) {
                  return List.of(whole);
                }
              }
              return List.<JsonNode>of();
            },
            found -> !found.isEmpty())
        .get(0);
  }

  /** Some rules ask because of the calendar, or of silence; this one saw readings. */
  private static boolean fromReadings(JsonNode schedule) {
    for (JsonNode cause : schedule.path("cause")) {
      if (cause.path("readings").path(0).path("id").asLong() > 0) {
        return true;
      }
    }
    return false;
  }
}
