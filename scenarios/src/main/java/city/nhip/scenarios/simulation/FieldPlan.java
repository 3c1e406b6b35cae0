package city.nhip.scenarios.simulation;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one controller carries out, and its whole history in one file: a plan and the count of its
 * effects are written together or not at all.
 *
 * @param sequence of the plan in force
 * @param hash of the plan's bytes
 * @param effects how often each sequence took effect; more than once would be a fault
 * @param deliveries how often each sequence was put, repeats included
 */
record FieldPlan(
    String domain,
    String scope,
    long sequence,
    String hash,
    String schedule,
    Instant validFrom,
    Instant validTo,
    byte[] plan,
    Map<Long, Integer> effects,
    Map<Long, Integer> deliveries) {
  FieldPlan {
    effects = new TreeMap<>(effects);
    deliveries = new TreeMap<>(deliveries);
  }
}
