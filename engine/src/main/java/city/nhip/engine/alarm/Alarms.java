package city.nhip.engine.alarm;

import city.nhip.engine.audit.AuditLog;
import city.nhip.engine.city.Localized;
import city.nhip.engine.web.Conflict;
import city.nhip.engine.web.LiveEvent;
import city.nhip.engine.web.Stale;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The store of alarms: one lasts at most once for a kind and a subject. */
@Repository
class Alarms {
  /** They last until their cause goes away; all others until somebody has seen them. */
  private static final Set<String> LASTING = Set.of("device-silent", "device-drift");

  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Alarms(JdbcClient jdbc, AuditLog audit, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /**
   * What to raise; empty domain and zone where it has none.
   *
   * @param subject of which one alarm lasts: its asset, or a domain's scope
   */
  record Raise(
      String kind,
      int severity,
      String domain,
      String zone,
      String subject,
      String asset,
      Localized text) {
    String lane() {
      return Alarms.lane(kind, subject);
    }
  }

  private static String lane(String kind, String subject) {
    String lane = kind + "|" + subject;
    return lane.substring(0, Math.min(200, lane.length()));
  }

  /** Raises an alarm; where one of its subject lasts, that one counts what else happened. */
  @Transactional
  public void raise(Raise raise) {
    int counted =
        jdbc.sql(
                """
                update alarm set asset = :asset, text_vi = :vi, text_en = :en, times = times + 1
                where lane = :lane and asset <> :asset
                """)
            .param("asset", raise.asset())
            .param("vi", cut(raise.text().vi()))
            .param("en", cut(raise.text().en()))
            .param("lane", raise.lane())
            .update();
    int raised =
        jdbc.sql(
                """
                insert into alarm (lane, kind, severity, domain, zone, asset, text_vi, text_en, raised_at)
                select :lane, :kind, :severity, :domain, :zone, :asset, :vi, :en, :now
                where not exists (select 1 from alarm where lane = :lane)
                """)
            .param("lane", raise.lane())
            .param("kind", raise.kind())
            .param("severity", raise.severity())
            .param("domain", raise.domain())
            .param("zone", raise.zone())
            .param("asset", raise.asset())
            .param("vi", cut(raise.text().vi()))
            .param("en", cut(raise.text().en()))
            .param("now", now())
            .update();
    if (counted + raised > 0) {
      tell(raise.kind() + " " + raise.asset());
    }
  }

  /** Ends the alarms of a kind whose assets are not in trouble any more. */
  @Transactional
  public void endOthers(String kind, Set<String> troubled) {
    for (Alarm alarm : list()) {
      if (alarm.kind().equals(kind)
          && alarm.endedAt().isEmpty()
          && !troubled.contains(alarm.asset())) {
        end(alarm.id());
      }
    }
  }

  /** Ends an alarm that lasts, where there is one. */
  @Transactional
  public void end(String kind, String subject) {
    jdbc.sql("select id from alarm where lane = ?")
        .param(lane(kind, subject))
        .query(Long.class)
        .list()
        .forEach(this::end);
  }

  private void end(long id) {
    jdbc.sql("update alarm set lane = null, ended_at = ? where id = ?").params(now(), id).update();
    tell(Long.toString(id));
  }

  /**
   * @param match the tag that the person saw; empty asks for no check
   * @throws Conflict when somebody else was quicker
   */
  @Transactional
  public void acknowledge(long id, String by, Optional<String> match) {
    Stale.check(match, get(id).tag());
    int changed =
        jdbc.sql(
                "update alarm set acknowledged_at = ?, acknowledged_by = ?"
                    + " where id = ? and acknowledged_at is null")
            .params(now(), by, id)
            .update();
    if (changed != 1) {
      throw new Conflict("Cảnh báo đã được xác nhận.", "Alarm %d is acknowledged already.", id);
    }
    Alarm alarm = get(id);
    if (!LASTING.contains(alarm.kind())) {
      end(id);
    }
    audit.append(by, "ACKNOWLEDGED ALARM", "alarm " + id, alarm.kind() + " " + alarm.asset());
    tell(Long.toString(id));
  }

  Alarm get(long id) {
    return jdbc.sql("select * from alarm where id = ?")
        .param(id)
        .query(Alarms::row)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("There is no alarm " + id + "."));
  }

  /** What lasts, and what nobody has seen; then the newest others; at most 300. */
  List<Alarm> list() {
    return jdbc.sql(
            """
            select * from alarm order by case when ended_at is null then 0 else 1 end,
              severity desc, raised_at desc, id desc limit 300
            """)
        .query(Alarms::row)
        .list();
  }

  private static Alarm row(ResultSet rows, int number) throws SQLException {
    return new Alarm(
        rows.getLong("id"),
        rows.getString("kind"),
        rows.getInt("severity"),
        Optional.ofNullable(rows.getString("domain")).filter(text -> !text.isEmpty()),
        Optional.ofNullable(rows.getString("zone")).filter(text -> !text.isEmpty()),
        rows.getString("asset"),
        new Localized(rows.getString("text_vi"), rows.getString("text_en")),
        rows.getInt("times"),
        rows.getObject("raised_at", OffsetDateTime.class).toInstant(),
        instant(rows.getObject("ended_at", OffsetDateTime.class)),
        instant(rows.getObject("acknowledged_at", OffsetDateTime.class)),
        Optional.ofNullable(rows.getString("acknowledged_by")));
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }

  private void tell(String what) {
    events.publishEvent(new LiveEvent("alarm", what, Map.of()));
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(500, text.length()));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
