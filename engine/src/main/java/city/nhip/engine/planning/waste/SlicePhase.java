package city.nhip.engine.planning.waste;

import city.nhip.engine.planning.SolveControl;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.phase.custom.CustomPhaseCommand;

/**
 * A slice of the search inside OptaPlanner: runs the fast arithmetic for a while, then hands its
 * best plan over, to be scored by the constraints. One instance serves all slices of one solve.
 */
final class SlicePhase implements CustomPhaseCommand<WastePlan> {
  private final WasteSolver.Budget budget;
  private final SolveControl control;
  private final int slices;
  private int done;
  private long handedOver = Long.MAX_VALUE;

  /** Nanoseconds that plans took to be handed over. */
  private long handingOver;

  private @Nullable WasteSearch search;

  SlicePhase(WasteSolver.Budget budget, SolveControl control, int slices) {
    this.budget = budget;
    this.control = control;
    this.slices = slices;
  }

  long steps() {
    return search == null ? 0 : search.steps();
  }

  @Override
  public void changeWorkingSolution(ScoreDirector<WastePlan> director) {
    if (search == null) {
      search = budget.search(director.getWorkingSolution());
    }
    search.run((double) ++done / slices, control::cancelled);
    Annealing best = search.best();
    if (best.bestCost() < handedOver && (isLast() || budget.mayHandOver(handingOver))) {
      handedOver = best.bestCost();
      long from = budget.nanos().getAsLong();
      handOver(director, best.best());
      handingOver += budget.nanos().getAsLong() - from;
    }
  }

  private boolean isLast() {
    return done == slices || control.cancelled();
  }

  private static void handOver(ScoreDirector<WastePlan> director, List<List<Integer>> orders) {
    WastePlan plan = director.getWorkingSolution();
    List<TruckRoute> routes = plan.routes();
    List<List<PlannedStop>> wanted = plan.stopsOf(orders);
    for (int r = 0; r < routes.size(); r++) {
      TruckRoute route = routes.get(r);
      if (!route.stops().equals(wanted.get(r))) {
        director.beforeListVariableChanged(route, "stops", 0, route.stops().size());
        route.stops().clear();
        route.stops().addAll(wanted.get(r));
        director.afterListVariableChanged(route, "stops", 0, route.stops().size());
      }
    }
    director.triggerVariableListeners();
  }
}
