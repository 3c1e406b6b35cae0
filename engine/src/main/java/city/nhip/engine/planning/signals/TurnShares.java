package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.signals.SignalSites.Approach;
import city.nhip.engine.planning.signals.SignalSites.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.convex.ConvexSolver;

/**
 * The shares of the turns at one site that fit best what the approaches behind and ahead of it
 * counted: least squares under "shares are not negative and sum to 1", drawn towards the configured
 * shares as if these had been seen on {@value #CONFIGURED} vehicles (Dirichlet's variance).
 */
final class TurnShares {
  private static final double CONFIGURED = 2;

  /** A share of nothing or all is not configured so surely that no count could change it. */
  private static final double SUREST = 0.02;

  /** Passes in which the scatter of the counts and the shares settle. */
  private static final int PASSES = 6;

  /** The interval must shrink this far, else the counts tell nothing of note. */
  private static final double NARROWER = 0.7;

  private final SignalSites.Site site;
  private final List<Turn> turns = new ArrayList<>();
  private final List<Integer> approachOf = new ArrayList<>();
  private final Map<Integer, TurnEquation> equationOf = new HashMap<>();
  private final List<TurnEquation> equations = new ArrayList<>();

  /**
   * @param flows by approach, of the site and of those ahead of it
   * @param known all approaches that the city has
   */
  private TurnShares(
      SignalSites.Site site, Map<String, CountedFlow> flows, Map<String, Approach> known) {
    this.site = site;
    Map<String, List<TurnEquation.Feeder>> feeders = new LinkedHashMap<>();
    for (int a = 0; a < site.approaches().size(); a++) {
      Approach approach = site.approaches().get(a);
      for (Turn turn : approach.turns()) {
        CountedFlow behind = flows.get(approach.id());
        Approach ahead = known.get(turn.to());
        if (behind != null && ahead != null && flows.containsKey(turn.to())) {
          feeders
              .computeIfAbsent(turn.to(), key -> new ArrayList<>())
              .add(new TurnEquation.Feeder(turns.size(), behind, delay(ahead)));
        }
        turns.add(turn);
        approachOf.add(a);
      }
    }
    feeders.forEach(
        (to, from) ->
            Optional.ofNullable(flows.get(to))
                .map(here -> TurnEquation.of(here, from))
                .ifPresent(
                    equation -> {
                      equations.add(equation);
                      from.forEach(feeder -> equationOf.put(feeder.turn(), equation));
                    }));
  }

  /** Along the street ahead, and a quarter of the cycle at the signal before it. */
  private long delay(Approach ahead) {
    double drive = 3_600 * ahead.lengthMetres() / ahead.speedKmh();
    return Math.round(drive + 250.0 * site.fixedPlan().cycleSeconds());
  }

  /**
   * Of each approach of which the counts tell something: an estimate for each of its turns, in
   * order. Shares sum to 1.
   */
  static Map<String, List<Estimate>> of(
      SignalSites.Site site, Map<String, CountedFlow> flows, Map<String, Approach> known) {
    TurnShares it = new TurnShares(site, flows, known);
    return it.equations.isEmpty() ? Map.of() : it.fit();
  }

  private Map<String, List<Estimate>> fit() {
    double[] shares = turns.stream().mapToDouble(Turn::share).toArray();
    R064Store matrix = configured();
    MatrixStore<Double> before = covariance(matrix);
    for (int pass = 0; pass < PASSES; pass++) {
      matrix = configured();
      R064Store side = R064Store.FACTORY.make(turns.size(), 1);
      for (int k = 0; k < turns.size(); k++) {
        side.set(k, 0, matrix.doubleValue(k, k) * turns.get(k).share());
      }
      for (TurnEquation equation : equations) {
        equation.addTo(matrix, side, equation.scatter(shares));
      }
      shares = solve(matrix, side);
    }
    return told(shares, before, covariance(matrix));
  }

  private R064Store configured() {
    R064Store matrix = R064Store.FACTORY.make(turns.size(), turns.size());
    for (int k = 0; k < turns.size(); k++) {
      double share = Math.max(SUREST, Math.min(1 - SUREST, turns.get(k).share()));
      matrix.set(k, k, (CONFIGURED + 1) / (share * (1 - share)));
    }
    return matrix;
  }

  /** Each approach's shares sum to 1. */
  private R064Store sums() {
    R064Store sums = R064Store.FACTORY.make(site.approaches().size(), turns.size());
    for (int k = 0; k < turns.size(); k++) {
      sums.set((int) approachOf.get(k), k, 1.0);
    }
    return sums;
  }

  private double[] solve(R064Store matrix, R064Store side) {
    int n = turns.size();
    R064Store ones = R064Store.FACTORY.make(site.approaches().size(), 1);
    ones.fillAll(1.0);
    R064Store negative = R064Store.FACTORY.make(n, n);
    for (int k = 0; k < n; k++) {
      negative.set(k, k, -1);
    }
    Optimisation.Result result =
        ConvexSolver.newBuilder()
            .objective(matrix, side)
            .equalities(sums(), ones)
            .inequalities(negative, R064Store.FACTORY.make(n, 1))
            .build()
            .solve();
    double[] shares = new double[n];
    double[] sum = new double[site.approaches().size()];
    for (int k = 0; k < n; k++) {
      shares[k] = Math.max(0, Math.min(1, result.doubleValue(k)));
      sum[approachOf.get(k)] += shares[k];
    }
    for (int k = 0; k < n; k++) {
      shares[k] /= sum[approachOf.get(k)];
    }
    return shares;
  }

  /** Of the shares under their sums: a block of the inverse of the optimality conditions. */
  private MatrixStore<Double> covariance(R064Store matrix) {
    int n = turns.size();
    R064Store sums = sums();
    R064Store all = R064Store.FACTORY.make(n + sums.getRowDim(), n + sums.getRowDim());
    for (int k = 0; k < n; k++) {
      for (int l = 0; l < n; l++) {
        all.set(k, l, matrix.doubleValue(k, l));
      }
      for (int a = 0; a < sums.getRowDim(); a++) {
        all.set(k, n + a, sums.doubleValue(a, k));
        all.set(n + a, k, sums.doubleValue(a, k));
      }
    }
    LU<Double> lu = LU.R064.make(all);
    lu.decompose(all);
    return lu.getInverse();
  }

  private Map<String, List<Estimate>> told(
      double[] shares, MatrixStore<Double> before, MatrixStore<Double> after) {
    Map<String, List<Estimate>> told = new LinkedHashMap<>();
    for (int a = 0; a < site.approaches().size(); a++) {
      List<Estimate> estimates = new ArrayList<>();
      boolean tells = false;
      for (int k = 0; k < turns.size(); k++) {
        if (approachOf.get(k) == a) {
          double deviation = deviation(after, k);
          tells |= deviation < NARROWER * deviation(before, k);
          int counts = equationOf.containsKey(k) ? equationOf.get(k).spans() : 0;
          estimates.add(
              Estimate.of(turns.get(k).turn(), turns.get(k).share(), shares[k], deviation, counts));
        }
      }
      if (tells && estimates.size() > 1) {
        told.put(site.approaches().get(a).id(), estimates);
      }
    }
    return told;
  }

  private static double deviation(MatrixStore<Double> covariance, int k) {
    return Math.sqrt(Math.max(0, covariance.doubleValue(k, k)));
  }
}
