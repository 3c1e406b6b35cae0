package city.nhip.engine.review;

import city.nhip.engine.audit.AuditLog;
import city.nhip.engine.city.Localized;
import city.nhip.engine.safety.SafetyChecks;
import city.nhip.engine.safety.SafetyVerdict;
import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.ScheduleApproved;
import city.nhip.engine.schedule.ScheduleStatus;
import city.nhip.engine.schedule.ScheduleWithdrawn;
import city.nhip.engine.schedule.Schedules;
import city.nhip.engine.web.BadField;
import city.nhip.engine.web.Stale;
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
  private final ReviewSettings settings;
  private final AuditLog audit;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Decisions(
      Schedules schedules,
      SafetyChecks safety,
      ReviewSettings settings,
      AuditLog audit,
      JdbcClient jdbc,
      Clock clock,
      ApplicationEventPublisher events) {
    this.schedules = schedules;
    this.safety = safety;
    this.settings = settings;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /** Who said what about a schedule. */
  record Decision(String by, Instant at, String decision, String reason) {}

  /**
   * Approval, decision, audit entry and outbox are one transaction. Where a domain asks for four
   * eyes, the first person's word is kept and the second one's approves.
   *
   * @throws Stale when the state is not the one that the person looked at
   * @throws CannotDecide when the schedule is no proposal any more, out of date, or altered
   */
  @Transactional
  public void approve(UUID id, String by, Approval word) {
    check(word.reason(), 0);
    Schedule schedule = proposal(id, word.match());
    if (!clock.instant().isBefore(schedule.validity().to())) {
      throw new CannotDecide(
          "Phương án đã hết hiệu lực. Hãy chờ đề xuất kế tiếp hoặc yêu cầu lập mới.",
          "Schedule %s was valid until %s. Wait for the next proposal or ask for one.",
          id,
          schedule.validity().to());
    }
    if (word.notBefore().filter(schedule.validity().to()::isAfter).isEmpty()
        && word.notBefore().isPresent()) {
      throw new BadField(
          "/notBefore",
          "Phương án chỉ có hiệu lực đến %s. Hãy chọn thời điểm sớm hơn.",
          "The plan is valid until %s only. Choose an earlier time.",
          schedule.validity().to());
    }
    if (!schedule.intact() || !word.hash().orElse(schedule.hash()).equals(schedule.hash())) {
      throw new CannotDecide(
          "Phương án không còn là bản đã được kiểm tra và hiển thị. Hãy tải lại.",
          "The plan of schedule %s is not the one that was checked and shown. Load it again.",
          id);
    }
    if (!safety.check(schedule.domain(), schedule.scope(), schedule.artefact()).safe()) {
      throw new CannotDecide(
          "Phương án không còn đạt kiểm tra an toàn. Hãy từ chối.",
          "Schedule %s no longer passes the safety check. Reject it.",
          id);
    }
    if (settings.fourEyes().contains(schedule.domain()) && isFirst(schedule, by)) {
      schedules.touch(schedule.line());
      record(schedule, by, "SECOND NEEDED", word.reason());
      return;
    }
    schedules.move(schedule.line(), ScheduleStatus.APPROVED);
    record(schedule, by, "APPROVED", word.reason());
    events.publishEvent(new ScheduleApproved(schedule, by, word.notBefore()));
  }

  /**
   * @return true for the first of two people
   * @throws CannotDecide when the same person comes twice
   */
  private boolean isFirst(Schedule schedule, String by) {
    List<Decision> first =
        list(schedule.id()).stream().filter(one -> one.decision().equals("SECOND NEEDED")).toList();
    if (first.stream().anyMatch(one -> one.by().equals(by))) {
      throw new CannotDecide(
          "%s đã duyệt rồi. Phương án này cần người thứ hai.",
          "%s approved this already. Plans of %s need a second person.", by, schedule.domain());
    }
    return first.isEmpty();
  }

  /**
   * @param reason 1 to 2,000 characters
   * @param match the {@code If-Match} of the state that the person looked at
   * @throws Stale when the state is not the one that the person looked at
   * @throws CannotDecide when the schedule is no proposal any more
   */
  @Transactional
  public UUID reject(UUID id, String by, String reason, Optional<String> match) {
    check(reason, 1);
    Schedule schedule = proposal(id, match);
    schedules.move(schedule.line(), ScheduleStatus.REJECTED);
    record(schedule, by, "REJECTED", reason);
    return id;
  }

  /**
   * Takes back a plan that was approved for later and has not left yet.
   *
   * @throws CannotDecide when it has left, or was not approved
   */
  @Transactional
  public UUID withdraw(UUID id, String by, String reason, Optional<String> match) {
    check(reason, 1);
    Schedule schedule =
        seen(
            id,
            match,
            ScheduleStatus.APPROVED,
            new Localized(
                "Phương án không còn chờ áp dụng nên không thể rút lại.",
                "Schedule %s is %s and cannot be taken back."));
    events.publishEvent(new ScheduleWithdrawn(schedule, by));
    schedules.move(schedule.line(), ScheduleStatus.REJECTED);
    record(schedule, by, "WITHDRAWN", reason);
    return id;
  }

  /**
   * Brings back the plan that the field carried before this one, byte for byte.
   *
   * @param id of the schedule in force
   * @return the schedule that is on its way now
   * @throws CannotDecide when this is not in force, or nothing valid was before it
   */
  @Transactional
  public UUID rollBack(UUID id, String by, String reason, Optional<String> match) {
    check(reason, 1);
    Schedule current =
        seen(
            id,
            match,
            ScheduleStatus.PUBLISHED,
            new Localized(
                "Chỉ phương án đang áp dụng mới có thể hoàn tác.",
                "Schedule %s is %s. Only the plan in force can be rolled back."));
    Schedule earlier =
        schedules
            .findBefore(current)
            .orElseThrow(
                () ->
                    new CannotDecide(
                        "Không có phương án trước nào còn hiệu lực. Hãy yêu cầu lập mới.",
                        "No plan before this one is still valid. Ask for a new proposal."));
    SafetyVerdict verdict = safety.check(earlier.domain(), earlier.scope(), earlier.artefact());
    if (!earlier.intact() || !verdict.safe()) {
      throw new CannotDecide(
          "Phương án trước không còn đạt kiểm tra an toàn.",
          "The plan before, %s, no longer passes the safety check.",
          earlier.id());
    }
    schedules.touch(current.line());
    record(current, by, "ROLLED BACK", reason);
    Schedule again = schedules.reissue(earlier, verdict);
    record(again, by, "APPROVED", reason);
    events.publishEvent(new ScheduleApproved(again, by, Optional.empty()));
    return again.id();
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
          "/reason",
          "Lý do phải có từ %d đến 2.000 ký tự. Hãy nêu lý do.",
          "The reason has %d to 2,000 characters. Say why.",
          least);
    }
  }

  private Schedule proposal(UUID id, Optional<String> match) {
    return seen(
        id,
        match,
        ScheduleStatus.PROPOSED,
        new Localized(
            "Phương án này không còn là đề xuất.", "Schedule %s is %s, no longer a proposal."));
  }

  /**
   * @param otherwise what to say of a schedule in another state: its id, its state
   */
  private Schedule seen(
      UUID id, Optional<String> match, ScheduleStatus wanted, Localized otherwise) {
    Schedule schedule = schedules.get(id);
    Stale.check(match, schedule.line().tag());
    if (schedule.status() != wanted) {
      throw new CannotDecide(otherwise.vi(), otherwise.en(), id, schedule.status());
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
