package city.nhip.engine.planning.signals;

import java.util.Arrays;

/** Slow change, as a polynomial of time. */
final class Trend {
  private Trend() {}

  /**
   * Series without what a polynomial explains of them, by Gram and Schmidt.
   *
   * @param terms of the polynomial: 3 of a parabola
   * @param series the first one is time; all of one length, longer than there are terms
   * @return the same series, each less its trend
   */
  static double[][] without(int terms, double[][] series) {
    double[][] left = new double[series.length][];
    for (int c = 0; c < series.length; c++) {
      left[c] = series[c].clone();
    }
    double[] power = new double[series[0].length];
    Arrays.fill(power, 1);
    double[][] basis = new double[terms][];
    for (int k = 0; k < terms; k++) {
      basis[k] = power.clone();
      for (int before = 0; before < k; before++) {
        remove(basis[before], basis[k]);
      }
      for (double[] one : left) {
        remove(basis[k], one);
      }
      for (int t = 0; t < power.length; t++) {
        power[t] *= series[0][t];
      }
    }
    return left;
  }

  private static void remove(double[] direction, double[] from) {
    double share = dot(direction, from) / dot(direction, direction);
    for (int t = 0; t < from.length; t++) {
      from[t] -= share * direction[t];
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t];
    }
    return sum;
  }
}
