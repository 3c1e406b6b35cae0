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
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
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
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Schedules schedules;
  private final SafetyChecks safety;
  private final List<SchedulePublisher> publishers;
  private final AuditLog audit;
  private final Clock clock;
  private final Clock wallClock = Clock.systemUTC();
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  Outbox(
      JdbcClient jdbc,
      Schedules schedules,
      SafetyChecks safety,
      List<SchedulePublisher> publishers,
      AuditLog audit,
      Clock clock,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
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
    long sequence =
        jdbc.sql(
                "select coalesce(max(plan_seq), 0) + 1 from publication where domain = ? and scope = ?")
            .params(schedule.domain(), schedule.scope())
            .query(Long.class)
            .single();
    UUID id = UUID.randomUUID();
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into publication (id, schedule_id, domain, scope, plan_seq, artefact_hash, status, attempts,
              created_at, next_attempt_at, not_before)
            values (?, ?, ?, ?, ?, ?, 'PENDING', 0, ?, ?, ?)
            """)
        .params(
            id,
            schedule.id(),
            schedule.domain(),
            schedule.scope(),
            sequence,
            schedule.hash(),
            now,
            wallClock.instant().atOffset(ZoneOffset.UTC))
        .param(approved.notBefore().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
        .update();
    tell(id, schedule, "PENDING");
  }

  /** Runs inside the withdrawing transaction. */
  @EventListener
  void keep(ScheduleWithdrawn withdrawn) {
    int kept =
        jdbc.sql(
                "update publication set status = 'FAILED', last_error = ?"
                    + " where schedule_id = ? and status = 'PENDING' and attempts = 0 and not_before > ?")
            .params(
                "Taken back by " + withdrawn.by(),
                withdrawn.schedule().id(),
                clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (kept != 1) {
      throw new Conflict("The plan has left already. Roll it back once the field has it.");
    }
  }

  /** Delivers what is due, oldest first; called by one task at a time. */
  void deliver() {
    jdbc.sql(
            "select * from publication where status = 'PENDING' and next_attempt_at <= ?"
                + " and (not_before is null or not_before <= ?) order by next_attempt_at, plan_seq limit 20")
        .params(
            wallClock.instant().atOffset(ZoneOffset.UTC), clock.instant().atOffset(ZoneOffset.UTC))
        .query(PublicationView::row)
        .list()
        .forEach(this::deliver);
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
      again(row, String.valueOf(failure.getMessage()));
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
    boolean newer =
        jdbc.sql(
                    "select count(*) from publication"
                        + " where domain = ? and scope = ? and plan_seq > ? and status <> 'FAILED'")
                .params(row.domain(), row.scope(), row.sequence())
                .query(Integer.class)
                .single()
            > 0;
    return newer
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
      again(row, "The field read back plan %d, %s".formatted(answer.sequence(), answer.hash()));
    }
  }

  private void acknowledge(PublicationView row, Schedule schedule, String target) {
    transaction.executeWithoutResult(
        status -> {
          int changed =
              jdbc.sql(
                      """
                      update publication set status = 'ACKNOWLEDGED', acknowledged_at = ?, attempts = attempts + 1,
                        last_error = null, target = ? where id = ? and status = 'PENDING'
                      """)
                  .params(clock.instant().atOffset(ZoneOffset.UTC), target, row.id())
                  .update();
          if (changed == 1) {
            schedules
                .list(row.domain(), row.scope(), ScheduleStatus.PUBLISHED)
                .forEach(older -> schedules.move(older, ScheduleStatus.SUPERSEDED));
            schedules.move(schedule.line(), ScheduleStatus.PUBLISHED);
            audit.append(
                target,
                "ACKNOWLEDGED",
                "schedule " + schedule.id(),
                "plan number " + row.sequence() + " " + row.hash());
            tell(row.id(), schedule, "ACKNOWLEDGED");
          }
        });
  }

  private void fail(PublicationView row, Schedule schedule, Ending ending) {
    LOG.error("Publication {} of schedule {}: {}", row.id(), schedule.id(), ending.why());
    transaction.executeWithoutResult(
        status -> {
          int changed =
              jdbc.sql(
                      "update publication set status = 'FAILED', last_error = ?"
                          + " where id = ? and status = 'PENDING'")
                  .params(ending.why(), row.id())
                  .update();
          if (changed == 1) {
            schedules.move(schedule.line(), ending.status());
            audit.append("nhip", "NOT PUBLISHED", "schedule " + schedule.id(), ending.why());
            tell(row.id(), schedule, "FAILED");
          }
        });
  }

  private void again(PublicationView row, String why) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(row.attempts(), 6));
    jdbc.sql(
            "update publication set attempts = attempts + 1, next_attempt_at = ?, last_error = ?"
                + " where id = ? and status = 'PENDING'")
        .params(
            wallClock
                .instant()
                .plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE)
                .atOffset(ZoneOffset.UTC),
            why.substring(0, Math.min(2000, why.length())),
            row.id())
        .update();
  }

  @Override
  public String field() {
    return "publications";
  }

  @Override
  public List<PublicationView> list(UUID schedule) {
    return jdbc.sql("select * from publication where schedule_id = ? order by plan_seq")
        .param(schedule)
        .query(PublicationView::row)
        .list();
  }

  List<PublicationView> list() {
    return jdbc.sql("select * from publication order by created_at desc, id limit 200")
        .query(PublicationView::row)
        .list();
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
