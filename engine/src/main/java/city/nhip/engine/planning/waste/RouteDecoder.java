package city.nhip.engine.planning.waste;

/**
 * Turns a truck's order of stops into its day: where it tips, when it rests. The best places follow
 * from a dynamic program over the order. Not thread-safe, cheap to make.
 */
public final class RouteDecoder {
  private final FlatProblem flat;
  private final TripLabels labels;
  private final TripSplit split;
  private final TripLabels all;

  RouteDecoder(FlatProblem flat) {
    this(flat, TripLabels.MANY);
  }

  private RouteDecoder(FlatProblem flat, int kept) {
    this.flat = flat;
    DayAccess access = new DayAccess(flat);
    this.labels = new TripLabels(flat, access, kept);
    this.split = new TripSplit(flat, access);
    this.all = kept == TripLabels.MANY ? new TripLabels(flat, access, TripLabels.ALL) : labels;
  }

  /** Much quicker, and now and then a little dearer, or blind to a day that just fits. */
  public static RouteDecoder hasty(WasteProblem problem) {
    return new RouteDecoder(new FlatProblem(problem), TripLabels.FEW);
  }

  /** For a problem that holds no plan yet. */
  public RouteDecoder(WasteProblem problem) {
    this(new FlatProblem(problem));
  }

  /**
   * @param truck index
   * @param order indexes of stops
   */
  public Timeline decode(int truck, int... order) {
    int[] codes = new int[labels.mostVisits(order.length)];
    int length = labels.decode(truck, order, order.length, codes, Routes.NEVER);
    if (labels.foundBroken > 0 && all != labels) {
      length = decodeAgain(truck, order, codes);
    }
    return DayWalk.of(flat, truck, codes, length);
  }

  /** A day that breaks a rule may only have been overlooked. */
  private int decodeAgain(int truck, int[] order, int[] codes) {
    int length = split.split(truck, order, order.length, codes);
    return length < 0 ? all.decode(truck, order, order.length, codes, Routes.NEVER) : length;
  }
}
