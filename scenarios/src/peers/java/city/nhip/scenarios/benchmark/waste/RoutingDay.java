package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.Truck;
import city.nhip.engine.planning.waste.WasteProblem;
import city.nhip.engine.planning.waste.Window;
import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.RoutingSearchParameters;
import com.google.ortools.constraintsolver.main;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A day without disposal sites as OR-Tools' routing sees it, by guided local search. */
final class RoutingDay {
  private RoutingDay() {}

  static List<List<Integer>> solve(WasteProblem problem, boolean timed, BooleanSupplier over) {
    Loader.loadNativeLibraries();
    Truck truck = problem.trucks().get(0);
    int depot = problem.stops().size();
    int trucks = problem.trucks().size();
    RoutingIndexManager index = new RoutingIndexManager(depot + 1, trucks, depot);
    RoutingModel routing = new RoutingModel(index);
    int[] node = new int[depot + 1];
    long[] volume = new long[depot + 1];
    node[depot] = truck.depot();
    for (int u = 0; u < depot; u++) {
      node[u] = problem.stops().get(u).node();
      volume[u] = problem.stops().get(u).volume();
    }
    long[][] ways = new long[depot + 1][depot + 1];
    long[][] times = new long[depot + 1][depot + 1];
    for (int i = 0; i <= depot; i++) {
      long service = i < depot ? problem.stops().get(i).service() : 0;
      for (int j = 0; j <= depot; j++) {
        ways[i][j] = problem.matrix().distance(node[i], node[j]);
        times[i][j] = service + problem.matrix().time(node[i], node[j]);
      }
    }
    routing.setArcCostEvaluatorOfAllVehicles(routing.registerTransitMatrix(ways));
    long[] capacity = new long[trucks];
    Arrays.fill(capacity, truck.compartments().get(0).volume());
    routing.addDimensionWithVehicleCapacity(
        routing.registerUnaryTransitVector(volume), 0, capacity, true, "volume");
    if (timed) {
      long latest = truck.shift().latest();
      routing.addDimension(routing.registerTransitMatrix(times), latest, latest, false, "time");
      RoutingDimension time = routing.getMutableDimension("time");
      for (int u = 0; u < depot; u++) {
        Stop stop = problem.stops().get(u);
        Window hours = stop.windows().get(0);
        time.cumulVar(index.nodeToIndex(u)).setRange(hours.from(), hours.to());
      }
    }
    routing.addSearchMonitor(routing.solver().makeCustomLimit(over));
    RoutingSearchParameters search =
        main.defaultRoutingSearchParameters().toBuilder()
            .setFirstSolutionStrategy(
                timed
                    ? FirstSolutionStrategy.Value.PARALLEL_CHEAPEST_INSERTION
                    : FirstSolutionStrategy.Value.SAVINGS)
            .setLocalSearchMetaheuristic(LocalSearchMetaheuristic.Value.GUIDED_LOCAL_SEARCH)
            .setTimeLimit(com.google.protobuf.Duration.newBuilder().setSeconds(100_000))
            .build();
    Assignment found = routing.solveWithParameters(search);
    List<List<Integer>> orders = new ArrayList<>();
    for (int t = 0; found != null && t < trucks; t++) {
      List<Integer> order = new ArrayList<>();
      for (long i = routing.start(t); !routing.isEnd(i); i = found.value(routing.nextVar(i))) {
        if (index.indexToNode(i) != depot) {
          order.add(index.indexToNode(i));
        }
      }
      orders.add(order);
    }
    return orders;
  }
}
