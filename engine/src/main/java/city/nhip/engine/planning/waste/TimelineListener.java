package city.nhip.engine.planning.waste;

import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.variable.ListVariableListener;
import org.optaplanner.core.api.score.director.ScoreDirector;

/** Decodes a truck's day anew when its stops changed. */
public final class TimelineListener
    implements ListVariableListener<WastePlan, TruckRoute, PlannedStop> {
  private @Nullable RouteDecoder decoder;

  public TimelineListener() {}

  @Override
  public void resetWorkingSolution(ScoreDirector<WastePlan> director) {
    decoder = new RouteDecoder(director.getWorkingSolution().flat());
  }

  @Override
  public void afterListVariableChanged(
      ScoreDirector<WastePlan> director, TruckRoute route, int fromIndex, int toIndex) {
    if (route.isLeftOut()) {
      return;
    }
    if (decoder == null) {
      decoder = new RouteDecoder(director.getWorkingSolution().flat());
    }
    director.beforeVariableChanged(route, "timeline");
    route.become(
        decoder.decode(
            route.truck(), route.stops().stream().mapToInt(PlannedStop::index).toArray()));
    director.afterVariableChanged(route, "timeline");
  }

  @Override
  public void beforeListVariableChanged(
      ScoreDirector<WastePlan> director, TruckRoute route, int fromIndex, int toIndex) {}

  @Override
  public void afterListVariableElementUnassigned(
      ScoreDirector<WastePlan> director, PlannedStop stop) {}

  @Override
  public void beforeEntityAdded(ScoreDirector<WastePlan> director, TruckRoute route) {}

  @Override
  public void afterEntityAdded(ScoreDirector<WastePlan> director, TruckRoute route) {}

  @Override
  public void beforeEntityRemoved(ScoreDirector<WastePlan> director, TruckRoute route) {}

  @Override
  public void afterEntityRemoved(ScoreDirector<WastePlan> director, TruckRoute route) {}
}
