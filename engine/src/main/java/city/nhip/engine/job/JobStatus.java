package city.nhip.engine.job;

/** The life of a job. */
public enum JobStatus {
  WAITING,
  SOLVING,
  /** Ended with a schedule. */
  DONE,
  /** The domain must not plan with these readings; the reason says why. */
  REFUSED,
  FAILED,
  CANCELLED;

  boolean ended() {
    return this != WAITING && this != SOLVING;
  }
}
