package city.nhip.engine.planning.signals;

import java.util.Collections;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** The timing that the solver gives one intersection. Mutable, the solver's own. */
@PlanningEntity
public final class IntersectionTiming {
  @PlanningId private final String id;
  private final Intersection site;
  private final LaneLoads loads;

  @PlanningVariable(valueRangeProviderRefs = "known timings")
  private @Nullable Timing timing;

  @SuppressWarnings("NullAway") // for the solver's cloner, which fills the fields
  private IntersectionTiming() {
    this.id = "";
    this.site = null;
    this.loads = null;
  }

  IntersectionTiming(Intersection site, LaneLoads loads, Timing timing) {
    this.id = site.id();
    this.site = site;
    this.loads = loads;
    this.timing = timing;
  }

  public String id() {
    return id;
  }

  public Intersection site() {
    return site;
  }

  public Timing timing() {
    if (timing == null) {
      throw new IllegalStateException("Intersection " + id + " has no timing yet.");
    }
    return timing;
  }

  /**
   * @return see {@link LaneLoads#worst}
   */
  public double worstSaturation() {
    return loads.worst(site, timing());
  }

  /** The lane of which {@link #worstSaturation} is; there is one where that is above 0. */
  LaneLoads.LaneLoad fullest() {
    return Collections.max(
        loads.lanes(),
        Comparator.comparingDouble(lane -> LaneLoads.saturation(lane, site, timing())));
  }

  long excessSaturation() {
    return loads.excessPermille(site, timing());
  }

  /** Of another timing than its own, see {@link LaneLoads#unguarded}. */
  long unguarded(Timing other) {
    return loads.unguarded(site, other);
  }

  void retime(Timing to) {
    timing = to;
  }

  @Override
  public String toString() {
    return id + " " + timing;
  }
}
