package city.nhip.engine.planning.waste;

import java.util.List;

/** The plainest arithmetic that a problem allows: the plainer, the faster. */
enum RoutesKind {
  CAPACITY {
    @Override
    Routes make(FlatProblem flat, Neighbours neighbours) {
      return new CapacityRoutes(flat, neighbours);
    }
  },
  WINDOWS {
    @Override
    Routes make(FlatProblem flat, Neighbours neighbours) {
      return new WindowRoutes(flat, neighbours);
    }
  };

  abstract Routes make(FlatProblem flat, Neighbours neighbours);

  boolean timed() {
    return this != CAPACITY;
  }

  static RoutesKind of(FlatProblem flat) {
    WasteProblem problem = flat.problem;
    return problem.trucks().stream().allMatch(RoutesKind::unhurried)
            && problem.stops().stream().allMatch(stop -> isAlways(stop.windows()))
        ? CAPACITY
        : WINDOWS;
  }

  private static boolean unhurried(Truck truck) {
    return truck.shift().latest() == Truck.UNLIMITED;
  }

  private static boolean isAlways(List<Window> windows) {
    return windows.size() == 1
        && windows.get(0).from() == 0
        && windows.get(0).to() == Truck.UNLIMITED;
  }
}
