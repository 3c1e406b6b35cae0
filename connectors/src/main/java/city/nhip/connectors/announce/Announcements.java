package city.nhip.connectors.announce;

import city.nhip.engine.publication.SchedulePublished;
import city.nhip.engine.schedule.ScheduleAnnex;
import city.nhip.engine.schedule.Schedules;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who must be told of which schedule. Lines are written with the field's acknowledgement, and tried
 * for a day.
 */
final class Announcements implements ScheduleAnnex {
  private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int LONGEST_REASON = 2_000;

  private final List<Announcer> announcers;
  private final JdbcClient jdbc;
  private final Schedules schedules;
  private final Clock wallClock;

  Announcements(List<Announcer> announcers, JdbcClient jdbc, Schedules schedules, Clock wallClock) {
    this.announcers = List.copyOf(announcers);
    this.jdbc = jdbc;
    this.schedules = schedules;
    this.wallClock = wallClock;
  }

  /** What a reviewer sees of it. */
  record AnnouncementView(
      String target, String status, int attempts, Instant since, Optional<String> lastError) {}

  private record Due(UUID id, String target, UUID schedule, Instant createdAt, int attempts) {
    static Due row(ResultSet rows, int number) throws SQLException {
      return new Due(
          rows.getObject("id", UUID.class),
          rows.getString("target"),
          rows.getObject("schedule_id", UUID.class),
          rows.getObject("created_at", OffsetDateTime.class).toInstant(),
          rows.getInt("attempts"));
    }
  }

  /** Runs inside the transaction that notes the acknowledgement. */
  @EventListener
  void stage(SchedulePublished published) {
    OffsetDateTime now = wallClock.instant().atOffset(ZoneOffset.UTC);
    announcers.stream()
        .filter(one -> one.announces(published.schedule().domain()))
        .forEach(
            one ->
                jdbc.sql(
                        "insert into announcement"
                            + " (id, target, schedule_id, created_at, next_attempt_at, status)"
                            + " values (?, ?, ?, ?, ?, 'PENDING')")
                    .params(
                        published.publication(), one.target(), published.schedule().id(), now, now)
                    .update());
  }

  /** Tells who is due, oldest first; called by one task at a time. */
  void tell() throws InterruptedException {
    List<Due> due =
        jdbc.sql(
                "select * from announcement where status = 'PENDING' and next_attempt_at <= ?"
                    + " order by next_attempt_at limit 20")
            .param(wallClock.instant().atOffset(ZoneOffset.UTC))
            .query(Due::row)
            .list();
    for (Due one : due) {
      tell(one);
    }
  }

  private void tell(Due due) throws InterruptedException {
    Optional<Announcer> announcer =
        announcers.stream().filter(it -> it.target().equals(due.target())).findFirst();
    if (announcer.isEmpty()) {
      note(due, "FAILED", "Nobody is called %s any more.".formatted(due.target()));
      return;
    }
    try {
      announcer.get().announce(due.id(), schedules.get(due.schedule()));
      note(due, "DELIVERED", null);
    } catch (IOException | RuntimeException e) {
      LOG.info("{} was not told: {}", due.target(), e.toString());
      boolean old = due.createdAt().isBefore(wallClock.instant().minus(LONGEST));
      note(due, old ? "FAILED" : "PENDING", e.toString());
    }
  }

  private void note(Due due, String status, @org.jspecify.annotations.Nullable String error) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(due.attempts(), 8));
    jdbc.sql(
            "update announcement set status = ?, attempts = attempts + 1, last_error = ?,"
                + " next_attempt_at = ? where id = ? and target = ?")
        .param(status)
        .param(error == null ? null : error.substring(0, Math.min(LONGEST_REASON, error.length())))
        .param(
            wallClock
                .instant()
                .plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE)
                .atOffset(ZoneOffset.UTC))
        .param(due.id())
        .param(due.target())
        .update();
  }

  @Override
  public String field() {
    return "announcements";
  }

  @Override
  public List<AnnouncementView> list(UUID schedule) {
    return jdbc.sql("select * from announcement where schedule_id = ? order by target")
        .param(schedule)
        .query(
            (rows, number) ->
                new AnnouncementView(
                    rows.getString("target"),
                    rows.getString("status"),
                    rows.getInt("attempts"),
                    rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(rows.getString("last_error"))))
        .list();
  }
}
