package city.nhip.rules.life;

import city.nhip.engine.city.Localized;
import city.nhip.engine.web.LiveEvent;
import city.nhip.rules.rulebook.RulePackage;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps every version and every step of its life. */
@Repository
class RuleVersions {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  RuleVersions(JdbcClient jdbc, JsonMapper json, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.events = events;
  }

  /** A step in a version's life. */
  record Step(RuleStatus status, String by, Instant at, String reason) {}

  /** What a shadow would have asked. */
  record ShadowAsk(String rule, String zone, Instant at, Localized reason) {}

  /** Newest first. */
  List<RuleVersion> list() {
    return jdbc.sql("select * from rule_version order by id desc limit 500")
        .query(this::row)
        .list();
  }

  List<RuleVersion> list(RuleStatus status) {
    return jdbc.sql("select * from rule_version where status = ? order by package, id")
        .param(status.name())
        .query(this::row)
        .list();
  }

  RuleVersion get(long id) {
    return jdbc.sql("select * from rule_version where id = ?")
        .param(id)
        .query(this::row)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("There is no rule version " + id + "."));
  }

  Optional<RuleVersion> find(String name, String version) {
    return jdbc.sql("select * from rule_version where package = ? and version = ?")
        .params(name, version)
        .query(this::row)
        .optional();
  }

  Optional<RuleVersion> findActive(String name) {
    return jdbc.sql("select * from rule_version where package = ? and status = 'ACTIVE'")
        .param(name)
        .query(this::row)
        .optional();
  }

  /** The one that was active before the present one. */
  Optional<RuleVersion> findPrevious(String name) {
    return jdbc.sql(
            """
            select * from rule_version where package = ? and status = 'RETIRED'
              and active_since is not null order by active_since desc limit 1
            """)
        .param(name)
        .query(this::row)
        .optional();
  }

  RuleVersion add(RulePackage rules, String author, String reason) {
    jdbc.sql(
            """
            insert into rule_version (package, version, status, author, reason, created_at,
              files_json) values (?, ?, 'DRAFT', ?, ?, ?, ?)
            """)
        .params(
            rules.name(),
            rules.version(),
            author,
            reason,
            now(),
            json.writeValueAsString(rules.files()))
        .update();
    RuleVersion added = find(rules.name(), rules.version()).orElseThrow();
    step(added, RuleStatus.DRAFT, author, reason);
    return added;
  }

  /** Moves a version on and says who did it. */
  void move(RuleVersion version, RuleStatus to, String by, String reason) {
    jdbc.sql("update rule_version set status = ? where id = ?")
        .params(to.name(), version.id())
        .update();
    if (to == RuleStatus.ACTIVE) {
      jdbc.sql("update rule_version set active_since = ? where id = ?")
          .params(now(), version.id())
          .update();
    }
    step(version, to, by, reason);
  }

  /** A step that changes no status. */
  void note(RuleVersion version, String by, String reason) {
    step(version, version.status(), by, reason);
  }

  private void step(RuleVersion version, RuleStatus status, String by, String reason) {
    jdbc.sql(
            """
            insert into rule_version_step (version_id, status, done_by, done_at, reason)
              values (?, ?, ?, ?, ?)
            """)
        .params(version.id(), status.name(), by, now(), reason)
        .update();
    events.publishEvent(
        new LiveEvent(
            "rules",
            String.valueOf(version.id()),
            Map.of("package", version.rules().name(), "status", status.name())));
  }

  List<Step> steps(long id) {
    return jdbc.sql("select * from rule_version_step where version_id = ? order by id")
        .param(id)
        .query(
            (rows, number) ->
                new Step(
                    RuleStatus.valueOf(rows.getString("status")),
                    rows.getString("done_by"),
                    time(rows, "done_at").orElseThrow(),
                    rows.getString("reason")))
        .list();
  }

  void addShadowAsk(
      long version, String rule, String zone, Instant at, String key, Localized reason) {
    jdbc.sql(
            """
            insert into shadow_ask (version_id, rule_name, zone, at, request_key, reason_vi, reason_en)
              values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(version, rule, zone, at.atOffset(ZoneOffset.UTC), key, reason.vi(), reason.en())
        .update();
  }

  List<ShadowAsk> shadowAsks(long version) {
    return jdbc.sql("select * from shadow_ask where version_id = ? order by id desc limit 500")
        .param(version)
        .query(
            (rows, number) ->
                new ShadowAsk(
                    rows.getString("rule_name"),
                    rows.getString("zone"),
                    time(rows, "at").orElseThrow(),
                    new Localized(rows.getString("reason_vi"), rows.getString("reason_en"))))
        .list();
  }

  private RuleVersion row(ResultSet rows, int number) throws SQLException {
    Map<String, String> files =
        json.readValue(rows.getString("files_json"), new TypeReference<Map<String, String>>() {});
    return new RuleVersion(
        rows.getLong("id"),
        RulePackage.of(rows.getString("package"), files),
        RuleStatus.valueOf(rows.getString("status")),
        rows.getString("author"),
        rows.getString("reason"),
        time(rows, "created_at").orElseThrow(),
        time(rows, "active_since"));
  }

  private static Optional<Instant> time(ResultSet rows, String column) throws SQLException {
    return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
