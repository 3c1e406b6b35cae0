package city.nhip.engine.planning.waste;

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
  },
  DAYS {
    @Override
    Routes make(FlatProblem flat, Neighbours neighbours) {
      return new DayRoutes(flat, neighbours);
    }
  };

  abstract Routes make(FlatProblem flat, Neighbours neighbours);

  boolean timed() {
    return this != CAPACITY;
  }

  static RoutesKind of(FlatProblem flat) {
    WasteProblem problem = flat.problem;
    if (!problem.sites().isEmpty()
        || flat.congested
        || !flat.oneProfile
        || !problem.stops().stream().allMatch(RoutesKind::isPlain)
        || !problem.trucks().stream().allMatch(RoutesKind::isPlain)) {
      return DAYS;
    }
    return problem.trucks().stream().allMatch(t -> t.shift().latest() == Truck.UNLIMITED)
            && problem.stops().stream().allMatch(stop -> isAlways(stop.windows().get(0)))
        ? CAPACITY
        : WINDOWS;
  }

  private static boolean isPlain(Stop stop) {
    return stop.windows().size() == 1
        && stop.stream() == 0
        && stop.mass() == 0
        && stop.trucks().isEmpty()
        && stop.habit().isEmpty();
  }

  private static boolean isPlain(Truck truck) {
    return truck.idleAtDepot()
        && truck.compartmentFor(0) == 0
        && truck.shift().rest().isEmpty()
        && truck.shift().maxDriving() == Truck.UNLIMITED
        && truck.limits().equals(Truck.DayLimits.NONE)
        && truck.prices().perTime() == 0
        && truck.prices().perOvertime() == 0;
  }

  private static boolean isAlways(Window window) {
    return window.from() == 0 && window.to() == Truck.UNLIMITED;
  }
}
