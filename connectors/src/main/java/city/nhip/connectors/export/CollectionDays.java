package city.nhip.connectors.export;

import city.nhip.engine.schedule.ScheduleStatus;
import city.nhip.engine.schedule.Schedules;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The collection days that are published, for anybody's calendar to subscribe to. */
@RestController
class CollectionDays {
  private final Schedules schedules;
  private final RoundsCalendar calendar;

  CollectionDays(Schedules schedules, RoundsCalendar calendar) {
    this.schedules = schedules;
    this.calendar = calendar;
  }

  @GetMapping("/public/collection-days.ics")
  ResponseEntity<byte[]> get() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(calendar.mediaType()))
        .body(
            calendar.write(
                schedules
                    .list(Optional.of(ScheduleStatus.PUBLISHED), Optional.of(Rounds.DOMAIN))
                    .stream()
                    .map(line -> schedules.get(line.id()))
                    .toList(),
                Optional.empty()));
  }
}
