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
    MAXIMUM,
    /** Euclid divided by the root of ten, rounded up (TSPLIB's ATT). */
    PSEUDO_EUCLID,
    /** On the globe, whole km (TSPLIB's GEO); latitude and longitude in degrees and minutes. */
    GEOGRAPHIC
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
      case PSEUDO_EUCLID -> (int) Math.ceil(Math.sqrt((dx * dx + dy * dy) / 10));
      case GEOGRAPHIC -> from == to ? 0 : kilometres(from, to);
    };
  }

  /** With pi, the radius and the rounding of TSPLIB (Reinelt 1995). */
  private int kilometres(int from, int to) {
    double east = Math.cos(radians(y[from]) - radians(y[to]));
    double apart = Math.cos(radians(x[from]) - radians(x[to]));
    double about = Math.cos(radians(x[from]) + radians(x[to]));
    double angle = Math.acos(Math.min(1, 0.5 * ((1 + east) * apart - (1 - east) * about)));
    return (int) (6378.388 * angle + 1);
  }

  /**
   * @param value DDD.MM
   */
  private static double radians(double value) {
    int degrees = (int) value;
    return 3.141592 * (degrees + 5 * (value - degrees) / 3) / 180;
  }

  @Override
  public int time(int from, int to) {
    int distance = distance(from, to);
    return timePerDistance == 1 ? distance : (int) Math.ceil(distance * timePerDistance - 1e-9);
  }
}
