package city.nhip.engine.planning.waste.city;

import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.WastePlan;
import city.nhip.engine.planning.waste.WasteProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a person holds while the rest is planned anew: a pinned container stays with its truck, a
 * pinned truck keeps its stops in their order and takes no other.
 */
final class PinnedTours {
  private final CollectionPlan plan;
  private final List<List<Integer>> orders;

  /** Trucks of the model that keep their tour. */
  private final Set<Integer> trucks;

  PinnedTours(CollectionPlan plan) {
    this.plan = plan;
    this.orders = plan.plan().orders();
    this.trucks =
        IntStream.range(0, orders.size())
            .filter(t -> plan.pins().contains(plan.setting().ofTruck(t).truck().id()))
            .boxed()
            .collect(java.util.stream.Collectors.toSet());
  }

  /** The same plan in a problem that leaves no other choice for what is pinned. */
  WastePlan held() {
    WasteProblem free = plan.plan().problem();
    List<Stop> stops = new ArrayList<>();
    for (int s = 0; s < free.stops().size(); s++) {
      stops.add(held(s, free.stops().get(s)));
    }
    return WastePlan.of(
            new WasteProblem(
                free.name(),
                stops,
                free.trucks(),
                free.sites(),
                free.matrices(),
                free.congestion()))
        .with(orders);
  }

  private Stop held(int index, Stop stop) {
    int truck = truckOf(index);
    boolean pinned =
        truck >= 0
            && (trucks.contains(truck)
                || plan.pins().contains(plan.setting().ofStop(index).container().id()));
    if (pinned) {
      return with(stop, List.of(truck), Optional.empty());
    }
    List<Integer> others =
        (stop.trucks().isEmpty()
                ? IntStream.range(0, orders.size()).boxed()
                : stop.trucks().stream())
            .filter(one -> !trucks.contains(one))
            .toList();
    // An empty list lets every truck come: where all are pinned it stays where it is.
    return trucks.isEmpty() || others.isEmpty() ? stop : with(stop, others, stop.skip());
  }

  private int truckOf(int stop) {
    for (int truck = 0; truck < orders.size(); truck++) {
      if (orders.get(truck).contains(stop)) {
        return truck;
      }
    }
    return -1;
  }

  private static Stop with(Stop stop, List<Integer> trucks, Optional<Stop.Skip> skip) {
    return new Stop(
        stop.id(),
        stop.node(),
        stop.stream(),
        stop.volume(),
        stop.mass(),
        stop.service(),
        stop.windows(),
        trucks,
        skip,
        stop.habit());
  }

  /** Back in the problem without pins, the pinned tours in the order that they had. */
  CollectionPlan released(WastePlan solved) {
    List<List<Integer>> found = new ArrayList<>(solved.orders());
    trucks.forEach(truck -> found.set(truck, orders.get(truck)));
    return plan.with(found);
  }
}
