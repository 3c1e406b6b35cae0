package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.TimeWindow;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Hours of every day, local time. Where {@code to} is not after {@code from} they run over
 * midnight; equal ones are the whole day.
 */
public record Hours(LocalTime from, LocalTime to) {
  /** The span that starts on this date. */
  TimeWindow on(LocalDate date, ZoneId zone) {
    LocalDate end = to.isAfter(from) ? date : date.plusDays(1);
    return new TimeWindow(
        date.atTime(from).atZone(zone).toInstant(), end.atTime(to).atZone(zone).toInstant());
  }
}
