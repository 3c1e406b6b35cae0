package city.nhip.engine.ledger;

import city.nhip.engine.city.City;
import city.nhip.engine.planning.Measured;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.Schedules;
import city.nhip.engine.web.LiveEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Writes promises down when the field takes a plan, and asks the domain what became of them. */
@Component
class Settlement {
  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

  private final Ledger ledger;
  private final Schedules schedules;
  private final PlanningDomains domains;
  private final City city;
  private final ReadingJournal readings;

  Settlement(
      Ledger ledger,
      Schedules schedules,
      PlanningDomains domains,
      City city,
      ReadingJournal readings) {
    this.ledger = ledger;
    this.schedules = schedules;
    this.domains = domains;
    this.city = city;
    this.readings = readings;
  }

  @TransactionalEventListener(
      fallbackExecution = true,
      condition = "#event.type() == 'publication' and #event.data()['status'] == 'ACKNOWLEDGED'")
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void promise(LiveEvent event) {
    ledger.promise(schedules.get(UUID.fromString(String.valueOf(event.data().get("scheduleId")))));
  }

  /** Measures every plan whose time is over. */
  void settle() {
    for (UUID id : ledger.due()) {
      Schedule schedule = schedules.get(id);
      List<Measured> measured =
          domains
              .find(schedule.domain())
              .map(domain -> measure(domain, schedule))
              .orElse(List.of());
      ledger.settle(id, measured);
    }
  }

  private <P> List<Measured> measure(PlanningDomain<P> domain, Schedule schedule) {
    try {
      P problem = domain.problem(context(schedule, schedule.origin().plannedAt()));
      return domain.measure(
          domain.decode(problem, schedule.artefact()), context(schedule, schedule.validity().to()));
    } catch (RuntimeException unfit) {
      LOG.info("Schedule {} cannot be measured: {}", schedule.id(), unfit.getMessage());
      return List.of();
    }
  }

  private PlanningContext context(Schedule schedule, Instant now) {
    return new PlanningContext(
        city,
        schedule.scope(),
        now,
        schedule.cause().stream().flatMap(request -> request.findings().stream()).toList(),
        readings,
        Optional.empty());
  }
}
