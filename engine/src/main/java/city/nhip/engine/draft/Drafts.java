package city.nhip.engine.draft;

import city.nhip.engine.web.LiveEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The store of drafts. */
@Repository
class Drafts {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Drafts(JdbcClient jdbc, JsonMapper json, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.events = events;
  }

  @Transactional
  public Draft create(DraftAsk ask, String domain, String scope, String by) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into draft (id, kind, status, base_schedule, domain, scope, title, made_by, created_at, asked_json)
            values (?, ?, 'SOLVING', ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            ask.kind().name(),
            ask.schedule(),
            domain,
            scope,
            ask.title(),
            by,
            clock.instant().atOffset(ZoneOffset.UTC),
            json.writeValueAsString(ask))
        .update();
    tell(id, Draft.Status.SOLVING);
    return get(id);
  }

  @Transactional
  public void succeed(UUID id, PlanTrials.Trial trial) {
    jdbc.sql(
            "update draft set status = 'READY', result_json = ?, artefact = ?"
                + " where id = ? and status = 'SOLVING'")
        .params(json.writeValueAsString(trial.result()), trial.artefact(), id)
        .update();
    tell(id, Draft.Status.READY);
  }

  @Transactional
  public void fail(UUID id, String why) {
    jdbc.sql("update draft set status = 'FAILED', problem = ? where id = ? and status = 'SOLVING'")
        .params(why.substring(0, Math.min(2000, why.length())), id)
        .update();
    tell(id, Draft.Status.FAILED);
  }

  /** Nobody solves what a dead process left behind. */
  int failAbandoned() {
    return jdbc.sql("update draft set status = 'FAILED', problem = ? where status = 'SOLVING'")
        .param("The server was restarted meanwhile. Try again.")
        .update();
  }

  /**
   * @return false when it was offered already
   */
  boolean offered(UUID id, UUID schedule) {
    int changed =
        jdbc.sql(
                "update draft set status = 'OFFERED', offered_schedule = ?"
                    + " where id = ? and status = 'READY'")
            .params(schedule, id)
            .update();
    tell(id, Draft.Status.OFFERED);
    return changed == 1;
  }

  byte[] artefact(UUID id) {
    return jdbc.sql("select artefact from draft where id = ? and artefact is not null")
        .param(id)
        .query((rows, number) -> rows.getBytes(1))
        .optional()
        .orElseThrow(() -> new NoSuchElementException("Draft " + id + " has no plan."));
  }

  Draft get(UUID id) {
    return jdbc.sql("select * from draft where id = ?")
        .param(id)
        .query(this::row)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("There is no draft " + id));
  }

  /** Newest first, at most 100. */
  List<Draft> list() {
    return jdbc
        .sql("select * from draft order by created_at desc, id limit 100")
        .query(this::row)
        .list()
        .stream()
        .map(Draft::brief)
        .toList();
  }

  private Draft row(ResultSet rows, int number) throws SQLException {
    @Nullable String result = rows.getString("result_json");
    return new Draft(
        rows.getObject("id", UUID.class),
        Draft.Kind.valueOf(rows.getString("kind")),
        Draft.Status.valueOf(rows.getString("status")),
        rows.getObject("base_schedule", UUID.class),
        rows.getString("domain"),
        rows.getString("scope"),
        rows.getString("title"),
        rows.getString("made_by"),
        rows.getObject("created_at", OffsetDateTime.class).toInstant(),
        json.readValue(rows.getString("asked_json"), DraftAsk.class),
        result == null ? Optional.empty() : Optional.of(json.readValue(result, DraftResult.class)),
        Optional.ofNullable(rows.getString("problem")),
        Optional.ofNullable(rows.getObject("offered_schedule", UUID.class)));
  }

  private void tell(UUID id, Draft.Status status) {
    events.publishEvent(new LiveEvent("draft", id.toString(), Map.of("status", status.name())));
  }
}
