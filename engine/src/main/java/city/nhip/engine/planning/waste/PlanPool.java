package city.nhip.engine.planning.waste;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The best few plans that a search ended at, and children of two of them: some routes of the one
 * that lie together give way to those of the other that serve most of the same stops (selective
 * route exchange, Nagata, Braysy and Dullaert 2010). All trucks must be alike. Mutable, for one
 * thread.
 */
final class PlanPool {
  private static final Comparator<Member> BY_COST = Comparator.comparingLong(Member::cost);

  private final Neighbours neighbours;
  private final Dice dice;
  private final int most;
  private final List<Member> members = new ArrayList<>();

  /**
   * @param orders by truck, the stops in order
   */
  record Member(List<List<Integer>> orders, long cost) {}

  /**
   * @param most so many plans are kept
   */
  PlanPool(Neighbours neighbours, Dice dice, int most) {
    this.neighbours = neighbours;
    this.dice = dice;
    this.most = most;
  }

  /** Keeps a plan where it is new and better than the weakest. */
  void add(Member plan) {
    if (members.stream().anyMatch(member -> member.cost == plan.cost)) {
      return;
    }
    members.add(plan);
    if (members.size() > most) {
      members.remove(Collections.max(members, BY_COST));
    }
  }

  List<List<Integer>> best() {
    return Collections.min(members, BY_COST).orders;
  }

  /** {@link Long#MAX_VALUE} where there is no plan yet. */
  long bestCost() {
    return members.stream().mapToLong(Member::cost).min().orElse(Long.MAX_VALUE);
  }

  /** A plan of two parents; stops that neither route takes are left out. */
  List<List<Integer>> child() {
    int one = dice.below(members.size());
    int other = dice.below(Math.max(1, members.size() - 1));
    other += other >= one && members.size() > 1 ? 1 : 0;
    return cross(members.get(one).orders, members.get(other).orders);
  }

  private List<List<Integer>> cross(List<List<Integer>> mother, List<List<Integer>> father) {
    Set<Integer> leaving = together(mother);
    Set<Integer> stops = new HashSet<>();
    leaving.forEach(truck -> stops.addAll(mother.get(truck)));
    List<List<Integer>> entering =
        father.stream()
            .map(order -> order.stream().filter(stops::contains).toList())
            .sorted((a, b) -> b.size() - a.size())
            .toList();
    List<List<Integer>> child = new ArrayList<>(mother);
    int next = 0;
    for (int truck : leaving) {
      child.set(truck, entering.get(next++));
    }
    return child;
  }

  /** Trucks whose routes pass near one stop: one to half of all. */
  private Set<Integer> together(List<List<Integer>> orders) {
    int[] truckOf = new int[neighbours.near.length / neighbours.width];
    int used = 0;
    for (int truck = 0; truck < orders.size(); truck++) {
      for (int stop : orders.get(truck)) {
        truckOf[stop] = truck;
      }
      used += orders.get(truck).isEmpty() ? 0 : 1;
    }
    int wanted = 1 + dice.below(Math.max(1, used / 2));
    int seed = dice.below(truckOf.length);
    Set<Integer> trucks = new LinkedHashSet<>(Set.of(truckOf[seed]));
    int from = seed * neighbours.width;
    for (int k = from; k < from + neighbours.width && trucks.size() < wanted; k++) {
      trucks.add(truckOf[neighbours.near[k]]);
    }
    return trucks;
  }
}
