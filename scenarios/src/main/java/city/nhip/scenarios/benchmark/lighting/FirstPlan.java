package city.nhip.scenarios.benchmark.lighting;

import city.nhip.engine.planning.SolveControl;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Remembers when the first feasible plan came. */
final class FirstPlan implements SolveControl {
  private final long began = System.nanoTime();
  private Optional<Duration> after = Optional.empty();

  Optional<Duration> after() {
    return after;
  }

  @Override
  public boolean cancelled() {
    return false;
  }

  @Override
  public void improved(Supplier<byte[]> artefact, String score) {
    if (after.isEmpty() && score.startsWith("0hard")) {
      after = Optional.of(Duration.ofNanos(System.nanoTime() - began));
    }
  }
}
