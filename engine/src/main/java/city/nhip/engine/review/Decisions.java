package city.nhip.engine.review;

import city.nhip.engine.audit.AuditLog;
import city.nhip.engine.safety.SafetyChecks;
import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.ScheduleApproved;
import city.nhip.engine.schedule.ScheduleStatus;
import city.nhip.engine.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
   * @throws CannotDecide when the schedule is no proposal any more, out of date, or altered
   */
  @Transactional
  public void approve(UUID id, String by, String reason) {
    Schedule schedule = proposal(id);
    if (!clock.instant().isBefore(schedule.validity().to())) {
      throw new CannotDecide(
          "Schedule %s was valid until %s. Wait for the next proposal or ask for one."
              .formatted(id, schedule.validity().to()));
    }
    if (!schedule.intact()) {
      throw new CannotDecide(
          "The plan of schedule %s is not the one that was checked. Tell the administrator."
              .formatted(id));
    }
    if (!safety.check(schedule.domain(), schedule.scope(), schedule.artefact()).safe()) {
      throw new CannotDecide(
          "Schedule %s no longer passes the safety check. Reject it.".formatted(id));
    }
    schedules.move(schedule, ScheduleStatus.APPROVED);
    record(schedule, by, "APPROVED", reason);
    events.publishEvent(new ScheduleApproved(schedule, by));
  }

  /**
   * @throws CannotDecide when the schedule is no proposal any more, or no reason is given
   */
  @Transactional
  public void reject(UUID id, String by, String reason) {
    if (reason.isBlank() || reason.length() > 2000) {
      throw new CannotDecide("A rejection needs a reason of 1 to 2,000 characters.");
    }
    Schedule schedule = proposal(id);
    schedules.move(schedule, ScheduleStatus.REJECTED);
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
