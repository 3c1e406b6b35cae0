package city.nhip.engine.planning.waste;

/**
 * Turns a truck's order of stops into its day: where it tips, when it rests. The best places follow
 * from a dynamic program over the order. Not thread-safe, cheap to make.
 */
public final class RouteDecoder {
  private final FlatProblem flat;
  private final TripLabels few;
  private final TripLabels labels;
  private final TripSplit split;
  private final TripLabels all;
  private final boolean hasty;

  RouteDecoder(FlatProblem flat) {
    this(flat, TripLabels.MANY);
  }

  private RouteDecoder(FlatProblem flat, int kept) {
    this.flat = flat;
    DayAccess access = new DayAccess(flat);
    this.few = new TripLabels(flat, access, TripLabels.FEW);
    this.hasty = kept == TripLabels.FEW;
    this.labels = kept == TripLabels.FEW ? few : new TripLabels(flat, access, kept);
    this.split = new TripSplit(flat, access);
    this.all = kept == TripLabels.MANY ? new TripLabels(flat, access, TripLabels.ALL) : labels;
  }

  /** Much quicker, and now and then a little dearer, or blind to a day that just fits. */
  public static RouteDecoder hasty(WastePlan plan) {
    return new RouteDecoder(plan.flat(), TripLabels.FEW);
  }

  /** For days of the plan's problem. */
  public static RouteDecoder careful(WastePlan plan) {
    return new RouteDecoder(plan.flat());
  }

  /**
   * @param truck index
   * @param order indexes of stops
   */
  public Timeline decode(int truck, int... order) {
    int[] codes = new int[labels.mostVisits(order.length)];
    int length =
        hasty
            ? few.decode(truck, order, order.length, codes, Routes.NEVER)
            : careful(truck, order, codes);
    return DayWalk.of(flat, truck, codes, length);
  }

  private int careful(int truck, int[] order, int[] codes) {
    if (labels.bounds()) {
      int known = few.decode(truck, order, order.length, codes, Routes.NEVER);
      if (few.foundBroken == 0) {
        return better(truck, order, codes, known);
      }
    }
    int length = labels.decode(truck, order, order.length, codes, Routes.NEVER);
    return labels.foundBroken > 0 ? decodeAgain(truck, order, codes) : length;
  }

  /** What costs more than a day that is known need not be looked at. */
  private int better(int truck, int[] order, int[] codes, int known) {
    int[] found = new int[codes.length];
    int length = labels.decode(truck, order, order.length, found, few.foundCost + 1);
    if (labels.foundBroken > 0) {
      return known;
    }
    System.arraycopy(found, 0, codes, 0, length);
    return length;
  }

  /** A day that breaks a rule may only have been overlooked. */
  private int decodeAgain(int truck, int[] order, int[] codes) {
    int length = split.split(truck, order, order.length, codes);
    return length < 0 ? all.decode(truck, order, order.length, codes, Routes.NEVER) : length;
  }
}
