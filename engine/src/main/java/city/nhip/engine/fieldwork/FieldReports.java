package city.nhip.engine.fieldwork;

import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.ScheduleAnnex;
import city.nhip.engine.schedule.ScheduleStatus;
import city.nhip.engine.schedule.Schedules;
import city.nhip.engine.web.BadField;
import city.nhip.engine.web.Conflict;
import city.nhip.engine.web.LiveEvent;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The store of crews' reports; the last one about a stop counts. */
@Repository
class FieldReports implements ScheduleAnnex {
  private final JdbcClient jdbc;
  private final Schedules schedules;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  FieldReports(
      JdbcClient jdbc, Schedules schedules, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.schedules = schedules;
    this.clock = clock;
    this.events = events;
  }

  /**
   * What a crew sends.
   *
   * @param unit 1 to 80 characters
   * @param stop 1 to 120 characters
   * @param reason 1 to 500 characters where it is skipped
   * @param photo JPEG bytes, at most 1 MB
   */
  record Word(
      String unit,
      String stop,
      FieldReport.Outcome outcome,
      Optional<String> reason,
      Optional<byte[]> photo) {
    /** What a body leaves out is empty, and refused as such; without an outcome it is done. */
    Word {
      unit = Objects.requireNonNullElse(unit, "");
      stop = Objects.requireNonNullElse(stop, "");
      outcome = Objects.requireNonNullElse(outcome, FieldReport.Outcome.DONE);
    }
  }

  /**
   * @throws Conflict when the plan is not in force
   * @throws BadField when the reason is missing, or something is too large or of another kind
   */
  @Transactional
  public void report(UUID id, Word word, String by) {
    String reason = word.reason().orElse("").strip();
    check(word, reason);
    Schedule schedule = schedules.get(id);
    if (schedule.status() != ScheduleStatus.PUBLISHED) {
      throw new Conflict(
          "Phương án này không còn áp dụng. Hãy mở phương án đang áp dụng và báo cáo ở đó.",
          "Schedule %s is %s. Open the plan in force and report there.",
          id,
          schedule.status());
    }
    jdbc.sql("delete from field_report where schedule_id = ? and unit = ? and stop = ?")
        .params(id, word.unit(), word.stop())
        .update();
    jdbc.sql(
            """
            insert into field_report (schedule_id, unit, stop, outcome, reason, photo, reported_by, reported_at)
            values (:schedule, :unit, :stop, :outcome, :reason, :photo, :by, :at)
            """)
        .param("schedule", id)
        .param("unit", word.unit())
        .param("stop", word.stop())
        .param("outcome", word.outcome().name())
        .param("reason", reason)
        .param("photo", word.photo().orElse(null))
        .param("by", by)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    events.publishEvent(
        new LiveEvent(
            "report",
            word.unit() + "/" + word.stop(),
            Map.of(
                "domain", schedule.domain(),
                "scope", schedule.scope(),
                "scheduleId", id.toString(),
                "stop", word.stop(),
                "unit", word.unit(),
                "outcome", word.outcome().name(),
                "reason", reason)));
  }

  static void check(Word word, String reason) {
    if (word.unit().isBlank() || word.unit().length() > 80) {
      throw new BadField(
          "/unit",
          "Tên đơn vị phải có từ 1 đến 80 ký tự. Hãy nêu ai báo cáo.",
          "A unit has 1 to 80 characters. Say who reports.");
    }
    if (word.stop().isBlank() || word.stop().length() > 120) {
      throw new BadField(
          "/stop",
          "Điểm dừng phải có từ 1 đến 120 ký tự. Hãy nêu điểm nào.",
          "A stop has 1 to 120 characters. Say which one.");
    }
    boolean skipped = word.outcome() == FieldReport.Outcome.SKIPPED;
    if ((skipped && reason.isEmpty()) || reason.length() > 500) {
      throw new BadField(
          "/reason",
          "Điểm bỏ qua cần lý do dài 1 đến 500 ký tự. Hãy nêu lý do.",
          "A skipped stop needs a reason of 1 to 500 characters.");
    }
    if (word.photo().isPresent() && !picture(word.photo().get())) {
      throw new BadField(
          "/photo",
          "Ảnh phải là JPEG, tối đa 1 MB. Hãy chụp lại.",
          "A photo is a JPEG of at most 1 MB. Take another one.");
    }
  }

  private static boolean picture(byte[] photo) {
    return photo.length >= 2
        && photo.length <= 1_048_576
        && photo[0] == (byte) 0xff
        && photo[1] == (byte) 0xd8;
  }

  @Override
  public String field() {
    return "reports";
  }

  @Override
  public List<FieldReport> list(UUID schedule) {
    return jdbc.sql(
            "select id, unit, stop, outcome, reason, photo is not null as pictured, reported_by,"
                + " reported_at from field_report where schedule_id = ? order by id")
        .param(schedule)
        .query(
            (rows, number) ->
                new FieldReport(
                    rows.getLong("id"),
                    rows.getString("unit"),
                    rows.getString("stop"),
                    FieldReport.Outcome.valueOf(rows.getString("outcome")),
                    rows.getString("reason"),
                    rows.getBoolean("pictured"),
                    rows.getString("reported_by"),
                    rows.getObject("reported_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  byte[] photo(UUID schedule, long report) {
    return jdbc.sql(
            "select photo from field_report where id = ? and schedule_id = ? and photo is not null")
        .params(report, schedule)
        .query((rows, number) -> rows.getBytes(1))
        .optional()
        .orElseThrow(() -> new NoSuchElementException("Report " + report + " has no photo."));
  }
}
