package city.nhip.engine.reading;

import java.time.Instant;

/**
 * One measured value, as its device reported it. Source, device, observed time and property
 * together name it: a second one of the same name is a duplicate.
 *
 * @param source the connector that brought it: {@code http}, {@code csv}
 * @param observedAt when the device measured it, not when it arrived
 * @param value in {@code unit}, finite
 */
public record Reading(
    String source, String device, String property, Instant observedAt, double value, String unit) {
  public Reading {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("A reading's value must be a finite number, not " + value);
    }
  }
}
