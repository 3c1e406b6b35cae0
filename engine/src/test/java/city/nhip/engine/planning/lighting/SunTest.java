package city.nhip.engine.planning.lighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.nhip.engine.city.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class SunTest {
  private static final Position BINH_DUONG = new Position(11.05, 106.68);
  private static final Position TROMSO = new Position(69.6492, 18.9553);
  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

  private static List<LocalDate> days() {
    return NEW_YEAR.datesUntil(NEW_YEAR.plusYears(1)).toList();
  }

  @Test
  void sunset_and_sunrise_agree_with_an_independent_ephemeris_all_year() {
    for (Position place : List.of(BINH_DUONG, TROMSO)) {
      int usual = 0;
      for (LocalDate day : days()) {
        if (Sun.night(place, day) instanceof Night.Usual night) {
          usual++;
          agree(night.sunset(), place, day, Sun.HORIZON, true);
          agree(night.sunrise(), place, day, Sun.HORIZON, false);
        }
      }
      assertThat(usual).isGreaterThan(place == TROMSO ? 240 : 364);
    }
  }

  @Test
  void civil_twilight_agrees_with_an_independent_ephemeris_all_year() {
    for (Position place : List.of(BINH_DUONG, TROMSO)) {
      for (LocalDate day : days()) {
        if (Sun.night(place, day) instanceof Night.Usual night) {
          night.civilDusk().ifPresent(dusk -> agree(dusk, place, day, Sun.CIVIL, true));
          night.civilDawn().ifPresent(dawn -> agree(dawn, place, day, Sun.CIVIL, false));
        }
      }
    }
  }

  private static void agree(
      Instant found, Position place, LocalDate day, double horizon, boolean setting) {
    Instant other = MeeusSun.crossing(place, day, horizon, setting).orElseThrow();
    assertThat(found)
        .as("%s %s %s", place, day, setting ? "setting" : "rising")
        .isCloseTo(other, within(60, ChronoUnit.SECONDS));
  }

  @Test
  void in_tromso_some_nights_never_come_and_some_days_neither() {
    assertThat(Sun.night(TROMSO, LocalDate.of(2026, 6, 21))).isInstanceOf(Night.NeverDark.class);
    assertThat(Sun.night(TROMSO, LocalDate.of(2026, 12, 21))).isInstanceOf(Night.NeverLight.class);
    assertThat(Sun.night(TROMSO, LocalDate.of(2026, 3, 20))).isInstanceOf(Night.Usual.class);
    for (LocalDate day : days()) {
      boolean setsByMeeus = MeeusSun.crossing(TROMSO, day, Sun.HORIZON, true).isPresent();
      assertThat(Sun.night(TROMSO, day) instanceof Night.NeverDark)
          .as("%s", day)
          .isEqualTo(!setsByMeeus && MeeusSun.elevation(TROMSO, midnight(day)) > Sun.HORIZON);
    }
  }

  private static Instant midnight(LocalDate day) {
    return day.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant().minusSeconds(4_550);
  }
}
