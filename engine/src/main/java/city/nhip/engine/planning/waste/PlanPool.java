package city.nhip.engine.planning.waste;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The best few plans that a search ended at, and children of two of them: some routes of the one
 * that lie together give way to those of the other that serve most of the same stops (selective
 * route exchange, Nagata, Braysy and Dullaert 2010). All trucks must be alike. Mutable, for one
 * thread.
 */
final class PlanPool {
  private static final Comparator<Member> BY_COST = Comparator.comparingLong(Member::cost);

  /** For two parents that differ where they are crossed. */
  private static final int DRAWS = 30;

  /** So many children in a row that were no better than their mothers leave no hope for more. */
  private static final int VAIN = 60;

  private final Neighbours neighbours;
  private final Dice dice;
  private final int most;
  private final List<Member> members = new ArrayList<>();

  /** Children in a row that were no better than their mothers. */
  private int vain;

  /**
   * @param orders by truck, the stops in order
   */
  record Member(List<List<Integer>> orders, long cost) {}

  /**
   * A plan of two parents; stops that neither route takes are left out.
   *
   * @param orders by truck, the stops in order
   * @param around stops of the routes in which it differs from its mother, of both
   */
  record Child(Member mother, List<List<Integer>> orders, int[] around) {}

  /**
   * @param most so many plans are kept
   */
  PlanPool(Neighbours neighbours, Dice dice, int most) {
    this.neighbours = neighbours;
    this.dice = dice;
    this.most = most;
  }

  /**
   * Keeps a plan that is new: a child where it is better than its mother, whose place it takes,
   * which keeps the pool's plans different; any other in the weakest one's place.
   *
   * @param from what the plan was searched from, where that was a child
   */
  void add(Member plan, @Nullable Child from) {
    vain = from == null ? 0 : vain + 1;
    if (members.stream().anyMatch(member -> member.cost == plan.cost)) {
      return;
    }
    if (from != null && members.contains(from.mother)) {
      if (plan.cost < from.mother.cost) {
        members.set(members.indexOf(from.mother), plan);
        vain = 0;
      }
      return;
    }
    if (members.size() == most) {
      members.remove(Collections.max(members, BY_COST));
    }
    members.add(plan);
  }

  /** Whether its plans have nothing left to give each other. */
  boolean exhausted() {
    return vain >= VAIN;
  }

  List<List<Integer>> best() {
    return Collections.min(members, BY_COST).orders;
  }

  /** {@link Long#MAX_VALUE} where there is no plan yet. */
  long bestCost() {
    return members.stream().mapToLong(Member::cost).min().orElse(Long.MAX_VALUE);
  }

  /** Of two plans that differ, where a few draws find such. */
  Child child() {
    Child child = cross();
    for (int i = 1; i < DRAWS && child.around.length == 0; i++) {
      child = cross();
    }
    return child.around.length > 0 ? child : new Child(child.mother, child.orders, everyStop());
  }

  private int[] everyStop() {
    return IntStream.range(0, neighbours.near.length / neighbours.width).toArray();
  }

  private Child cross() {
    int one = dice.below(members.size());
    int other = dice.below(Math.max(1, members.size() - 1));
    other += other >= one && members.size() > 1 ? 1 : 0;
    Member mother = members.get(one);
    List<List<Integer>> child = new ArrayList<>(mother.orders);
    Set<Integer> leaving = together(mother.orders);
    exchange(child, leaving, members.get(other).orders);
    int[] around =
        IntStream.concat(news(mother.orders, child), news(child, mother.orders))
            .distinct()
            .toArray();
    return new Child(mother, child, around);
  }

  private static void exchange(
      List<List<Integer>> child, Set<Integer> leaving, List<List<Integer>> father) {
    Set<Integer> stops = new HashSet<>();
    leaving.forEach(truck -> stops.addAll(child.get(truck)));
    List<List<Integer>> entering =
        father.stream()
            .map(order -> order.stream().filter(stops::contains).toList())
            .sorted((a, b) -> b.size() - a.size())
            .toList();
    int next = 0;
    for (int truck : leaving) {
      child.set(truck, entering.get(next++));
    }
  }

  /** The stops of routes that the other plan does not have. */
  private static IntStream news(List<List<Integer>> plan, List<List<Integer>> other) {
    Set<List<Integer>> known = new HashSet<>(other);
    return plan.stream()
        .filter(order -> !known.contains(order))
        .flatMap(List::stream)
        .mapToInt(stop -> stop);
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
