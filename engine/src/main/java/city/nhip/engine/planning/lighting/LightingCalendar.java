package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Localized;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;

/**
 * When a city lights how much: {@code lighting/calendar.json}.
 *
 * @param onAfterSunsetMinutes lamps on so long after sunset; before it where negative
 * @param offBeforeSunriseMinutes lamps off so long before sunrise
 * @param profiles the first that holds on an evening counts
 * @param overrides what a person ordered for a while
 */
public record LightingCalendar(
    int onAfterSunsetMinutes,
    int offBeforeSunriseMinutes,
    List<Profile> profiles,
    List<Override> overrides) {
  /**
   * A kind of evening.
   *
   * @param days of the week; all where empty
   * @param from first day of its season, {@code --MM-dd}; may be after {@code to}: over new year
   * @param dates single evenings, for holidays; where given, days and season do not count
   * @param easings hours in which traffic is usually so low that a darker class is enough
   */
  public record Profile(
      String id,
      Localized name,
      List<DayOfWeek> days,
      String from,
      String to,
      List<LocalDate> dates,
      List<Easing> easings) {
    public Profile {
      days = List.copyOf(days);
      dates = List.copyOf(dates);
      easings = List.copyOf(easings);
      monthDay(from);
      monthDay(to);
    }

    boolean holds(LocalDate evening) {
      if (!dates.isEmpty()) {
        return dates.contains(evening);
      }
      MonthDay day = MonthDay.from(evening);
      MonthDay first = monthDay(from);
      MonthDay last = monthDay(to);
      boolean season =
          first.isAfter(last)
              ? !day.isBefore(first) || !day.isAfter(last)
              : !day.isBefore(first) && !day.isAfter(last);
      return season && (days.isEmpty() || days.contains(evening.getDayOfWeek()));
    }
  }

  /**
   * @param to may be before {@code from}: over midnight
   * @param family {@code M} or {@code P}: the roads that it holds for
   * @param classes how many classes darker, 1 or 2
   */
  public record Easing(LocalTime from, LocalTime to, String family, int classes) {
    public Easing {
      if (classes < 1 || classes > 2 || !(family.equals("M") || family.equals("P"))) {
        throw new IllegalArgumentException(
            "An easing of %d classes for %s roads. Give 1 or 2 classes and family M or P."
                .formatted(classes, family));
      }
    }

    boolean holds(LocalTime time) {
      return from.isBefore(to)
          ? !time.isBefore(from) && time.isBefore(to)
          : !time.isBefore(from) || time.isBefore(to);
    }
  }

  /**
   * Ends by itself.
   *
   * @param target a group, a cabinet, a zone, or {@code *}
   * @param kind {@code at-least-percent} or {@code at-most-percent}; the hard floor stays
   */
  public record Override(
      String id,
      String target,
      String kind,
      int value,
      Instant from,
      Instant until,
      Localized reason) {
    public Override {
      if (!kind.equals("at-least-percent") && !kind.equals("at-most-percent")) {
        throw new IllegalArgumentException(
            "Override %s is of kind '%s'. Give at-least-percent or at-most-percent."
                .formatted(id, kind));
      }
      if (value < 0 || value > 100 || !from.isBefore(until)) {
        throw new IllegalArgumentException(
            "Override %s needs 0 to 100 %% and an end after its start.".formatted(id));
      }
    }
  }

  public LightingCalendar {
    profiles = List.copyOf(profiles);
    overrides = List.copyOf(overrides);
    if (Math.abs(onAfterSunsetMinutes) > 45 || Math.abs(offBeforeSunriseMinutes) > 45) {
      throw new IllegalArgumentException(
          "Lamps go on and off within 45 minutes of the sun. Correct onAfterSunsetMinutes or"
              + " offBeforeSunriseMinutes.");
    }
  }

  /** The easings of an evening; none where no profile holds. */
  List<Easing> easings(LocalDate evening) {
    return profiles.stream()
        .filter(profile -> profile.holds(evening))
        .findFirst()
        .map(Profile::easings)
        .orElse(List.of());
  }

  private static MonthDay monthDay(String text) {
    try {
      return MonthDay.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'%s' is no day of a year. Write --12-31.".formatted(text), e);
    }
  }
}
