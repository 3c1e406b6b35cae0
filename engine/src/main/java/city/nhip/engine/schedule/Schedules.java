package city.nhip.engine.schedule;

import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.safety.SafetyVerdict;
import city.nhip.engine.web.LiveEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The store of schedules. Every change of state goes through here and tells the open pages. */
@Repository
public class Schedules {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final RowMapper<Schedule> row = this::row;

  Schedules(JdbcClient jdbc, JsonMapper json, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.events = events;
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
      List<OptimizationRequest> cause) {
    boolean safe = safety.safe() && proposal.feasible();
    if (safe) {
      list(Optional.of(ScheduleStatus.PROPOSED), Optional.of(domain)).stream()
          .filter(older -> older.scope().equals(scope))
          .forEach(older -> move(older, ScheduleStatus.SUPERSEDED));
    }
    UUID id = UUID.randomUUID();
    ScheduleStatus status = safe ? ScheduleStatus.PROPOSED : ScheduleStatus.UNSAFE;
    jdbc.sql(
            """
            insert into schedule (id, domain, scope, status, version, job_id, created_at, valid_from, valid_to,
              score, feasible, artefact, artefact_hash, proposal_json, safety_json, cause_json)
            values (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            domain,
            scope,
            status.name(),
            jobId,
            time(clock.instant()),
            time(proposal.validity().from()),
            time(proposal.validity().to()),
            proposal.score(),
            proposal.feasible(),
            proposal.artefact(),
            ArtefactHash.of(proposal.artefact()),
            json.writeValueAsString(Schedule.Review.of(proposal)),
            json.writeValueAsString(safety),
            json.writeValueAsString(cause))
        .update();
    tell(id, domain, scope, status);
    return id;
  }

  /**
   * @throws ScheduleChanged when somebody else changed the schedule since it was read
   */
  @Transactional
  public void move(Schedule schedule, ScheduleStatus to) {
    int changed =
        jdbc.sql(
                "update schedule set status = ?, version = version + 1 where id = ? and version = ?")
            .params(to.name(), schedule.id(), schedule.version())
            .update();
    if (changed != 1) {
      throw new ScheduleChanged(schedule.id());
    }
    tell(schedule.id(), schedule.domain(), schedule.scope(), to);
  }

  public Schedule get(UUID id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("There is no schedule " + id));
  }

  public Optional<Schedule> find(UUID id) {
    return jdbc.sql("select * from schedule where id = ?").param(id).query(row).optional();
  }

  /** Newest first, at most 200. */
  public List<Schedule> list(Optional<ScheduleStatus> status, Optional<String> domain) {
    return jdbc.sql(
            """
            select * from schedule where (:status = '' or status = :status)
              and (:domain = '' or domain = :domain) order by created_at desc, id limit 200
            """)
        .param("status", status.map(Enum::name).orElse(""))
        .param("domain", domain.orElse(""))
        .query(row)
        .list();
  }

  /** The schedule that the field acknowledged last for a scope. */
  public Optional<Schedule> findInForce(String domain, String scope) {
    return jdbc.sql(
            "select * from schedule where domain = ? and scope = ? and status = 'PUBLISHED'"
                + " order by created_at desc limit 1")
        .params(domain, scope)
        .query(row)
        .optional();
  }

  private void tell(UUID id, String domain, String scope, ScheduleStatus status) {
    events.publishEvent(
        new LiveEvent(
            "schedule",
            id.toString(),
            Map.of("domain", domain, "scope", scope, "status", status.name())));
  }

  private Schedule row(ResultSet rows, int number) throws SQLException {
    return new Schedule(
        rows.getObject("id", UUID.class),
        rows.getString("domain"),
        rows.getString("scope"),
        ScheduleStatus.valueOf(rows.getString("status")),
        rows.getInt("version"),
        rows.getObject("job_id", UUID.class),
        instant(rows, "created_at"),
        new TimeWindow(instant(rows, "valid_from"), instant(rows, "valid_to")),
        rows.getString("score"),
        rows.getBoolean("feasible"),
        rows.getBytes("artefact"),
        rows.getString("artefact_hash"),
        json.readValue(rows.getString("proposal_json"), Schedule.Review.class),
        json.readValue(rows.getString("safety_json"), SafetyVerdict.class),
        json.readValue(
            rows.getString("cause_json"), new TypeReference<List<OptimizationRequest>>() {}));
  }

  private static Instant instant(ResultSet rows, String column) throws SQLException {
    return rows.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
