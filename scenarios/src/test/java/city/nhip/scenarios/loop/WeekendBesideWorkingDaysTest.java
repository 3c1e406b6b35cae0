package city.nhip.scenarios.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.reading.Reading;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.engine.safety.SafetyChecks;
import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.ScheduleOrigin;
import city.nhip.engine.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Nine days are counted; the plans that are proposed run the fixed plan all day. */
class WeekendBesideWorkingDaysTest {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String ZONE = "north";

  private final RunningCity city = RunningCity.quiet();

  private void count() {
    List<Reading> counts = new ArrayList<>();
    Map<String, String> zones = new TreeMap<>();
    Instant now = city.bean(Clock.class).instant();
    for (Device device : city.bean(City.class).devices().values()) {
      if (device.kind().equals("detector") && device.zone().equals(ZONE)) {
        zones.put(device.id(), ZONE);
        for (int ago = 4; ago < 9 * 96; ago++) {
          Instant at = now.minusSeconds(900L * ago);
          counts.add(new Reading("test", device.id(), "trafficFlow", at, 400, "veh/h"));
        }
      }
    }
    city.bean(ReadingJournal.class).append(counts, zones, now);
  }

  private UUID approved(String domain) {
    UUID id = proposed(city.bean(PlanningDomains.class).find(domain).orElseThrow());
    city.as("operator").post("/api/schedules/" + id + "/approval", Map.of());
    await().atMost(LONGEST).until(() -> inForce(domain).map(Schedule::id), Optional.of(id)::equals);
    return id;
  }

  private <P> UUID proposed(PlanningDomain<P> domain) {
    P problem =
        domain.problem(
            new PlanningContext(
                city.bean(City.class),
                ZONE,
                city.bean(Clock.class).instant(),
                List.of(),
                city.bean(ReadingJournal.class),
                Optional.empty()));
    Proposal proposal = domain.propose(problem, Optional.empty());
    return city.bean(TransactionTemplate.class)
        .execute(
            status ->
                city.bean(Schedules.class)
                    .propose(
                        UUID.randomUUID(),
                        domain.name(),
                        ZONE,
                        proposal,
                        city.bean(SafetyChecks.class)
                            .check(domain.name(), ZONE, proposal.artefact()),
                        List.of(),
                        ScheduleOrigin.job(city.bean(Clock.class).instant())));
  }

  private Optional<Schedule> inForce(String domain) {
    return city.bean(Schedules.class).findInForce(domain, ZONE);
  }

  @Test
  void one_is_approved_and_rolled_back_and_leaves_the_other_in_force() {
    count();
    UUID workingDays = approved("signals-day");
    UUID weekend = approved("signals-weekend");
    assertThat(inForce("signals-day").map(Schedule::id)).contains(workingDays);

    UUID second = approved("signals-weekend");
    city.as("operator")
        .post("/api/schedules/" + second + "/rollback", Map.of("reason", "as it was"));

    byte[] first = city.bean(Schedules.class).get(weekend).artefact();
    await()
        .atMost(LONGEST)
        .untilAsserted(
            () -> assertThat(inForce("signals-weekend").orElseThrow().artefact()).isEqualTo(first));
    assertThat(inForce("signals-day").map(Schedule::id)).contains(workingDays);
  }
}
