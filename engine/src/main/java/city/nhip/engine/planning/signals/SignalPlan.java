package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningEntityProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** A network and a timing for each of its intersections. Mutable, the solver's own. */
@PlanningSolution
public final class SignalPlan {
  private final LaneGraph graph;
  private final Optional<CitySetting> setting;
  private final List<LaneLoads> loads;

  @PlanningEntityCollectionProperty private final List<IntersectionTiming> intersections;

  @PlanningEntityProperty private final QueueOutcome traffic;

  @ValueRangeProvider(id = "known timings")
  private final List<Timing> known;

  /** Intersections that keep their timing in the next solve. */
  private final Set<String> pins;

  @PlanningScore private @Nullable HardMediumSoftLongScore score;

  @SuppressWarnings("NullAway") // for the solver's cloner, which fills the fields
  private SignalPlan() {
    graph = null;
    setting = Optional.empty();
    loads = List.of();
    intersections = new ArrayList<>();
    traffic = new QueueOutcome();
    known = List.of();
    pins = Set.of();
  }

  private SignalPlan(
      LaneGraph graph,
      Optional<CitySetting> setting,
      List<LaneLoads> loads,
      List<Timing> timings,
      Set<String> pins) {
    this.pins = pins;
    this.graph = graph;
    this.setting = setting;
    this.loads = loads;
    this.traffic = new QueueOutcome();
    this.intersections = new ArrayList<>();
    List<Intersection> sites = graph.network.intersections();
    if (timings.size() != sites.size()) {
      throw new IllegalArgumentException(
          "There are %d timings for %d intersections. Give one each."
              .formatted(timings.size(), sites.size()));
    }
    Set<Timing> range = new LinkedHashSet<>();
    for (int site = 0; site < sites.size(); site++) {
      intersections.add(
          new IntersectionTiming(sites.get(site), loads.get(site), timings.get(site)));
      range.add(timings.get(site));
    }
    this.known = List.copyOf(range);
  }

  /**
   * The network with the programs that it runs today.
   *
   * @throws IllegalArgumentException when a route's links do not join
   */
  public static SignalPlan today(SignalNetwork network) {
    LaneGraph graph = new LaneGraph(network);
    return new SignalPlan(graph, Optional.empty(), LaneLoads.of(graph), network.today(), Set.of());
  }

  /** A city's network with its fixed plans. */
  static SignalPlan today(SignalNetwork network, CitySetting setting) {
    LaneGraph graph = new LaneGraph(network);
    return new SignalPlan(
        graph, Optional.of(setting), LaneLoads.of(graph), network.today(), Set.of());
  }

  /** The same network with other timings, one an intersection in the network's order. */
  public SignalPlan with(List<Timing> timings) {
    return new SignalPlan(graph, setting, loads, timings, pins);
  }

  /** The same plan, of which these intersections keep their timing in the next solve. */
  SignalPlan pinned(Set<String> ids) {
    return new SignalPlan(graph, setting, loads, timings(), Set.copyOf(ids));
  }

  Set<String> pins() {
    return pins;
  }

  public SignalNetwork network() {
    return graph.network;
  }

  public List<Timing> timings() {
    return intersections.stream().map(IntersectionTiming::timing).toList();
  }

  public List<IntersectionTiming> intersections() {
    return intersections;
  }

  /** What a plan must keep and this one does not, and by how much; 0 for a plan to be published. */
  public long broken() {
    return SignalScore.broken(this);
  }

  /** Plays the plan in a queue model of its own. */
  public Outcome played() {
    return new QueueModel(graph).play(timings());
  }

  /**
   * @throws IllegalStateException for a plan that belongs to no city
   */
  CitySetting setting() {
    return setting.orElseThrow(() -> new IllegalStateException("This plan belongs to no city."));
  }

  LaneGraph graph() {
    return graph;
  }

  QueueOutcome traffic() {
    return traffic;
  }

  void become(HardMediumSoftLongScore judged) {
    score = judged;
  }

  @Nullable HardMediumSoftLongScore score() {
    return score;
  }
}
