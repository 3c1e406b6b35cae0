package city.nhip.engine.planning.lighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A night laid out for the search: flat cost rows, and two kinds of shared limits. A limit of two
 * groups where more of one asks for more of the other is a {@link Pair}; any other is a sum.
 */
final class NightLayout {
  /** A cell that costs this or more is never chosen, mVND. */
  static final double FORBIDDEN = 1e12;

  final LightingProblem problem;
  final int slots;
  final int levels;
  final int size;

  /** By group: slot x levels + level, mVND; infinite where not allowed. */
  final double[][] cost;

  /** The limits that are sums. */
  final Coupling[] sums;

  /** For each sum its index among the problem's couplings. */
  final int[] sumIndex;

  final Pair[] pairs;

  final Crossing[] crossings;

  /** By group: the sums that it takes part in, and its shares in each. */
  final int[][] sumsOf;

  final int[][][] sharesOf;

  /** By group: the pairs that it takes part in. */
  final Pair[][] pairsOf;

  /** By group: the crossings that it lights, and as which arm. */
  final Crossing[][] crossingsOf;

  final int[][] armsOf;

  NightLayout(LightingProblem problem) {
    this.problem = problem;
    this.slots = problem.slots();
    this.levels = problem.percents().length;
    this.size = problem.groups().size();
    this.cost = new double[size][slots * levels];
    for (int g = 0; g < size; g++) {
      ControlGroup group = problem.groups().get(g);
      for (int t = 0; t < slots; t++) {
        for (int l = 0; l < levels; l++) {
          double one = l < group.floor()[t] ? FORBIDDEN : problem.slotCost(group, t, l);
          cost[g][t * levels + l] = one < FORBIDDEN ? one : Double.POSITIVE_INFINITY;
        }
      }
    }
    List<Coupling> sumList = new ArrayList<>();
    List<Integer> sumIndexes = new ArrayList<>();
    List<Pair> pairList = new ArrayList<>();
    List<Crossing> crossingList = new ArrayList<>();
    for (int c = 0; c < problem.couplings().size(); c++) {
      Coupling coupling = problem.couplings().get(c);
      if (Pair.fits(coupling, slots)) {
        pairList.add(new Pair(coupling, pairList.size(), c));
      } else if (Crossing.fits(coupling)) {
        crossingList.add(new Crossing(coupling, crossingList.size(), c));
      } else {
        sumList.add(coupling);
        sumIndexes.add(c);
      }
    }
    this.sums = sumList.toArray(Coupling[]::new);
    this.sumIndex = sumIndexes.stream().mapToInt(Integer::intValue).toArray();
    this.pairs = pairList.toArray(Pair[]::new);
    this.crossings = crossingList.toArray(Crossing[]::new);
    int[] inSums = new int[size];
    int[] inPairs = new int[size];
    int[] inCrossings = new int[size];
    crossingList.forEach(one -> Arrays.stream(one.groups).forEach(g -> inCrossings[g]++));
    sumList.forEach(sum -> Arrays.stream(sum.groups()).forEach(g -> inSums[g]++));
    for (Pair pair : pairs) {
      inPairs[pair.bright]++;
      inPairs[pair.dark]++;
    }
    this.sumsOf = new int[size][];
    this.sharesOf = new int[size][][];
    this.crossingsOf = new Crossing[size][];
    this.armsOf = new int[size][];
    this.pairsOf = new Pair[size][];
    for (int g = 0; g < size; g++) {
      sumsOf[g] = new int[inSums[g]];
      sharesOf[g] = new int[inSums[g]][];
      crossingsOf[g] = new Crossing[inCrossings[g]];
      armsOf[g] = new int[inCrossings[g]];
      pairsOf[g] = new Pair[inPairs[g]];
    }
    for (int s = 0; s < sums.length; s++) {
      for (int place = 0; place < sums[s].groups().length; place++) {
        int g = sums[s].groups()[place];
        sumsOf[g][--inSums[g]] = s;
        sharesOf[g][inSums[g]] = sums[s].shares()[place];
      }
    }
    for (Crossing crossing : crossings) {
      for (int arm = 0; arm < crossing.groups.length; arm++) {
        int g = crossing.groups[arm];
        crossingsOf[g][--inCrossings[g]] = crossing;
        armsOf[g][inCrossings[g]] = arm;
      }
    }
    for (Pair pair : pairs) {
      pairsOf[pair.bright][--inPairs[pair.bright]] = pair;
      pairsOf[pair.dark][--inPairs[pair.dark]] = pair;
    }
  }

  static NightLayout empty() {
    int[] none = {};
    return new NightLayout(new LightingProblem("", 0, 1, none, none, none, List.of(), List.of()));
  }

  /** What one level more or less costs a group by its convex penalty, about; mVND. */
  double stiffness(int g) {
    return Math.max(1_000, problem.groups().get(g).shortfallCost());
  }

  /** Rows of all sums. */
  int rows() {
    return Arrays.stream(sums).mapToInt(Coupling::rows).sum();
  }
}
