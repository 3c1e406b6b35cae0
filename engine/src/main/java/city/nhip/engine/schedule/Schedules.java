package city.nhip.engine.schedule;

import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.Expected;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.safety.SafetyVerdict;
import city.nhip.engine.web.LiveEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The store of schedules. Every change of state goes through here and tells the open pages. Long,
 * for it is the one place that writes the table: states and their order are told nowhere else.
 */
@Repository
public class Schedules {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final ScheduleRows rows;

  Schedules(JdbcClient jdbc, JsonMapper json, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.events = events;
    this.rows = new ScheduleRows(json);
  }

  /**
   * Stores a job's result; an older proposal for the same scope is superseded. A job has one
   * schedule: a second one is refused by the database.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID propose(
      UUID jobId,
      String domain,
      String scope,
      Proposal proposal,
      SafetyVerdict safety,
      List<OptimizationRequest> cause,
      ScheduleOrigin origin) {
    boolean safe = safety.safe() && proposal.feasible();
    if (safe) {
      list(domain, scope, ScheduleStatus.PROPOSED)
          .forEach(older -> move(older, ScheduleStatus.SUPERSEDED));
    }
    ScheduleStatus status = safe ? ScheduleStatus.PROPOSED : ScheduleStatus.UNSAFE;
    return insert(
        new Row(
            jobId,
            domain,
            scope,
            status,
            proposal.validity(),
            proposal.score(),
            proposal.feasible(),
            proposal.artefact(),
            Schedule.Review.of(proposal),
            safety,
            cause,
            origin,
            proposal.expected()));
  }

  /**
   * Brings an earlier plan back, byte for byte, as an approved schedule of its own.
   *
   * @param verdict of a safety check made now
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Schedule reissue(Schedule earlier, SafetyVerdict verdict) {
    return get(
        insert(
            new Row(
                UUID.randomUUID(),
                earlier.domain(),
                earlier.scope(),
                ScheduleStatus.APPROVED,
                earlier.validity(),
                earlier.score(),
                earlier.feasible(),
                earlier.artefact(),
                earlier.review(),
                verdict,
                earlier.cause(),
                new ScheduleOrigin(
                    ScheduleOrigin.Kind.ROLLBACK,
                    Optional.of(earlier.id()),
                    earlier.origin().plannedAt()),
                earlier.expected())));
  }

  /** A schedule before it has an id. */
  private record Row(
      UUID jobId,
      String domain,
      String scope,
      ScheduleStatus status,
      TimeWindow validity,
      String score,
      boolean feasible,
      byte[] artefact,
      Schedule.Review review,
      SafetyVerdict safety,
      List<OptimizationRequest> cause,
      ScheduleOrigin origin,
      List<Expected> expected) {}

  private UUID insert(Row row) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into schedule (id, domain, scope, status, version, job_id, created_at, valid_from, valid_to,
              score, feasible, artefact, artefact_hash, proposal_json, safety_json, cause_json, origin,
              planned_at, expected_json, origin_schedule)
            values (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            row.domain(),
            row.scope(),
            row.status().name(),
            row.jobId(),
            time(clock.instant()),
            time(row.validity().from()),
            time(row.validity().to()),
            row.score(),
            row.feasible(),
            row.artefact(),
            ArtefactHash.of(row.artefact()),
            json.writeValueAsString(row.review()),
            json.writeValueAsString(row.safety()),
            json.writeValueAsString(row.cause()),
            row.origin().kind().name(),
            time(row.origin().plannedAt()),
            json.writeValueAsString(row.expected()))
        .param(row.origin().schedule().orElse(null))
        .update();
    tell(id, row.domain(), row.scope(), row.status(), row.safety());
    return id;
  }

  /**
   * @throws ScheduleChanged when somebody else changed the schedule since it was read
   */
  @Transactional
  public void move(ScheduleLine schedule, ScheduleStatus to) {
    int changed =
        jdbc.sql(
                "update schedule set status = ?, version = version + 1 where id = ? and version = ?")
            .params(to.name(), schedule.id(), schedule.version())
            .update();
    if (changed != 1) {
      throw new ScheduleChanged(schedule.id());
    }
    tell(schedule.id(), schedule.domain(), schedule.scope(), to, schedule.safety());
  }

  /** Closes the proposals that nobody decided about in time. */
  @Transactional
  public void expire() {
    jdbc.sql(
            "select "
                + ScheduleRows.LINE
                + " from schedule where status = 'PROPOSED' and valid_to <= ?")
        .param(time(clock.instant()))
        .query(rows::line)
        .list()
        .forEach(late -> move(late, ScheduleStatus.EXPIRED));
  }

  public Schedule get(UUID id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("There is no schedule " + id));
  }

  public Optional<Schedule> find(UUID id) {
    return jdbc.sql("select " + ScheduleRows.WHOLE + " from schedule where id = ?")
        .param(id)
        .query(rows::whole)
        .optional();
  }

  /** Newest first, at most 200. */
  public List<ScheduleLine> list(Optional<ScheduleStatus> status, Optional<String> domain) {
    return jdbc.sql(
            "select "
                + ScheduleRows.LINE
                + " from schedule where (:status = '' or status = :status)"
                + " and (:domain = '' or domain = :domain) order by created_at desc, id limit 200")
        .param("status", status.map(Enum::name).orElse(""))
        .param("domain", domain.orElse(""))
        .query(rows::line)
        .list();
  }

  /** All of a scope in one state, oldest first. */
  public List<ScheduleLine> list(String domain, String scope, ScheduleStatus status) {
    return jdbc.sql(
            "select "
                + ScheduleRows.LINE
                + " from schedule where domain = ? and scope = ? and status = ?"
                + " order by created_at, id")
        .params(domain, scope, status.name())
        .query(rows::line)
        .list();
  }

  /** What came of one request, oldest first. */
  public List<ScheduleLine> causedBy(String requestKey) {
    return jdbc.sql(
            "select "
                + ScheduleRows.LINE
                + " from schedule where job_id in"
                + " (select job_id from optimization_request where request_key = ?) order by created_at, id")
        .param(requestKey)
        .query(rows::line)
        .list();
  }

  /** Takes one version further without a change of state: somebody said a word about it. */
  @Transactional
  public void touch(ScheduleLine schedule) {
    move(schedule, schedule.status());
  }

  /** The schedule that the field acknowledged last for a scope, while it is valid. */
  public Optional<Schedule> findInForce(String domain, String scope) {
    return jdbc.sql(
            "select "
                + ScheduleRows.WHOLE
                + " from schedule where domain = ? and scope = ? and status = 'PUBLISHED'"
                + " and valid_to > ? order by created_at desc limit 1")
        .params(domain, scope, time(clock.instant()))
        .query(rows::whole)
        .optional();
  }

  /** The plan that the field carried last before another one, while it is valid. */
  public Optional<Schedule> findBefore(Schedule current) {
    return jdbc.sql(
            "select "
                + ScheduleRows.WHOLE
                + """
                 from schedule where domain = ? and scope = ? and id <> ? and status = 'SUPERSEDED'
                  and valid_to > ? and artefact_hash <> ? and exists (select 1 from publication p
                    where p.schedule_id = schedule.id and p.status = 'ACKNOWLEDGED')
                order by (select max(p.plan_seq) from publication p where p.schedule_id = schedule.id) desc
                limit 1
                """)
        .params(
            current.domain(), current.scope(), current.id(), time(clock.instant()), current.hash())
        .query(rows::whole)
        .optional();
  }

  private void tell(
      UUID id, String domain, String scope, ScheduleStatus status, SafetyVerdict safety) {
    events.publishEvent(
        new LiveEvent(
            "schedule",
            id.toString(),
            Map.of(
                "domain",
                domain,
                "scope",
                scope,
                "status",
                status.name(),
                "violations",
                safety.violations().size(),
                "violation",
                safety.violations().isEmpty() ? "" : safety.violations().get(0).rule())));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
