package city.nhip.engine.ledger;

import city.nhip.engine.planning.Kpi;
import city.nhip.engine.planning.Measured;
import city.nhip.engine.schedule.Schedule;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The store of promises. */
@Repository
class Ledger {
  private final JdbcClient jdbc;
  private final Clock clock;

  Ledger(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Writes down what a plan promised when the field took it; once. */
  @Transactional
  public void promise(Schedule schedule) {
    boolean known =
        jdbc.sql("select count(*) from promise where schedule_id = ?")
                .param(schedule.id())
                .query(Integer.class)
                .single()
            > 0;
    if (!known) {
      schedule.review().kpis().forEach(kpi -> insert(schedule, kpi));
    }
  }

  private void insert(Schedule schedule, Kpi kpi) {
    jdbc.sql(
            """
            insert into promise (schedule_id, kpi, domain, scope, unit, label_vi, label_en, valid_from, valid_to,
              planned, unoptimized)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            schedule.id(),
            kpi.key(),
            schedule.domain(),
            schedule.scope(),
            kpi.unit(),
            kpi.label().vi(),
            kpi.label().en(),
            time(schedule.validity().from()),
            time(schedule.validity().to()),
            kpi.planned())
        .param(kpi.unoptimized().isPresent() ? kpi.unoptimized().getAsDouble() : null)
        .update();
  }

  /** Plans whose time is over and that nobody has measured yet, oldest first, at most 20. */
  List<UUID> due() {
    return jdbc.sql(
            "select distinct schedule_id, valid_to from promise where measured_at is null"
                + " and valid_to <= ? order by valid_to limit 20")
        .param(time(clock.instant()))
        .query((rows, number) -> rows.getObject(1, UUID.class))
        .list();
  }

  @Transactional
  public void settle(UUID schedule, List<Measured> measured) {
    Map<String, Measured> byKpi =
        measured.stream()
            .collect(Collectors.toMap(Measured::kpi, Function.identity(), (a, b) -> a));
    for (LedgerLine line : list(schedule)) {
      @Nullable Measured found = byKpi.get(line.kpi());
      jdbc.sql(
              "update promise set realised = :value, measured_by = :how, measured_at = :now"
                  + " where schedule_id = :id and kpi = :kpi")
          .param("value", found == null ? null : found.value())
          .param("how", found == null ? null : found.how().vi() + " | " + found.how().en())
          .param("now", time(clock.instant()))
          .param("id", schedule)
          .param("kpi", line.kpi())
          .update();
    }
  }

  List<LedgerLine> list(UUID schedule) {
    return jdbc.sql("select * from promise where schedule_id = ? order by kpi")
        .param(schedule)
        .query(LedgerLine::row)
        .list();
  }

  /** The promises of plans that began in a span, newest first, at most 5,000. */
  List<LedgerLine> list(Instant from, Instant to, Optional<String> domain) {
    return jdbc.sql(
            "select * from promise where valid_from >= :from and valid_from < :to"
                + " and (:domain = '' or domain = :domain) order by valid_from desc, schedule_id, kpi limit 5000")
        .param("from", time(from))
        .param("to", time(to))
        .param("domain", domain.orElse(""))
        .query(LedgerLine::row)
        .list();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
