package city.nhip.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {
  private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");

  @Test
  void an_incident_outlives_the_job_that_was_asked_for_it() {
    Finding incident = found("incident", "HV3", 2, 240);
    Finding rain = found("rain", "centre", 0.9, 60);
    assertThat(Finding.standing(List.of(rain), List.of(incident), NOW)).containsExactly(incident);
  }

  @Test
  void what_is_over_is_forgotten() {
    Finding over = found("incident", "HV3", 2, 0);
    assertThat(Finding.standing(List.of(), List.of(over), NOW)).isEmpty();
  }

  @Test
  void a_later_word_about_the_same_thing_replaces_an_earlier_one() {
    Finding call = found("curtailment", "centre", 20, 60);
    Finding end = found("curtailment", "centre", 0, 70);
    assertThat(Finding.standing(List.of(end), List.of(call), NOW)).isEmpty();
    assertThat(Finding.standing(List.of(), List.of(end, call), NOW)).containsExactly(end);
  }

  @Test
  void a_short_later_word_hides_no_longer_one() {
    Finding busy = found("lighting-class-raise", "centre", 1, 240);
    Finding rain = found("lighting-class-raise", "centre", 1, 60);
    assertThat(Finding.standing(List.of(rain), List.of(busy), NOW)).containsExactly(busy);
  }

  private static Finding found(String kind, String asset, double value, int minutes) {
    return new Finding(
        kind, asset, value, NOW.minus(Duration.ofHours(1)), NOW.plus(Duration.ofMinutes(minutes)));
  }
}
