package city.nhip.engine.planning.waste;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningListVariable;
import org.optaplanner.core.api.domain.variable.ShadowVariable;

/**
 * The stops of one truck in order, and the day that follows from them. One route more belongs to no
 * truck: it holds the stops that are left out today. Mutable, the solver's own.
 */
@PlanningEntity
final class TruckRoute {
  private static final int NO_TRUCK = -1;

  @PlanningId private final String id;
  private final int truck;

  @PlanningListVariable(valueRangeProviderRefs = "stops")
  private final List<PlannedStop> stops;

  @ShadowVariable(variableListenerClass = TimelineListener.class, sourceVariableName = "stops")
  private @Nullable Timeline timeline;

  @SuppressWarnings("unused") // for the solver's cloner, which fills the fields
  private TruckRoute() {
    this.id = "";
    this.truck = NO_TRUCK;
    this.stops = new ArrayList<>();
  }

  private TruckRoute(String id, int truck, List<PlannedStop> stops, @Nullable Timeline timeline) {
    this.id = id;
    this.truck = truck;
    this.stops = new ArrayList<>(stops);
    this.timeline = timeline;
  }

  static TruckRoute of(int truck, List<PlannedStop> stops, Timeline timeline) {
    return new TruckRoute("truck " + truck, truck, stops, timeline);
  }

  static TruckRoute leftOut(List<PlannedStop> stops) {
    return new TruckRoute("left out", NO_TRUCK, stops, null);
  }

  boolean isLeftOut() {
    return truck == NO_TRUCK;
  }

  /** Index; -1 for the stops left out. */
  int truck() {
    return truck;
  }

  List<PlannedStop> stops() {
    return stops;
  }

  /**
   * @throws IllegalStateException for the stops left out
   */
  Timeline timeline() {
    if (timeline == null) {
      throw new IllegalStateException("Route " + id + " has no timeline.");
    }
    return timeline;
  }

  void become(Timeline decoded) {
    timeline = decoded;
  }

  @Override
  public String toString() {
    return id;
  }
}
