package city.nhip.rules.session;

import city.nhip.engine.reading.JournaledReading;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How long readings take from the door until the rules have decided upon them, commit and waiting
 * included: {@code nhip.decision}, by the city's clock, so at speed 1 in true seconds.
 */
@Component
final class DecisionTimes {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Timer timer;

  DecisionTimes(MeterRegistry meters) {
    timer =
        Timer.builder("nhip.decision")
            .description("From the arrival of a batch of readings until the rules have seen it")
            .publishPercentileHistogram()
            .maximumExpectedValue(LONGEST)
            .register(meters);
  }

  /** Batches of the same arrival are one decision. */
  void made(@Nullable List<JournaledReading> batch, Instant now) {
    if (batch != null && !batch.isEmpty()) {
      timer.record(Duration.between(batch.get(0).receivedAt(), now));
    }
  }
}
