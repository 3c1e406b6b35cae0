package city.nhip.engine.planning.lighting;

import java.util.function.Consumer;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.phase.custom.CustomPhaseCommand;

/** The first phase: prices, repair and regions planned anew; hands its plan to the solver. */
final class PricedSearch implements CustomPhaseCommand<NightPlan> {
  private final LightSearch search;
  private final Consumer<LightSearch> way;

  PricedSearch(LightSearch search, Consumer<LightSearch> way) {
    this.search = search;
    this.way = way;
  }

  @Override
  public void changeWorkingSolution(ScoreDirector<NightPlan> director) {
    way.accept(search);
    byte[][] levels = search.plan();
    for (GroupProgram group : director.getWorkingSolution().groups()) {
      director.beforeVariableChanged(group, "program");
      group.become(new Program(levels[group.index()]));
      director.afterVariableChanged(group, "program");
    }
    director.triggerVariableListeners();
  }
}
