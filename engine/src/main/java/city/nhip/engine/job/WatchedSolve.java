package city.nhip.engine.job;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.SolveControl;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Keeps the best plan so far at most every two seconds, and looks as often whether to stop. */
final class WatchedSolve implements SolveControl {
  static final Localized CANCELLED_BY_A_PERSON =
      new Localized("Một người vận hành đã dừng công việc này.", "An operator stopped this job.");
  private static final long CHECKPOINT_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long LOOK_NANOS = Duration.ofMillis(500).toNanos();

  /** What to do with the plan once the solve returns. */
  enum Verdict {
    GO_ON,
    /** Somebody cancelled the job, or a later attempt has it. */
    STOPPED,
    /** This process shuts down. */
    LEAVING
  }

  private final Jobs jobs;
  private final Job job;
  private final int attempt;
  private final BooleanSupplier leaving;
  private static final long POINT_NANOS = Duration.ofMillis(200).toNanos();
  private final long started = System.nanoTime();
  private final Map<Long, String> course = new TreeMap<>();
  private long lastPoint;
  private long lastCheckpoint;
  private long lastLook;
  private Verdict verdict = Verdict.GO_ON;

  WatchedSolve(Jobs jobs, Job job, int attempt, BooleanSupplier leaving) {
    this.jobs = jobs;
    this.job = job;
    this.attempt = attempt;
    this.leaving = leaving;
    this.lastCheckpoint = System.nanoTime() - CHECKPOINT_NANOS;
    this.lastLook = System.nanoTime();
  }

  @Override
  public boolean cancelled() {
    if (verdict == Verdict.GO_ON && System.nanoTime() - lastLook >= LOOK_NANOS) {
      lastLook = System.nanoTime();
      if (leaving.getAsBoolean()) {
        verdict = Verdict.LEAVING;
      } else if (jobs.mustStop(job, attempt)) {
        verdict = Verdict.STOPPED;
      }
    }
    return verdict != Verdict.GO_ON;
  }

  @Override
  public void improved(Supplier<byte[]> artefact, String score) {
    long now = System.nanoTime();
    if (course.isEmpty() || now - lastPoint >= POINT_NANOS) {
      lastPoint = now;
      course.put(Duration.ofNanos(now - started).toMillis(), score);
    }
    if (verdict == Verdict.GO_ON && System.nanoTime() - lastCheckpoint >= CHECKPOINT_NANOS) {
      lastCheckpoint = System.nanoTime();
      keepCourse();
      if (!jobs.checkpoint(job, attempt, artefact.get(), score)) {
        verdict = Verdict.STOPPED;
      }
    }
  }

  /** What was found since the last time. */
  void keepCourse() {
    jobs.progress(job, course);
    course.clear();
  }

  Verdict verdict() {
    return verdict;
  }
}
