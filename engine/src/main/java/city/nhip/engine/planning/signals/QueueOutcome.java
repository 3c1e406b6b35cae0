package city.nhip.engine.planning.signals;

import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.ShadowVariable;

/**
 * What the queue model says of the plan as it stands; there is one. It follows every change of a
 * timing. Mutable, the solver's own.
 */
@PlanningEntity
public final class QueueOutcome {
  @PlanningId private final String id = "traffic";

  @ShadowVariable(
      variableListenerClass = OutcomeListener.class,
      sourceEntityClass = IntersectionTiming.class,
      sourceVariableName = "timing")
  private @Nullable Outcome outcome;

  QueueOutcome() {}

  QueueOutcome(Outcome outcome) {
    this.outcome = outcome;
  }

  /** Once the solver, or {@link SignalPlan#played()}, has played the plan. */
  public Outcome outcome() {
    if (outcome == null) {
      throw new IllegalStateException("The plan has not been played yet.");
    }
    return outcome;
  }

  void become(Outcome played) {
    outcome = played;
  }

  @Override
  public String toString() {
    return id;
  }
}
