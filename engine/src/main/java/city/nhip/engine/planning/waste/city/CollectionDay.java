package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.waste.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The day whose shifts are planned, and its seconds: the planning model counts from local midnight,
 * past 86 400 for the hours after the next one.
 */
record CollectionDay(LocalDate date, ZoneId zone) {
  /** With less of the last shift left, the next day's is planned. */
  private static final Duration WORTH_PLANNING = Duration.ofMinutes(60);

  private static final int DAY = 86_400;

  /** The earliest day with a shift that lasts well beyond now. */
  static CollectionDay of(List<Hours> shifts, Instant now, ZoneId zone) {
    LocalDate date = now.atZone(zone).toLocalDate().minusDays(1);
    while (true) {
      LocalDate day = date;
      if (shifts.stream()
          .anyMatch(shift -> shift.on(day, zone).to().isAfter(now.plus(WORTH_PLANNING)))) {
        return new CollectionDay(date, zone);
      }
      date = date.plusDays(1);
    }
  }

  int second(Instant moment) {
    return (int) Duration.between(midnight(), moment).toSeconds();
  }

  Instant instant(long second) {
    return midnight().plusSeconds(second);
  }

  Window window(Hours hours) {
    return window(hours.on(date, zone));
  }

  private Window window(TimeWindow span) {
    return new Window(second(span.from()), second(span.to()));
  }

  /**
   * When something that is open at these hours every day is open during this day's shifts, by
   * rising start; the whole time where there are none.
   */
  List<Window> windows(List<Hours> hours) {
    if (hours.isEmpty()) {
      return List.of(new Window(0, 2 * DAY));
    }
    List<Window> windows = new ArrayList<>();
    for (int ahead = -1; ahead <= 1; ahead++) {
      LocalDate day = date.plusDays(ahead);
      for (Hours one : hours) {
        TimeWindow span = one.on(day, zone);
        if (second(span.to()) > 0) {
          windows.add(new Window(Math.max(0, second(span.from())), second(span.to())));
        }
      }
    }
    windows.sort((a, b) -> Integer.compare(a.from(), b.from()));
    return joined(windows);
  }

  private static List<Window> joined(List<Window> sorted) {
    List<Window> joined = new ArrayList<>();
    for (Window one : sorted) {
      int last = joined.size() - 1;
      if (last >= 0 && one.from() <= joined.get(last).to()) {
        int to = Math.max(joined.get(last).to(), one.to());
        joined.set(last, new Window(joined.get(last).from(), to));
      } else {
        joined.add(one);
      }
    }
    return joined;
  }

  private Instant midnight() {
    return date.atTime(LocalTime.MIDNIGHT).atZone(zone).toInstant();
  }
}
