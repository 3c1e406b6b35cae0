package city.nhip.connectors.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CallerLimitTest {
  private Instant now = Instant.parse("2026-05-01T00:00:00Z");

  private final CallerLimit limit =
      new CallerLimit(
          2,
          Duration.ofMinutes(10),
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }
          });

  @Test
  void a_caller_has_so_many_calls_a_while_and_others_keep_theirs() {
    assertThat(limit.admits("a")).isTrue();
    assertThat(limit.admits("a")).isTrue();
    assertThat(limit.admits("a")).isFalse();
    assertThat(limit.admits("b")).isTrue();

    now = now.plus(Duration.ofMinutes(11));

    assertThat(limit.admits("a")).isTrue();
  }
}
