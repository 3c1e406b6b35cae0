package city.nhip.scenarios.instance.waste;

import city.nhip.engine.planning.waste.Matrix;

/** Ways between points in a plane, reckoned when asked. */
final class PlanarMatrix implements Matrix {
  private final double[] x;
  private final double[] y;
  private final Metric metric;
  private final double timePerDistance;

  /** How a way is measured and made whole. */
  enum Metric {
    /** Euclid, rounded to the nearest (TSPLIB's EUC_2D). */
    EUCLID_ROUNDED,
    /** Euclid, rounded up (TSPLIB's CEIL_2D). */
    EUCLID_UP,
    /** Euclid, cut (DIMACS, on coordinates in tenths). */
    EUCLID_CUT,
    /** Manhattan, rounded to the nearest (TSPLIB's MAN_2D). */
    MANHATTAN,
    /** The larger of both differences, rounded to the nearest (TSPLIB's MAX_2D). */
    MAXIMUM
  }

  /**
   * @param timePerDistance travel times are rounded up
   */
  PlanarMatrix(double[] x, double[] y, Metric metric, double timePerDistance) {
    this.x = x.clone();
    this.y = y.clone();
    this.metric = metric;
    this.timePerDistance = timePerDistance;
  }

  @Override
  public int size() {
    return x.length;
  }

  @Override
  public int distance(int from, int to) {
    double dx = Math.abs(x[from] - x[to]);
    double dy = Math.abs(y[from] - y[to]);
    return switch (metric) {
      case EUCLID_ROUNDED -> (int) (Math.sqrt(dx * dx + dy * dy) + 0.5);
      case EUCLID_UP -> (int) Math.ceil(Math.sqrt(dx * dx + dy * dy));
      case EUCLID_CUT -> (int) Math.sqrt(dx * dx + dy * dy);
      case MANHATTAN -> (int) (dx + dy + 0.5);
      case MAXIMUM -> (int) (Math.max(dx, dy) + 0.5);
    };
  }

  @Override
  public int time(int from, int to) {
    int distance = distance(from, to);
    return timePerDistance == 1 ? distance : (int) Math.ceil(distance * timePerDistance - 1e-9);
  }
}
