package city.nhip.rules.session;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.web.LiveEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Why the rules asked: kept for as long as the schedule that came of it. */
@Repository
class Firings {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final JsonMapper json;

  Firings(JdbcClient jdbc, ApplicationEventPublisher events, JsonMapper json) {
    this.jdbc = jdbc;
    this.events = events;
    this.json = json;
  }

  /** One rule that asked, on which readings. */
  record Firing(
      long id,
      String requestKey,
      String domain,
      String rule,
      String ruleVersion,
      String zone,
      Instant at,
      int severity,
      Localized reason,
      List<Long> readingIds,
      Asked.Trace trace) {}

  @Transactional
  public void record(Asked asked) {
    OptimizationRequest request = asked.request();
    int added =
        jdbc.sql(
                """
                insert into firing (request_key, domain, rule_name, rule_version, zone, at, severity,
                  reason_vi, reason_en, reading_ids, trace_json) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """)
            .params(
                request.key(),
                request.domain(),
                request.rule(),
                request.ruleVersion(),
                request.zone(),
                asked.at().atOffset(ZoneOffset.UTC),
                request.severity(),
                request.reason().vi(),
                request.reason().en(),
                request.readingIds().stream().map(String::valueOf).collect(Collectors.joining(",")),
                json.writeValueAsString(asked.trace()))
            .update();
    if (added == 1) {
      events.publishEvent(
          new LiveEvent(
              "firing",
              request.key(),
              Map.of(
                  "rule", request.rule(),
                  "zone", request.zone(),
                  "domain", request.domain(),
                  "severity", request.severity(),
                  "reasonVi", request.reason().vi(),
                  "reasonEn", request.reason().en())));
    }
  }

  List<Firing> list(Optional<String> zone) {
    return jdbc.sql(
            "select * from firing where (:zone = '' or zone = :zone) order by at desc, id desc limit 200")
        .param("zone", zone.orElse(""))
        .query(this::row)
        .list();
  }

  /** The newest firings that rest on any of these readings, among those of the day after them. */
  List<Firing> of(List<Long> readings) {
    if (readings.isEmpty()) {
      return List.of();
    }
    Optional<OffsetDateTime> first =
        jdbc.sql("select min(observed_at) from reading where id in (:ids)")
            .param("ids", readings)
            .query(OffsetDateTime.class)
            .optional();
    return first
        .map(
            from ->
                jdbc
                    .sql(
                        "select * from firing where at between ? and ? order by at desc, id desc limit 2000")
                    .params(from, from.plusDays(1))
                    .query(this::row)
                    .list()
                    .stream()
                    .filter(it -> !Collections.disjoint(it.readingIds(), readings))
                    .limit(100)
                    .toList())
        .orElse(List.of());
  }

  private Firing row(ResultSet rows, int number) throws SQLException {
    return new Firing(
        rows.getLong("id"),
        rows.getString("request_key"),
        rows.getString("domain"),
        rows.getString("rule_name"),
        rows.getString("rule_version"),
        rows.getString("zone"),
        rows.getObject("at", OffsetDateTime.class).toInstant(),
        rows.getInt("severity"),
        new Localized(rows.getString("reason_vi"), rows.getString("reason_en")),
        Arrays.stream(rows.getString("reading_ids").split(","))
            .filter(id -> !id.isEmpty())
            .map(Long::valueOf)
            .toList(),
        json.readValue(rows.getString("trace_json"), Asked.Trace.class));
  }
}
