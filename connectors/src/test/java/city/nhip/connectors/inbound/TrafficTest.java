package city.nhip.connectors.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.Localized;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  private final Traffic traffic = new Traffic();

  private void message(long second, int accepted, int rejected, @Nullable Localized problem) {
    Instant at = START.plusSeconds(second);
    traffic.add(
        new MessageLog.Entry(
            "lamps",
            at,
            problem == null ? at.minusSeconds(4) : null,
            new MessageIntake.Message(new byte[0], Map.of()),
            accepted,
            0,
            rejected,
            problem,
            List.of()));
  }

  @Test
  void rate_and_share_are_of_the_last_five_minutes_and_counts_of_all() {
    message(0, 8, 0, null);
    message(200, 6, 1, null);
    message(299, 0, 0, new Localized("sai", "wrong"));

    Traffic.Counts then = traffic.counts(START.plusSeconds(299));
    assertThat(then.perMinute()).isEqualTo(3 / 5.0);
    assertThat(then.wrongShare()).isEqualTo(2 / 16.0);
    assertThat(then.lagSeconds()).isEqualTo(4);

    Traffic.Counts later = traffic.counts(START.plusSeconds(360));
    assertThat(later.perMinute()).isEqualTo(2 / 5.0);
    assertThat(later.wrongShare()).isEqualTo(2 / 8.0);
    assertThat(traffic.counts(START.plusSeconds(3_600)).perMinute()).isZero();
    assertThat(traffic.counts(START.plusSeconds(3_600)).accepted()).isEqualTo(14);
  }
}
