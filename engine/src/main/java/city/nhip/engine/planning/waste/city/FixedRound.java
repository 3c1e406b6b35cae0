package city.nhip.engine.planning.waste.city;

import city.nhip.engine.planning.waste.RouteDecoder;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.Truck;
import city.nhip.engine.planning.waste.WastePlan;
import city.nhip.engine.planning.waste.WasteProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The plain practice: every container every evening, zone by zone, always the nearest one next. One
 * truck goes on until it can take no more, then the next one leaves.
 */
final class FixedRound {
  /** So many nearest containers are tried before a truck gives up on a zone. */
  private static final int TRIES = 6;

  private final CollectionPlan whole;
  private final WasteProblem problem;
  private final RouteDecoder decoder;
  private final Set<Integer> open = new HashSet<>();

  private FixedRound(CollectionPlan whole) {
    this.whole = whole;
    this.problem = whole.plan().problem();
    this.decoder = RouteDecoder.hasty(whole.plan());
    open.addAll(whole.plan().leftOut());
  }

  /** From the same state of the shift, with the same trucks, as {@code plan}. */
  static CollectionPlan instead(CollectionPlan plan) {
    CollectionSetting setting = plan.setting();
    List<Integer> stops =
        IntStream.range(0, setting.containers().size())
            .filter(c -> !setting.containers().get(c).done())
            .boxed()
            .toList();
    List<TourSoFar> going = setting.trucks().stream().map(setting.tours()::get).toList();
    WasteProblem problem =
        new CollectionModel(setting.city(), setting.day(), setting.collected(), setting.slowdown())
            .problem(
                stops.stream().map(setting.containers()::get).toList(),
                going,
                setting.earliest(),
                Map.of(),
                0);
    return fill(new CollectionPlan(setting.withStops(stops), WastePlan.of(problem)));
  }

  /** The same plan, and what it leaves out by the plain practice at the end of its tours. */
  static CollectionPlan fill(CollectionPlan plan) {
    return plan.with(new FixedRound(plan).orders());
  }

  private List<List<Integer>> orders() {
    List<String> zones =
        whole.setting().containers().stream()
            .map(one -> one.container().zone())
            .distinct()
            .toList();
    List<List<Integer>> orders = new ArrayList<>();
    for (int truck = 0; truck < problem.trucks().size(); truck++) {
      List<Integer> order = new ArrayList<>(whole.plan().orders().get(truck));
      for (String zone : zones) {
        round(truck, zone, order);
      }
      orders.add(order);
    }
    return orders;
  }

  private void round(int truck, String zone, List<Integer> order) {
    while (true) {
      int here =
          order.isEmpty()
              ? problem.trucks().get(truck).start().node()
              : problem.stops().get(order.get(order.size() - 1)).node();
      List<Integer> nearest =
          open.stream()
              .filter(stop -> whole.setting().ofStop(stop).container().zone().equals(zone))
              .filter(stop -> mayCome(truck, problem.stops().get(stop)))
              .sorted(
                  Comparator.<Integer>comparingInt(
                          stop ->
                              problem.matrixOf(truck).time(here, problem.stops().get(stop).node()))
                      .thenComparing(Comparator.naturalOrder()))
              .limit(TRIES)
              .toList();
      boolean went = false;
      for (int stop : nearest) {
        order.add(stop);
        if (decoder
            .decode(truck, order.stream().mapToInt(Integer::intValue).toArray())
            .feasible()) {
          open.remove(stop);
          went = true;
          break;
        }
        order.remove(order.size() - 1);
      }
      if (!went) {
        return;
      }
    }
  }

  private boolean mayCome(int index, Stop stop) {
    Truck truck = problem.trucks().get(index);
    return truck.compartmentFor(stop.stream()) >= 0
        && (stop.trucks().isEmpty() || stop.trucks().contains(index));
  }
}
