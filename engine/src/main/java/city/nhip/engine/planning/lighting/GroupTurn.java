package city.nhip.engine.planning.lighting;

import java.util.Random;

/**
 * One group's turn: its best program against what the others leave. What exceeds a limit costs its
 * weight. Keeps its arrays; one thread.
 */
final class GroupTurn {
  private static final int BUDGET_TRIES = 8;
  private static final double KICK = 4;

  private final NightLayout night;
  private final LimitWeights weights;
  private final float[][] priced;
  private final ProgramSearch search;
  private final double[] cost;
  private final byte[] program;
  private final byte[] fitting;

  /**
   * @param priced by group, slot x levels + level: what the prices add, mVND
   */
  GroupTurn(NightLayout night, LimitWeights weights, float[][] priced) {
    this.night = night;
    this.weights = weights;
    this.priced = priced;
    this.search = new ProgramSearch(night);
    this.cost = new double[night.slots * night.levels];
    this.program = new byte[night.slots];
    this.fitting = new byte[night.slots];
  }

  /**
   * @param pricedShare how much of the prices the group feels: at 1 it leaves to others what they
   *     need more, at 0 it takes what is free
   * @param severity factor on the weights
   * @return whether the program changed
   */
  boolean improve(LightState state, int g, double pricedShare, double severity) {
    state.take(g);
    boolean better = gain(state, g, pricedShare, severity) > 0.5 + weights.reluctance[g];
    if (better) {
      weights.reluctance[g] = 0;
      System.arraycopy(program, 0, state.levels[g], 0, program.length);
    }
    state.put(g);
    return better;
  }

  /**
   * @return what a group's best program would be better by than the one that it has, mVND
   */
  double gain(LightState state, int g) {
    state.take(g);
    double gain = gain(state, g, 0, 1);
    state.put(g);
    return gain;
  }

  /** Of a group that is taken out; leaves the best program. */
  private double gain(LightState state, int g, double pricedShare, double severity) {
    System.arraycopy(night.cost[g], 0, cost, 0, cost.length);
    if (pricedShare != 0) {
      float[] prices = priced[g];
      for (int i = 0; i < prices.length; i++) {
        cost[i] += pricedShare * prices[i];
      }
    }
    chargeSums(state, g, severity);
    chargePairs(state, g, severity);
    chargeCrossings(state, g, severity);
    double before = cost(g, state.levels[g]) + nightExcess(state, g, state.levels[g], severity);
    search.solve(night.problem.groups().get(g), cost, program);
    for (int i = 0; i < night.sumsOf[g].length; i++) {
      if (night.sums[night.sumsOf[g][i]].wholeNight()) {
        fitNight(state, g, i, severity);
      }
    }
    return before - cost(g, program) - nightExcess(state, g, program, severity);
  }

  /** Gives a group some program that it can hold, good or not: a way out of a dead end. */
  void kick(LightState state, int g, Random random) {
    double noise = KICK * night.stiffness(g);
    for (int l = 0; l < night.levels; l++) {
      double levels = noise * random.nextDouble();
      for (int t = 0; t < night.slots; t++) {
        int cell = t * night.levels + l;
        cost[cell] = night.cost[g][cell] + levels + noise * random.nextDouble();
      }
    }
    if (search.solve(night.problem.groups().get(g), cost, program) < Double.POSITIVE_INFINITY) {
      state.take(g);
      System.arraycopy(program, 0, state.levels[g], 0, program.length);
      state.put(g);
    }
  }

  /** Where the program takes more of a whole night's budget than is left, finds a lesser one. */
  private void fitNight(LightState state, int g, int place, double severity) {
    int s = night.sumsOf[g][place];
    int[] shares = night.sharesOf[g][place];
    long room = night.sums[s].limits()[0] - state.loads[s][0];
    if (excess(shares, room, program) == 0) {
      return;
    }
    boolean fits = false;
    double charged = 0;
    double low = 0;
    double high = severity * weights.sums[s][0];
    for (int i = 0; i < BUDGET_TRIES; i++) {
      double next = i == 0 ? high : (low + high) / 2;
      charge(shares, next - charged);
      charged = next;
      search.solve(night.problem.groups().get(g), cost, program);
      if (excess(shares, room, program) > 0) {
        low = next;
      } else {
        high = next;
        System.arraycopy(program, 0, fitting, 0, fitting.length);
        fits = true;
      }
      if (i == 0 && !fits) {
        break;
      }
    }
    if (fits) {
      System.arraycopy(fitting, 0, program, 0, fitting.length);
    }
    charge(shares, -charged);
  }

  private void charge(int[] shares, double price) {
    for (int i = 0; i < cost.length; i++) {
      cost[i] += price * shares[i % shares.length];
    }
  }

  private double nightExcess(LightState state, int g, byte[] candidate, double severity) {
    double sum = 0;
    for (int i = 0; i < night.sumsOf[g].length; i++) {
      int s = night.sumsOf[g][i];
      if (night.sums[s].wholeNight()) {
        long room = night.sums[s].limits()[0] - state.loads[s][0];
        sum += severity * weights.sums[s][0] * excess(night.sharesOf[g][i], room, candidate);
      }
    }
    return sum;
  }

  private static long excess(int[] shares, long room, byte[] candidate) {
    long sum = -room;
    for (byte level : candidate) {
      sum += shares[level];
    }
    return Math.max(0, sum);
  }

  private void chargeSums(LightState state, int g, double severity) {
    int top = night.levels - 1;
    for (int i = 0; i < night.sumsOf[g].length; i++) {
      int s = night.sumsOf[g][i];
      Coupling sum = night.sums[s];
      if (!sum.wholeNight()) {
        int[] shares = night.sharesOf[g][i];
        for (int t = sum.from(); t < sum.to(); t++) {
          int row = t - sum.from();
          long room = sum.limits()[row] - state.loads[s][row];
          for (int l = top; l >= 0 && shares[l] > room; l--) {
            double excess = shares[l] - Math.max(room, 0);
            cost[t * night.levels + l] += severity * weights.sums[s][row] * excess;
          }
        }
      }
    }
  }

  private void chargePairs(LightState state, int g, double severity) {
    int levels = night.levels;
    for (Pair pair : night.pairsOf[g]) {
      double weight = severity * weights.pairs[pair.index];
      if (pair.bright == g) {
        byte[] dark = state.levels[pair.dark];
        for (int t = pair.from; t < night.slots; t++) {
          int most = pair.most[dark[t]];
          for (int l = most + 1; l < levels; l++) {
            cost[t * levels + l] += weight * (l - most);
          }
        }
      } else {
        byte[] bright = state.levels[pair.bright];
        for (int t = pair.from; t < night.slots; t++) {
          int least = pair.least[bright[t]];
          for (int l = 0; l < Math.min(levels, least); l++) {
            cost[t * levels + l] += weight * (least - l);
          }
        }
      }
    }
  }

  private void chargeCrossings(LightState state, int g, double severity) {
    int levels = night.levels;
    for (int i = 0; i < night.crossingsOf[g].length; i++) {
      Crossing crossing = night.crossingsOf[g][i];
      int[] light = crossing.light[night.armsOf[g][i]];
      long[] lit = state.lights[crossing.index];
      double weight = severity * weights.crossings[crossing.index];
      for (int t = crossing.from; t < crossing.to; t++) {
        long missing = crossing.needed[t - crossing.from] - lit[t - crossing.from];
        for (int l = 0; l < levels && light[l] < missing; l++) {
          cost[t * levels + l] += weight * (missing - light[l]);
        }
      }
    }
  }

  private double cost(int g, byte[] candidate) {
    double sum = 0;
    double change = night.problem.groups().get(g).changeCost();
    for (int t = 0; t < candidate.length; t++) {
      sum += cost[t * night.levels + candidate[t]];
      sum += t > 0 && candidate[t] != candidate[t - 1] ? change : 0;
    }
    return sum;
  }
}
