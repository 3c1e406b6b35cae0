package city.nhip.engine.planning.lighting;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import java.time.Duration;

/**
 * How far a solve is on its way, by the clock or by evaluations, and whether it is over.
 * Evaluations are counted between rounds only, so that a round is always the same one.
 */
final class Pace {
  private final long began = System.nanoTime();
  private final long nanos;
  private final long most;
  private final SolveControl control;
  private final boolean timed;
  private long evaluations;
  private volatile boolean cancelled;

  Pace(SolveLimits limits, SolveControl control) {
    this.timed = limits.time().isPresent();
    this.nanos = limits.time().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    this.most = limits.evaluations().orElse(Long.MAX_VALUE);
    this.control = control;
  }

  /** From the solving thread only. */
  boolean over() {
    cancelled = cancelled || control.cancelled();
    return stopped() || evaluations >= most;
  }

  /** From any thread, within a round. */
  boolean stopped() {
    return cancelled || (timed && System.nanoTime() - began >= nanos);
  }

  /** From 0 to 1. */
  double progress() {
    double byTime = timed ? (System.nanoTime() - began) / (double) nanos : 0;
    return Math.min(1, Math.max(byTime, evaluations / (double) most));
  }

  void count(long more) {
    evaluations += more;
  }

  long evaluations() {
    return evaluations;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
