package city.nhip.engine.planning.signals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.variable.VariableListener;
import org.optaplanner.core.api.score.director.ScoreDirector;

/**
 * Plays the plan anew when a timing changed. The last few plans are remembered: a move that is
 * undone, or changes several intersections at once, costs one run.
 */
public final class OutcomeListener implements VariableListener<SignalPlan, IntersectionTiming> {
  private static final int REMEMBERED = 64;

  private final Map<List<Timing>, Outcome> played =
      new LinkedHashMap<>(2 * REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Timing>, Outcome> eldest) {
          return size() > REMEMBERED;
        }
      };

  private @Nullable DemandSamples samples;

  public OutcomeListener() {}

  @Override
  public void resetWorkingSolution(ScoreDirector<SignalPlan> director) {
    samples = DemandSamples.forSearch(director.getWorkingSolution().graph());
    played.clear();
  }

  @Override
  public void beforeVariableChanged(ScoreDirector<SignalPlan> director, IntersectionTiming it) {}

  @Override
  public void afterVariableChanged(ScoreDirector<SignalPlan> director, IntersectionTiming it) {
    SignalPlan plan = director.getWorkingSolution();
    if (samples == null) {
      samples = DemandSamples.forSearch(plan.graph());
    }
    List<Timing> timings = plan.timings();
    Outcome outcome = played.get(timings);
    if (outcome == null) {
      outcome = samples.play(timings);
      played.put(timings, outcome);
    }
    QueueOutcome traffic = plan.traffic();
    director.beforeVariableChanged(traffic, "outcome");
    traffic.become(outcome);
    director.afterVariableChanged(traffic, "outcome");
  }

  @Override
  public void beforeEntityAdded(ScoreDirector<SignalPlan> director, IntersectionTiming it) {}

  @Override
  public void afterEntityAdded(ScoreDirector<SignalPlan> director, IntersectionTiming it) {}

  @Override
  public void beforeEntityRemoved(ScoreDirector<SignalPlan> director, IntersectionTiming it) {}

  @Override
  public void afterEntityRemoved(ScoreDirector<SignalPlan> director, IntersectionTiming it) {}
}
