package city.nhip.scenarios.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CityClockTest {
  private static final Instant FIVE = Instant.parse("2026-01-01T10:00:00Z");
  private final AtomicLong nanos = new AtomicLong(7);
  private final CityClock clock = CityClock.standingAt(FIVE, 60, nanos::get);

  @Test
  void it_stands_still_until_it_is_started() {
    nanos.addAndGet(5_000_000_000L);

    assertThat(clock.instant()).isEqualTo(FIVE);
  }

  @Test
  void a_minute_passes_a_second_from_its_first_start_on() {
    nanos.addAndGet(5_000_000_000L);
    clock.started();
    nanos.addAndGet(1_000_000_000L);
    clock.started();
    nanos.addAndGet(1_000_000_000L);

    assertThat(clock.instant()).isEqualTo(FIVE.plusSeconds(120));
    assertThat(clock.withZone(java.time.ZoneOffset.ofHours(7)).instant())
        .isEqualTo(clock.instant());
  }
}
