package city.nhip.engine.fieldwork;

import java.time.Instant;

/**
 * A crew's word about one stop.
 *
 * @param unit the truck, or whoever carries out the plan
 * @param stop the stop's name within the plan and unit
 * @param reason why it was skipped; empty where it was done
 * @param photo whether there is one
 */
record FieldReport(
    long id,
    String unit,
    String stop,
    Outcome outcome,
    String reason,
    boolean photo,
    String by,
    Instant at) {
  /** How it went. */
  enum Outcome {
    DONE,
    SKIPPED
  }
}
