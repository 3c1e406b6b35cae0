package city.nhip.engine.ledger;

import city.nhip.engine.city.Localized;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * One promise of one plan.
 *
 * @param planned what was promised at approval
 * @param unoptimized the domain's plain practice, as told at approval
 * @param realised what readings say; empty while the plan runs, or where nothing measures it
 * @param measuredBy which readings say so
 * @param measuredAt when the city looked; empty while the plan runs
 */
record LedgerLine(
    UUID schedule,
    String domain,
    String scope,
    String kpi,
    Localized label,
    String unit,
    Instant from,
    Instant to,
    double planned,
    OptionalDouble unoptimized,
    OptionalDouble realised,
    Optional<String> measuredBy,
    Optional<Instant> measuredAt) {
  static LedgerLine row(ResultSet rows, int number) throws SQLException {
    return new LedgerLine(
        rows.getObject("schedule_id", UUID.class),
        rows.getString("domain"),
        rows.getString("scope"),
        rows.getString("kpi"),
        new Localized(rows.getString("label_vi"), rows.getString("label_en")),
        rows.getString("unit"),
        rows.getObject("valid_from", OffsetDateTime.class).toInstant(),
        rows.getObject("valid_to", OffsetDateTime.class).toInstant(),
        rows.getDouble("planned"),
        figure(rows, "unoptimized"),
        figure(rows, "realised"),
        Optional.ofNullable(rows.getString("measured_by")),
        Optional.ofNullable(rows.getObject("measured_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static OptionalDouble figure(ResultSet rows, String column) throws SQLException {
    double value = rows.getDouble(column);
    return rows.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
