package city.nhip.engine.job;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.SolveControl;
import java.time.Duration;
import java.util.function.Supplier;

/** Keeps the best plan so far at most every two seconds, and asks as often whether to stop. */
final class WatchedSolve implements SolveControl {
  static final Localized CANCELLED_BY_A_PERSON =
      new Localized("Một người vận hành đã dừng công việc này.", "An operator stopped this job.");
  private static final long INTERVAL_NANOS = Duration.ofSeconds(2).toNanos();

  private final Jobs jobs;
  private final Job job;
  private final int attempt;
  private long lastCheckpoint;
  private long lastLook;
  private boolean stopped;

  WatchedSolve(Jobs jobs, Job job, int attempt) {
    this.jobs = jobs;
    this.job = job;
    this.attempt = attempt;
    this.lastCheckpoint = System.nanoTime() - INTERVAL_NANOS;
    this.lastLook = System.nanoTime();
  }

  @Override
  public boolean cancelled() {
    if (!stopped && System.nanoTime() - lastLook > INTERVAL_NANOS / 4) {
      lastLook = System.nanoTime();
      stopped = jobs.cancelRequested(job.id());
    }
    return stopped;
  }

  @Override
  public void improved(Supplier<byte[]> artefact, String score) {
    if (!stopped && System.nanoTime() - lastCheckpoint > INTERVAL_NANOS) {
      lastCheckpoint = System.nanoTime();
      stopped = !jobs.checkpoint(job, attempt, artefact.get(), score);
    }
  }

  boolean stopped() {
    return stopped;
  }
}
