package city.nhip.connectors.export;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import city.nhip.connectors.export.Round.Stop;
import city.nhip.engine.city.Localized;
import city.nhip.engine.schedule.Schedule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Collection days as iCalendar (RFC 5545): for each street and kind of waste, when the first truck
 * comes until the last one leaves.
 */
@Component
class RoundsCalendar extends RoundsExport {
  RoundsCalendar(Rounds rounds) {
    super(
        rounds,
        "ics",
        "text/calendar;charset=UTF-8",
        new Localized("Lịch thu gom (iCalendar)", "Collection days (iCalendar)"));
  }

  @Override
  public byte[] write(Schedule schedule, Optional<String> part) {
    return write(List.of(schedule), part);
  }

  /** One calendar of several schedules. */
  byte[] write(List<Schedule> schedules, Optional<String> part) {
    ICalendar calendar = new ICalendar();
    calendar.setVersion(ICalVersion.V2_0);
    calendar.setProductId("-//nhip//collection days//VI");
    schedules.forEach(it -> events(it, part).forEach(calendar::addEvent));
    return Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
  }

  private List<VEvent> events(Schedule schedule, Optional<String> part) {
    Map<String, List<Stop>> streets = new LinkedHashMap<>();
    rounds().of(schedule, part).stream()
        .flatMap(round -> round.stops().stream())
        .filter(stop -> stop.kind().equals("collect"))
        .forEach(
            stop ->
                streets
                    .computeIfAbsent(stop.street() + ": " + stop.stream(), any -> new ArrayList<>())
                    .add(stop));
    List<VEvent> events = new ArrayList<>();
    streets.forEach(
        (street, stops) -> {
          Instant from = stops.stream().map(Stop::arrive).min(Comparator.naturalOrder()).get();
          Instant to = stops.stream().map(Stop::depart).max(Comparator.naturalOrder()).get();
          VEvent event = new VEvent();
          event.setUid("%s-%d@nhip".formatted(schedule.id(), events.size()));
          event.setDateTimeStamp(Date.from(schedule.createdAt()));
          event.setDateStart(Date.from(from));
          event.setDateEnd(Date.from(to));
          event.setSummary("Thu gom rác · " + street);
          events.add(event);
        });
    return events;
  }
}
