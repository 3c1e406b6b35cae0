package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.signals.CountedFlow.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.R064Store;

/**
 * What an approach counts, as the sum of shares of what the approaches behind it counted a little
 * earlier. What enters or leaves between the junctions changes slowly: within two hours a parabola
 * is taken out of all counts, and what is left, the chance of the single quarter of an hour, is
 * explained by the same vehicles upstream or not at all.
 *
 * <p>Least squares, weighted as counts scatter, and corrected for what the upstream detectors
 * miscount (errors in variables: Fuller, Measurement Error Models, 1987, section 2.2).
 */
final class TurnEquation {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final long BLOCK = Duration.ofHours(2).toMillis();
  private static final int TREND = 3;

  /** Of one count. */
  private static final double HOURS = 0.25;

  /** Of the vehicles, by chance one by one: missed, or counted twice. */
  private static final double MISCOUNTED = 0.02;

  /** Part of Poisson's variance below which counts are smoothed, capped or stuck. */
  private static final double LEAST_CHANCE = 0.5;

  /** Six hours' worth, so that one odd hour is not believed. */
  private static final int FEWEST_SPANS = 24;

  /** A street empty at night still scatters as this flow does, veh/h. */
  private static final double LEAST_FLOW = 20;

  /** Counts may scatter less than by chance, but not so much less. */
  private static final double LEAST_SCATTER = 0.1;

  private final List<Feeder> feeders;
  private final double[][] counted;
  private final double[] chance;
  private final double[] pull;
  private final boolean[] told;
  private double squares;
  private int spans;
  private int free;

  /**
   * A turn that leads here.
   *
   * @param turn index among the site's turns
   * @param flow counted on the approach that it leaves
   * @param delay from the detector there to the one here, milliseconds
   */
  record Feeder(int turn, CountedFlow flow, long delay) {}

  private TurnEquation(List<Feeder> feeders) {
    this.feeders = feeders;
    counted = new double[feeders.size()][feeders.size()];
    chance = new double[feeders.size()];
    pull = new double[feeders.size()];
    told = new boolean[feeders.size()];
  }

  /**
   * @param here what was counted on the approach that the feeders lead to
   */
  static TurnEquation of(CountedFlow here, List<Feeder> feeders) {
    TurnEquation equation = new TurnEquation(feeders);
    Map<Long, List<double[]>> blocks = new TreeMap<>();
    for (Span span : here.spans(QUARTER)) {
      long block = Math.floorDiv(span.from(), BLOCK);
      double[] row = equation.row(span);
      if (row.length > 0) {
        blocks.computeIfAbsent(block, key -> new ArrayList<>()).add(row);
      }
    }
    blocks.values().forEach(equation::add);
    equation.judge();
    return equation;
  }

  /** Time, what was counted here, and what each feeder counted; empty where one did not. */
  private double[] row(Span span) {
    double[] row = new double[2 + feeders.size()];
    row[0] = (double) Math.floorMod(span.from(), BLOCK) / BLOCK;
    row[1] = span.flow();
    for (int k = 0; k < feeders.size(); k++) {
      long delay = feeders.get(k).delay();
      OptionalDouble flow = feeders.get(k).flow().mean(span.from() - delay, span.to() - delay);
      if (flow.isEmpty()) {
        return new double[0];
      }
      row[2 + k] = flow.getAsDouble();
    }
    return row;
  }

  private void add(List<double[]> rows) {
    int n = rows.size();
    if (n <= TREND) {
      return;
    }
    double level = rows.stream().mapToDouble(row -> row[1]).average().orElse(0);
    // counts scatter as Poisson's law has it: the variance of a flow is flow / length of the count
    double weight = HOURS / Math.max(LEAST_FLOW, level);
    double[][] columns = new double[2 + feeders.size()][];
    for (int c = 0; c < columns.length; c++) {
      int column = c;
      columns[c] = rows.stream().mapToDouble(row -> row[column]).toArray();
    }
    double[][] left = Trend.without(TREND, columns);
    for (int k = 0; k < feeders.size(); k++) {
      pull[k] += weight * Trend.dot(left[1], left[2 + k]);
      for (int l = 0; l < feeders.size(); l++) {
        counted[k][l] += weight * Trend.dot(left[2 + k], left[2 + l]);
      }
      chance[k] += weight * Arrays.stream(columns[2 + k]).sum() / HOURS * (n - TREND) / n;
    }
    squares += weight * Trend.dot(left[1], left[1]);
    spans += n;
    free += n - TREND;
  }

  /**
   * Counts that vary no more than they are miscounted tell nothing, nor do those that vary alike.
   */
  private void judge() {
    for (int k = 0; k < told.length; k++) {
      told[k] = spans >= FEWEST_SPANS && counted[k][k] > LEAST_CHANCE * chance[k];
    }
    int n = feeders.size();
    R064Store known = R064Store.FACTORY.make(n, n);
    for (int k = 0; k < n; k++) {
      for (int l = 0; l < n; l++) {
        known.set(k, l, told[k] && told[l] ? information(k, l) : k == l ? 1 : 0);
      }
    }
    Cholesky<Double> cholesky = Cholesky.R064.make(known);
    if (!cholesky.decompose(known) || !cholesky.isSPD()) {
      Arrays.fill(told, false);
    }
  }

  private double information(int k, int l) {
    return counted[k][l] - (k == l ? MISCOUNTED * chance[k] : 0);
  }

  /**
   * Adds what this equation says to the normal equations of a site.
   *
   * @param scatter variance of the counts beside Poisson's
   */
  void addTo(R064Store matrix, R064Store side, double scatter) {
    for (int k = 0; k < told.length; k++) {
      for (int l = 0; told[k] && l < told.length; l++) {
        if (told[l]) {
          matrix.add(feeders.get(k).turn(), feeders.get(l).turn(), information(k, l) / scatter);
        }
      }
      if (told[k]) {
        side.add(feeders.get(k).turn(), 0, pull[k] / scatter);
      }
    }
  }

  /** Variance of what the shares leave unexplained, beside Poisson's. */
  double scatter(double[] shares) {
    double rest = squares;
    int used = 0;
    for (int k = 0; k < told.length; k++) {
      for (int l = 0; told[k] && l < told.length; l++) {
        rest += told[l] ? share(shares, k) * share(shares, l) * counted[k][l] : 0;
      }
      rest -= told[k] ? 2 * share(shares, k) * pull[k] : 0;
      used += told[k] ? 1 : 0;
    }
    return Math.max(LEAST_SCATTER, rest / Math.max(1, free - used));
  }

  private double share(double[] shares, int k) {
    return shares[feeders.get(k).turn()];
  }

  /** Quarters of an hour that speak. */
  int spans() {
    return spans;
  }
}
