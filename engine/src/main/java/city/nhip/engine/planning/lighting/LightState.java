package city.nhip.engine.planning.lighting;

import java.util.Arrays;
import java.util.Random;

/**
 * A whole plan with the loads on every shared limit, kept up to date program by program. Mutable;
 * several workers may hold views on one plan, each changing groups of its own.
 */
final class LightState {
  private final NightLayout night;

  /** Level index by group and slot. */
  final byte[][] levels;

  /** By sum and row. */
  final long[][] loads;

  /** By crossing and slot of it. */
  final long[][] lights;

  LightState(NightLayout night, byte[][] levels) {
    this.night = night;
    this.levels = levels;
    this.loads = new long[night.sums.length][];
    this.lights = new long[night.crossings.length][];
    for (int s = 0; s < loads.length; s++) {
      loads[s] = new long[night.sums[s].rows()];
    }
    for (Crossing crossing : night.crossings) {
      lights[crossing.index] = new long[crossing.to - crossing.from];
    }
    for (int g = 0; g < levels.length; g++) {
      put(g);
    }
  }

  /** No plan at all. */
  static LightState empty() {
    return new LightState(NightLayout.empty(), new byte[0][]);
  }

  private LightState(LightState shared, long[][] loads) {
    this.night = shared.night;
    this.levels = shared.levels;
    this.lights = shared.lights;
    this.loads = loads;
  }

  /**
   * A view for one of several workers: sums whose groups it shares with others are its own, with
   * its part of what room they leave.
   */
  LightState view(boolean[] sharedSums, int parts) {
    long[][] own = loads.clone();
    for (int s = 0; s < own.length; s++) {
      if (sharedSums[s]) {
        own[s] = new long[loads[s].length];
        for (int row = 0; row < own[s].length; row++) {
          long limit = night.sums[s].limits()[row];
          long room = limit - loads[s][row];
          own[s][row] = limit - room / parts;
        }
      }
    }
    return new LightState(this, own);
  }

  /** Counts shared sums anew, after several workers have changed the plan. */
  void recount(boolean[] sharedSums) {
    for (int s = 0; s < loads.length; s++) {
      if (sharedSums[s]) {
        Arrays.fill(loads[s], 0);
        Coupling sum = night.sums[s];
        for (int place = 0; place < sum.groups().length; place++) {
          byte[] program = levels[sum.groups()[place]];
          for (int t = sum.from(); t < sum.to(); t++) {
            loads[s][sum.row(t)] += sum.shares()[place][program[t]];
          }
        }
      }
    }
  }

  /** Takes a group out of all loads. */
  void take(int g) {
    count(g, -1);
  }

  /** Puts a group with its present program into all loads. */
  void put(int g) {
    count(g, 1);
  }

  private void count(int g, int sign) {
    byte[] program = levels[g];
    for (int i = 0; i < night.sumsOf[g].length; i++) {
      Coupling sum = night.sums[night.sumsOf[g][i]];
      int[] shares = night.sharesOf[g][i];
      long[] load = loads[night.sumsOf[g][i]];
      for (int t = sum.from(); t < sum.to(); t++) {
        load[sum.row(t)] += sign * (long) shares[program[t]];
      }
    }
    for (int i = 0; i < night.crossingsOf[g].length; i++) {
      Crossing crossing = night.crossingsOf[g][i];
      int[] light = crossing.light[night.armsOf[g][i]];
      long[] lit = lights[crossing.index];
      for (int t = crossing.from; t < crossing.to; t++) {
        lit[t - crossing.from] += sign * (long) light[program[t]];
      }
    }
  }

  /**
   * The groups of one sum that a group takes part in, drawn at random; empty where there is none.
   */
  int[] partners(int g, Random random) {
    int[] sums = night.sumsOf[g];
    return sums.length == 0 ? new int[0] : night.sums[sums[random.nextInt(sums.length)]].groups();
  }

  /** A group's own part of the objective, mVND. */
  double value(int g) {
    byte[] program = levels[g];
    double change = night.problem.groups().get(g).changeCost();
    double sum = 0;
    for (int t = 0; t < program.length; t++) {
      sum += night.cost[g][t * night.levels + program[t]];
      sum += t > 0 && program[t] != program[t - 1] ? change : 0;
    }
    return sum;
  }

  /** In how many rows the limits are broken that a group takes part in. */
  int broken(int g) {
    int broken = 0;
    for (int s : night.sumsOf[g]) {
      broken += brokenRows(s);
    }
    for (Pair pair : night.pairsOf[g]) {
      broken += brokenSlots(pair);
    }
    for (Crossing crossing : night.crossingsOf[g]) {
      broken += brokenSlots(crossing);
    }
    return broken;
  }

  int brokenRows(int s) {
    int broken = 0;
    long[] limits = night.sums[s].limits();
    for (int row = 0; row < limits.length; row++) {
      broken += loads[s][row] > limits[row] ? 1 : 0;
    }
    return broken;
  }

  int brokenSlots(Pair pair) {
    return pair.broken(levels[pair.bright], levels[pair.dark]);
  }

  int brokenSlots(Crossing crossing) {
    int broken = 0;
    for (int i = 0; i < crossing.needed.length; i++) {
      broken += lights[crossing.index][i] < crossing.needed[i] ? 1 : 0;
    }
    return broken;
  }

  /** How many rows of shared limits are broken; 0 is feasible. */
  int broken() {
    int broken = 0;
    for (int s = 0; s < loads.length; s++) {
      broken += brokenRows(s);
    }
    for (Pair pair : night.pairs) {
      broken += brokenSlots(pair);
    }
    for (Crossing crossing : night.crossings) {
      broken += brokenSlots(crossing);
    }
    return broken;
  }
}
