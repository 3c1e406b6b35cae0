package city.nhip.engine.planning.waste;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One plan that several chains search at once: each has some trucks, whose routes lie together, and
 * holds the others'. Between rounds the parts are put together and the trucks are divided anew.
 * Mutable, for one thread.
 */
final class SharedPlan {
  private final List<Annealing> chains;
  private final FlatProblem flat;
  private final Dice dice;

  /** By truck: the chain that has it. */
  private final int[] owner;

  private List<List<Integer>> plan;
  private List<List<Integer>> best;

  /**
   * @param from whose plans the search goes on from
   */
  SharedPlan(List<Annealing> chains, FlatProblem flat, long seed, Annealing from) {
    this.chains = chains;
    this.flat = flat;
    this.dice = new Dice(seed);
    owner = new int[flat.startPlace.length];
    plan = from.current();
    best = from.best();
  }

  /** Gives each chain a part. */
  void divide() {
    int middle = dice.below(flat.stops);
    double[] far = plan.stream().mapToDouble(order -> far(middle, order)).toArray();
    int[] byWay =
        IntStream.range(0, owner.length)
            .boxed()
            .sorted(Comparator.comparingDouble(truck -> far[truck]))
            .mapToInt(truck -> truck)
            .toArray();
    int turn = dice.below(chains.size());
    int served = plan.stream().mapToInt(List::size).sum();
    int before = 0;
    for (int truck : byWay) {
      int size = plan.get(truck).size();
      owner[truck] =
          size == 0
              ? turn++ % chains.size()
              : (int) ((before + size / 2L) * chains.size() / served);
      before += size;
    }
    for (int c = 0; c < chains.size(); c++) {
      chains.get(c).share(plan, best, othersThan(c), c == 0);
    }
  }

  private double far(int middle, List<Integer> order) {
    return order.stream().mapToInt(stop -> flat.distance(middle, stop)).average().orElse(0);
  }

  private boolean[] othersThan(int chain) {
    boolean[] others = new boolean[owner.length];
    for (int truck = 0; truck < others.length; truck++) {
      others[truck] = owner[truck] != chain;
    }
    return others;
  }

  /**
   * Puts the parts together again.
   *
   * @param cost of the best plan before the round: who found a better one changed its own part only
   */
  void unite(long cost) {
    List<List<List<Integer>>> plans = chains.stream().map(Annealing::current).toList();
    List<List<List<Integer>>> bests =
        chains.stream().map(c -> c.bestCost() < cost ? c.best() : plan).toList();
    boolean better = chains.stream().anyMatch(chain -> chain.bestCost() < cost);
    best = better ? parts(bests) : best;
    plan = parts(plans);
    boolean[] none = new boolean[owner.length];
    chains.forEach(chain -> chain.share(plan, best, none, true));
    best = chains.get(0).best();
  }

  private List<List<Integer>> parts(List<List<List<Integer>>> ofChains) {
    List<List<Integer>> whole = new ArrayList<>();
    for (int truck = 0; truck < owner.length; truck++) {
      whole.add(ofChains.get(owner[truck]).get(truck));
    }
    return whole;
  }
}
