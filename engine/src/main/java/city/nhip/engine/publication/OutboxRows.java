package city.nhip.engine.publication;

import city.nhip.engine.schedule.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox's rows. What waits is told by the city's clock, when to try again by the wall's. */
@Repository
class OutboxRows {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final int LONGEST_REASON = 2_000;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Clock wallClock = Clock.systemUTC();

  OutboxRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private static OffsetDateTime now(Clock clock) {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  UUID add(Schedule schedule, Optional<Instant> notBefore) {
    long sequence =
        jdbc.sql(
                "select coalesce(max(plan_seq), 0) + 1 from publication where domain = ? and scope = ?")
            .params(schedule.domain(), schedule.scope())
            .query(Long.class)
            .single();
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into publication (id, schedule_id, domain, scope, plan_seq, artefact_hash, status, attempts,
              created_at, next_attempt_at, not_before)
            values (?, ?, ?, ?, ?, ?, 'PENDING', 0, ?, ?, ?)
            """)
        .params(
            id,
            schedule.id(),
            schedule.domain(),
            schedule.scope(),
            sequence,
            schedule.hash(),
            now(clock),
            now(wallClock))
        .param(notBefore.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
        .update();
    return id;
  }

  /**
   * @return false when the plan has left already
   */
  boolean takeBack(UUID schedule, String by) {
    return jdbc.sql(
                "update publication set status = 'FAILED', last_error = ?"
                    + " where schedule_id = ? and status = 'PENDING' and attempts = 0 and not_before > ?")
            .params("Taken back by " + by, schedule, now(clock))
            .update()
        == 1;
  }

  /** What is due, oldest first. */
  List<PublicationView> due() {
    return jdbc.sql(
            "select * from publication where status = 'PENDING' and next_attempt_at <= ?"
                + " and (not_before is null or not_before <= ?) order by next_attempt_at, plan_seq limit 20")
        .params(now(wallClock), now(clock))
        .query(PublicationView::row)
        .list();
  }

  /** True where a newer plan of the same scope was approved. */
  boolean overtaken(PublicationView row) {
    return jdbc.sql(
                "select count(*) from publication"
                    + " where domain = ? and scope = ? and plan_seq > ? and status <> 'FAILED'")
            .params(row.domain(), row.scope(), row.sequence())
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * @return false when it was no longer pending
   */
  boolean acknowledge(PublicationView row, String target) {
    return jdbc.sql(
                """
                update publication set status = 'ACKNOWLEDGED', acknowledged_at = ?, attempts = attempts + 1,
                  last_error = null, target = ? where id = ? and status = 'PENDING'
                """)
            .params(now(clock), target, row.id())
            .update()
        == 1;
  }

  /**
   * @return false when it was no longer pending
   */
  boolean fail(PublicationView row, String why) {
    return jdbc.sql(
                "update publication set status = 'FAILED', last_error = ?"
                    + " where id = ? and status = 'PENDING'")
            .params(why, row.id())
            .update()
        == 1;
  }

  void again(PublicationView row, String why) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(row.attempts(), 6));
    jdbc.sql(
            "update publication set attempts = attempts + 1, next_attempt_at = ?, last_error = ?"
                + " where id = ? and status = 'PENDING'")
        .params(
            wallClock
                .instant()
                .plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE)
                .atOffset(ZoneOffset.UTC),
            why.substring(0, Math.min(LONGEST_REASON, why.length())),
            row.id())
        .update();
  }

  List<PublicationView> of(UUID schedule) {
    return jdbc.sql("select * from publication where schedule_id = ? order by plan_seq")
        .param(schedule)
        .query(PublicationView::row)
        .list();
  }

  List<PublicationView> newest() {
    return jdbc.sql("select * from publication order by created_at desc, id limit 200")
        .query(PublicationView::row)
        .list();
  }
}
