package city.nhip.engine.publication;

import city.nhip.engine.audit.AuditLog;
import city.nhip.engine.safety.SafetyChecks;
import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.ScheduleAnnex;
import city.nhip.engine.schedule.ScheduleApproved;
import city.nhip.engine.schedule.ScheduleStatus;
import city.nhip.engine.schedule.ScheduleWithdrawn;
import city.nhip.engine.schedule.Schedules;
import city.nhip.engine.web.Conflict;
import city.nhip.engine.web.LiveEvent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries approved schedules to the field. A row is written in the approval's transaction and
 * delivered until the field says that it carries this very sequence and hash; repeating a delivery
 * does no harm.
 */
@Service
class Outbox implements ScheduleAnnex {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final OutboxRows rows;
  private final Schedules schedules;
  private final SafetyChecks safety;
  private final List<SchedulePublisher> publishers;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  Outbox(
      OutboxRows rows,
      Schedules schedules,
      SafetyChecks safety,
      List<SchedulePublisher> publishers,
      AuditLog audit,
      Clock clock,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.schedules = schedules;
    this.safety = safety;
    this.publishers = publishers;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
    this.events = events;
  }

  /** Runs inside the approving transaction. */
  @EventListener
  void stage(ScheduleApproved approved) {
    Schedule schedule = approved.schedule();
    UUID id = rows.add(schedule, approved.notBefore());
    tell(id, schedule, "PENDING");
  }

  /** Runs inside the withdrawing transaction. */
  @EventListener
  void keep(ScheduleWithdrawn withdrawn) {
    if (!rows.takeBack(withdrawn.schedule().id(), withdrawn.by())) {
      throw new Conflict(
          "Phương án đã được gửi đi. Hãy hoàn tác khi thiết bị đã nhận.",
          "The plan has left already. Roll it back once the field has it.");
    }
  }

  /** Delivers what is due, oldest first; called by one task at a time. */
  void deliver() {
    rows.due().forEach(this::deliver);
  }

  private void deliver(PublicationView row) {
    try {
      Schedule schedule = schedules.get(row.scheduleId());
      Optional<Ending> refusal = refusal(row, schedule);
      if (refusal.isPresent()) {
        fail(row, schedule, refusal.get());
      } else {
        send(row, schedule);
      }
    } catch (RuntimeException failure) {
      LOG.warn("Publication {} will be tried again: {}", row.id(), failure.getMessage());
      rows.again(row, String.valueOf(failure.getMessage()));
    }
  }

  /** Why a publication ends unsent, and what becomes of its schedule. */
  private record Ending(ScheduleStatus status, String why) {}

  /** The last look before the plan leaves. */
  private Optional<Ending> refusal(PublicationView row, Schedule schedule) {
    if (!schedule.intact() || !schedule.hash().equals(row.hash())) {
      return Optional.of(
          new Ending(ScheduleStatus.UNSAFE, "The plan is not the approved one. It was not sent."));
    }
    if (!safety.check(row.domain(), row.scope(), schedule.artefact()).safe()) {
      return Optional.of(
          new Ending(ScheduleStatus.UNSAFE, "The plan is no longer safe. It was not sent."));
    }
    if (!clock.instant().isBefore(schedule.validity().to())) {
      return Optional.of(
          new Ending(ScheduleStatus.EXPIRED, "Its validity ended before the field took it."));
    }
    return rows.overtaken(row)
        ? Optional.of(
            new Ending(ScheduleStatus.SUPERSEDED, "A newer plan was approved. It was not sent."))
        : Optional.empty();
  }

  private void send(PublicationView row, Schedule schedule) {
    SchedulePublisher publisher =
        publishers.stream()
            .filter(one -> one.publishes(row.domain()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "No publisher takes %s schedules. Configure one.".formatted(row.domain())));
    SchedulePublisher.Acknowledgement answer =
        publisher.publish(
            new Publication(
                row.id(),
                schedule.id(),
                row.domain(),
                row.scope(),
                row.sequence(),
                row.hash(),
                schedule.validity(),
                schedule.artefact()));
    if (answer.sequence() > row.sequence()) {
      fail(
          row,
          schedule,
          new Ending(
              ScheduleStatus.SUPERSEDED,
              "The field carries a newer plan, number " + answer.sequence() + "."));
    } else if (answer.sequence() == row.sequence() && answer.hash().equals(row.hash())) {
      acknowledge(row, schedule, publisher.target());
    } else {
      rows.again(
          row, "The field read back plan %d, %s".formatted(answer.sequence(), answer.hash()));
    }
  }

  private void acknowledge(PublicationView row, Schedule schedule, String target) {
    transaction.executeWithoutResult(
        status -> {
          if (rows.acknowledge(row, target)) {
            schedules
                .list(row.domain(), row.scope(), ScheduleStatus.PUBLISHED)
                .forEach(older -> schedules.move(older, ScheduleStatus.SUPERSEDED));
            schedules.move(schedule.line(), ScheduleStatus.PUBLISHED);
            audit.append(
                target,
                "ACKNOWLEDGED",
                "schedule " + schedule.id(),
                "plan number " + row.sequence() + " " + row.hash());
            events.publishEvent(new SchedulePublished(row.id(), schedule));
            tell(row.id(), schedule, "ACKNOWLEDGED");
          }
        });
  }

  private void fail(PublicationView row, Schedule schedule, Ending ending) {
    LOG.error("Publication {} of schedule {}: {}", row.id(), schedule.id(), ending.why());
    transaction.executeWithoutResult(
        status -> {
          if (rows.fail(row, ending.why())) {
            schedules.move(schedule.line(), ending.status());
            audit.append("nhip", "NOT PUBLISHED", "schedule " + schedule.id(), ending.why());
            tell(row.id(), schedule, "FAILED");
          }
        });
  }

  @Override
  public String field() {
    return "publications";
  }

  @Override
  public List<PublicationView> list(UUID schedule) {
    return rows.of(schedule);
  }

  List<PublicationView> list() {
    return rows.newest();
  }

  private void tell(UUID id, Schedule schedule, String status) {
    events.publishEvent(
        new LiveEvent(
            "publication",
            id.toString(),
            Map.of(
                "domain", schedule.domain(),
                "scope", schedule.scope(),
                "scheduleId", schedule.id().toString(),
                "status", status)));
  }
}
