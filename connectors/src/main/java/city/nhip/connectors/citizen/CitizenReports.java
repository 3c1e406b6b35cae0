package city.nhip.connectors.citizen;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The store of reports. */
@Repository
class CitizenReports {
  private static final Duration KEPT_AFTER_ANSWER = Duration.ofDays(90);
  private static final int PAGE = 200;
  private static final String ALL_BUT_PHOTO =
      "select id, code, kind, asset, zone, latitude, longitude, words, photo is not null as pictured,"
          + " device, reading_id, received_at, state, answered_at, answered_by, answer"
          + " from citizen_report ";

  private final JdbcClient jdbc;
  private final Clock clock;

  CitizenReports(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  void add(CitizenReport report) {
    jdbc.sql(
            "insert into citizen_report (code, kind, asset, zone, latitude, longitude, words, device,"
                + " reading_id, received_at, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(report.code())
        .param(report.kind().name())
        .param(report.asset())
        .param(report.zone())
        .param(report.latitude())
        .param(report.longitude())
        .param(report.words())
        .param(report.device().orElse(null))
        .param(report.reading().orElse(null))
        .param(report.receivedAt().atOffset(ZoneOffset.UTC))
        .param(report.state().name())
        .update();
  }

  /**
   * @return false where the report is unknown, answered, or has a photo already
   */
  boolean addPhoto(String code, byte[] photo) {
    return jdbc.sql(
                "update citizen_report set photo = ? where code = ? and photo is null"
                    + " and state in ('RECEIVED', 'TAKEN')")
            .params(photo, code)
            .update()
        == 1;
  }

  Optional<byte[]> photo(long id) {
    return jdbc.sql("select photo from citizen_report where id = ? and photo is not null")
        .param(id)
        .query((rows, number) -> rows.getBytes(1))
        .optional();
  }

  Optional<CitizenReport> find(String code) {
    return jdbc.sql(ALL_BUT_PHOTO + "where code = ?")
        .param(code)
        .query(CitizenReports::row)
        .optional();
  }

  Optional<CitizenReport> find(long id) {
    return jdbc.sql(ALL_BUT_PHOTO + "where id = ?").param(id).query(CitizenReports::row).optional();
  }

  /** What is open comes first, the newest before others. */
  List<CitizenReport> list() {
    return jdbc.sql(
            ALL_BUT_PHOTO
                + "order by case when state in ('RECEIVED', 'TAKEN') then 0 else 1 end, id desc"
                + " limit "
                + PAGE)
        .query(CitizenReports::row)
        .list();
  }

  /** How many stand where; states that no report is in are left out. */
  Map<ReportState, Long> counts() {
    Map<ReportState, Long> counts = new EnumMap<>(ReportState.class);
    jdbc.sql("select state, count(*) as many from citizen_report group by state")
        .query(
            rows -> {
              counts.put(ReportState.valueOf(rows.getString("state")), rows.getLong("many"));
            });
    return counts;
  }

  /**
   * @return false when somebody else answered it meanwhile
   */
  boolean answer(long id, ReportState state, String by, String answer) {
    return jdbc.sql(
                "update citizen_report set state = ?, answered_at = ?, answered_by = ?, answer = ?"
                    + " where id = ? and state in ('RECEIVED', 'TAKEN')")
            .params(state.name(), now(), by, answer, id)
            .update()
        == 1;
  }

  @Scheduled(fixedDelay = 3_600_000, initialDelay = 90_000)
  void forget() {
    jdbc.sql("delete from citizen_report where state in ('DONE', 'REFUSED') and answered_at < ?")
        .param(now().minus(KEPT_AFTER_ANSWER))
        .update();
  }

  private static CitizenReport row(ResultSet rows, int number) throws SQLException {
    @Nullable OffsetDateTime answeredAt = rows.getObject("answered_at", OffsetDateTime.class);
    return new CitizenReport(
        rows.getLong("id"),
        rows.getString("code"),
        ReportKind.valueOf(rows.getString("kind")),
        rows.getString("asset"),
        rows.getString("zone"),
        rows.getDouble("latitude"),
        rows.getDouble("longitude"),
        rows.getString("words"),
        rows.getBoolean("pictured"),
        Optional.ofNullable(rows.getString("device")),
        Optional.ofNullable(rows.getObject("reading_id", Long.class)),
        rows.getObject("received_at", OffsetDateTime.class).toInstant(),
        ReportState.valueOf(rows.getString("state")),
        Optional.ofNullable(answeredAt).map(OffsetDateTime::toInstant),
        Optional.ofNullable(rows.getString("answered_by")),
        Optional.ofNullable(rows.getString("answer")));
  }
}
