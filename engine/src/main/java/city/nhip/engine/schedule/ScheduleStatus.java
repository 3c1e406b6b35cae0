package city.nhip.engine.schedule;

/** The life of a schedule. */
public enum ScheduleStatus {
  /** Waits for a person. */
  PROPOSED,
  /** The safety check stopped it, before review or before publication; it can only be read. */
  UNSAFE,
  /** Approved, on its way to the field. */
  APPROVED,
  REJECTED,
  /** The field said that it carries it out. */
  PUBLISHED,
  /** A newer one took its place. */
  SUPERSEDED,
  /** Its validity ended before anybody decided, or before the field took it. */
  EXPIRED
}
