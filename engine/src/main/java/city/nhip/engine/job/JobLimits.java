package city.nhip.engine.job;

import city.nhip.engine.planning.SolveLimits;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a job may solve.
 *
 * @param seconds wall clock; ignored where evaluations are given
 * @param secondsOf the same by domain, where one needs other than usual
 * @param evaluations in place of seconds: one seed then gives one schedule
 * @param seed of every job's search
 */
@ConfigurationProperties("nhip.job")
record JobLimits(
    @DefaultValue("8") double seconds,
    @DefaultValue Map<String, Double> secondsOf,
    @Nullable Long evaluations,
    @DefaultValue("1") long seed) {
  SolveLimits of(Job job) {
    return evaluations == null
        ? SolveLimits.ofTime(
            Duration.ofMillis(Math.round(secondsOf.getOrDefault(job.domain(), seconds) * 1000)),
            seed)
        : new SolveLimits(Optional.empty(), OptionalLong.of(evaluations), seed, 1);
  }
}
