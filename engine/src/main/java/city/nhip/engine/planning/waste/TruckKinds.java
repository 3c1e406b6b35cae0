package city.nhip.engine.planning.waste;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Tells which trucks are alike: of those, one that is empty stands for all. */
final class TruckKinds {
  private TruckKinds() {}

  /**
   * @param kind takes each truck's kind
   * @return how many kinds there are
   */
  static int number(WasteProblem problem, int[] kind) {
    Set<Integer> named = new HashSet<>();
    for (Stop stop : problem.stops()) {
      named.addAll(stop.trucks());
      stop.habit().ifPresent(habit -> named.add(habit.truck()));
    }
    Map<Truck, Integer> kinds = new HashMap<>();
    for (int t = 0; t < kind.length; t++) {
      Truck truck = problem.trucks().get(t);
      String name = named.contains(t) ? truck.id() : "";
      Truck alike =
          new Truck(
              name,
              truck.start(),
              truck.depot(),
              truck.compartments(),
              truck.payload(),
              truck.shift(),
              truck.limits(),
              truck.prices(),
              truck.profile());
      Integer known = kinds.putIfAbsent(alike, kinds.size());
      kind[t] = known == null ? kinds.size() - 1 : known;
    }
    return kinds.size();
  }
}
