package city.nhip.engine.review;

import city.nhip.engine.audit.AuditLog;
import city.nhip.engine.safety.SafetyChecks;
import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.ScheduleApproved;
import city.nhip.engine.schedule.ScheduleStatus;
import city.nhip.engine.schedule.Schedules;
import city.nhip.engine.web.BadField;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A named person's word on a proposal. Of two who decide at once, one wins and one is told. */
@Service
class Decisions {
  private final Schedules schedules;
  private final SafetyChecks safety;
  private final AuditLog audit;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Decisions(
      Schedules schedules,
      SafetyChecks safety,
      AuditLog audit,
      JdbcClient jdbc,
      Clock clock,
      ApplicationEventPublisher events) {
    this.schedules = schedules;
    this.safety = safety;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /** Who said what about a schedule. */
  record Decision(String by, Instant at, String decision, String reason) {}

  /**
   * Approval, decision, audit entry and outbox are one transaction.
   *
   * @param seen the hash of the plan that the person looked at, where the caller knows it
   * @throws CannotDecide when the schedule is no proposal any more, out of date, or altered
   */
  @Transactional
  public void approve(UUID id, String by, String reason, Optional<String> seen) {
    check(reason, 0);
    Schedule schedule = proposal(id);
    if (!clock.instant().isBefore(schedule.validity().to())) {
      throw new CannotDecide(
          "Schedule %s was valid until %s. Wait for the next proposal or ask for one."
              .formatted(id, schedule.validity().to()));
    }
    if (!schedule.intact() || !seen.orElse(schedule.hash()).equals(schedule.hash())) {
      throw new CannotDecide(
          "The plan of schedule %s is not the one that was checked and shown. Load it again."
              .formatted(id));
    }
    if (!safety.check(schedule.domain(), schedule.scope(), schedule.artefact()).safe()) {
      throw new CannotDecide(
          "Schedule %s no longer passes the safety check. Reject it.".formatted(id));
    }
    schedules.move(schedule.line(), ScheduleStatus.APPROVED);
    record(schedule, by, "APPROVED", reason);
    events.publishEvent(new ScheduleApproved(schedule, by));
  }

  /**
   * @param reason 1 to 2,000 characters
   * @throws CannotDecide when the schedule is no proposal any more
   */
  @Transactional
  public void reject(UUID id, String by, String reason) {
    check(reason, 1);
    Schedule schedule = proposal(id);
    schedules.move(schedule.line(), ScheduleStatus.REJECTED);
    record(schedule, by, "REJECTED", reason);
  }

  List<Decision> list(UUID id) {
    return jdbc.sql("select * from schedule_decision where schedule_id = ? order by id")
        .param(id)
        .query(
            (rows, number) ->
                new Decision(
                    rows.getString("decided_by"),
                    rows.getObject("decided_at", OffsetDateTime.class).toInstant(),
                    rows.getString("decision"),
                    rows.getString("reason")))
        .list();
  }

  private static void check(String reason, int least) {
    if (reason.strip().length() < least || reason.length() > 2000) {
      throw new BadField(
          "/reason", "The reason has %d to 2,000 characters. Say why.".formatted(least));
    }
  }

  private Schedule proposal(UUID id) {
    Schedule schedule = schedules.get(id);
    if (schedule.status() != ScheduleStatus.PROPOSED) {
      throw new CannotDecide(
          "Schedule %s is %s, no longer a proposal.".formatted(id, schedule.status()));
    }
    return schedule;
  }

  private void record(Schedule schedule, String by, String decision, String reason) {
    jdbc.sql(
            "insert into schedule_decision (schedule_id, decided_by, decided_at, decision, reason)"
                + " values (?, ?, ?, ?, ?)")
        .params(schedule.id(), by, clock.instant().atOffset(ZoneOffset.UTC), decision, reason)
        .update();
    audit.append(by, decision, "schedule " + schedule.id(), schedule.hash() + " " + reason);
  }
}
