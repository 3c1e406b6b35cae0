package city.nhip.engine.planning.lighting;

import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/**
 * The same score as {@link NightConstraints}, kept up to date from the loads that a changed program
 * touches: for the search, which asks for it some hundred thousand times a second.
 */
public final class NightScore implements IncrementalScoreCalculator<NightPlan, HardSoftLongScore> {
  private LightState state = LightState.empty();
  private long broken;
  private long cost;

  public NightScore() {}

  @Override
  public void resetWorkingSolution(NightPlan plan) {
    state = new LightState(new NightLayout(plan.problem()), plan.levels());
    plan.work(state);
    broken = state.broken();
    cost = 0;
    for (GroupProgram group : plan.groups()) {
      broken += ProgramFaults.all(group);
      cost += ProgramCosts.all(group);
    }
  }

  @Override
  public void beforeEntityAdded(Object entity) {
    throw new UnsupportedOperationException("A night's groups are given.");
  }

  @Override
  public void afterEntityAdded(Object entity) {
    throw new UnsupportedOperationException("A night's groups are given.");
  }

  @Override
  public void beforeVariableChanged(Object entity, String variable) {
    GroupProgram group = (GroupProgram) entity;
    broken -= state.broken(group.index()) + ProgramFaults.all(group);
    cost -= ProgramCosts.all(group);
    state.take(group.index());
  }

  @Override
  public void afterVariableChanged(Object entity, String variable) {
    GroupProgram group = (GroupProgram) entity;
    state.levels[group.index()] = group.program().levels();
    state.put(group.index());
    broken += state.broken(group.index()) + ProgramFaults.all(group);
    cost += ProgramCosts.all(group);
  }

  @Override
  public void beforeEntityRemoved(Object entity) {
    throw new UnsupportedOperationException("A night's groups are given.");
  }

  @Override
  public void afterEntityRemoved(Object entity) {
    throw new UnsupportedOperationException("A night's groups are given.");
  }

  @Override
  public HardSoftLongScore calculateScore() {
    return HardSoftLongScore.of(-broken, -cost);
  }
}
