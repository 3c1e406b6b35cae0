package city.nhip.engine.schedule;

import city.nhip.engine.planning.FieldPlans;
import city.nhip.engine.safety.PlansInField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the field acknowledged, from then until a newer plan's acknowledgement or its own end. */
@Repository
class CarriedPlans implements FieldPlans, PlansInField {
  private final JdbcClient jdbc;
  private final Clock clock;

  CarriedPlans(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Optional<byte[]> find(String domain, String scope) {
    Instant now = clock.instant();
    return since(domain, scope, now).stream()
        .filter(it -> !now.isBefore(it.from()))
        .map(Carried::artefact)
        .findFirst();
  }

  @Override
  public List<Carried> since(String domain, String scope, Instant since) {
    List<Carried> all =
        jdbc.sql(
                """
                select s.artefact, s.valid_from, s.valid_to, p.acknowledged_at
                from publication p join schedule s on s.id = p.schedule_id
                where p.domain = ? and p.scope = ? and p.status = 'ACKNOWLEDGED' and s.valid_to > ?
                order by p.plan_seq
                """)
            .params(domain, scope, since.atOffset(ZoneOffset.UTC))
            .query(CarriedPlans::carried)
            .list();
    List<Carried> ran = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Carried it = all.get(i);
      Instant replaced = i + 1 < all.size() ? all.get(i + 1).from() : Instant.MAX;
      Instant until = replaced.isBefore(it.until()) ? replaced : it.until();
      if (until.isAfter(since) && until.isAfter(it.from())) {
        ran.add(new Carried(it.artefact(), it.from(), until));
      }
    }
    return ran;
  }

  private static Carried carried(ResultSet rows, int number) throws SQLException {
    Instant valid = instant(rows, "valid_from");
    Instant taken = instant(rows, "acknowledged_at");
    return new Carried(
        rows.getBytes("artefact"), taken.isAfter(valid) ? taken : valid, instant(rows, "valid_to"));
  }

  private static Instant instant(ResultSet rows, String column) throws SQLException {
    return rows.getObject(column, OffsetDateTime.class).toInstant();
  }
}
