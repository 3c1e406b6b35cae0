package city.nhip.engine.planning.lighting;

import city.nhip.engine.planning.lighting.LightingSupplies.Battery;
import java.util.Arrays;

/**
 * The cheapest program of one battery: exact over its states in whole steps. In steps the program
 * is a flow through the states with whole bounds, so nothing between steps is cheaper; bounds
 * rounded outward therefore prove what no program can go below.
 */
final class BatteryProgram {
  private static final int MOST_STEPS = 200;
  private static final double HAIR = 1e-9;

  /** Weighs more than all else: the state that must be left in the morning, mVND a step. */
  private static final double SHORT = 1e12;

  /** What a slot costs where the battery gives so many watts, or takes them below 0. */
  interface SlotCost {
    double of(int slot, double watts);
  }

  private final Battery battery;
  private final NightGrid grid;
  private final boolean outward;
  private final double step;
  private final int top;

  private BatteryProgram(Battery battery, NightGrid grid, boolean outward) {
    this.battery = battery;
    this.grid = grid;
    this.outward = outward;
    this.step = Math.max(1, Math.ceil(battery.usableWattHours() / (double) MOST_STEPS));
    this.top = steps(battery.usableWattHours());
  }

  /**
   * @param known watts by slot; those before {@code from} stay
   * @param load most that it can give to, watts by slot
   * @return watts by slot at the feeder, above 0 where the battery gives
   */
  static int[] cheapest(
      Battery battery, NightGrid grid, int[] known, int from, int[] load, SlotCost cost) {
    BatteryProgram it = new BatteryProgram(battery, grid, false);
    int[] program = Arrays.copyOf(known, grid.slots());
    int[][] moves = new int[grid.slots()][];
    it.solve(from, load, cost, moves);
    int state = it.state(known, from);
    for (int t = from; t < program.length; t++) {
      int move = moves[t][state];
      program[t] = (int) it.watts(t, move);
      state -= move;
    }
    return program;
  }

  /** At most what the cheapest program of the slots from {@code from} on costs. */
  static double leastCost(
      Battery battery, NightGrid grid, int[] known, int from, int[] load, SlotCost cost) {
    BatteryProgram it = new BatteryProgram(battery, grid, true);
    return it.solve(from, load, cost, new int[grid.slots()][])[it.state(known, from)];
  }

  /** Its state before a slot, Wh. */
  static double wattHours(Battery battery, NightGrid grid, int[] program, int slot) {
    double state = battery.startWattHours();
    for (int t = 0; t < slot; t++) {
      double taken = -program[t] * grid.hours(t);
      state =
          taken < 0
              ? state + taken
              : Math.min(
                  battery.usableWattHours(), state + taken * battery.roundTripPercent() / 100);
    }
    return state;
  }

  private int state(int[] known, int slot) {
    return Math.max(0, Math.min(top, steps(wattHours(battery, grid, known, slot))));
  }

  private int steps(double wattHours) {
    double exact = wattHours / step;
    return (int) (outward ? Math.ceil(exact - HAIR) : Math.floor(exact + HAIR));
  }

  /** Watts at the feeder of a move down by so many steps, up below 0. */
  private double watts(int t, int move) {
    double hours = grid.hours(t);
    if (move == 0) {
      return 0;
    }
    double given = move * step / hours;
    double watts = move > 0 ? given : given * 100 / battery.roundTripPercent();
    return outward ? watts : Math.floor(watts + HAIR);
  }

  /** Backward; by state what the rest costs, and the best moves by slot and state. */
  private double[] solve(int from, int[] load, SlotCost cost, int[][] moves) {
    double end = battery.leastEndWattHours() / step;
    int least = (int) (outward ? Math.floor(end + HAIR) : Math.ceil(end - HAIR));
    double[] rest = new double[top + 1];
    for (int state = 0; state <= top; state++) {
      rest[state] = SHORT * Math.max(0, least - state);
    }
    for (int t = grid.slots() - 1; t >= from; t--) {
      int down = steps(Math.min(load[t], battery.dischargeWatts()) * grid.hours(t));
      int up = steps(battery.chargeWatts() * grid.hours(t) * battery.roundTripPercent() / 100);
      double[] costs = new double[up + down + 1];
      for (int move = -up; move <= down; move++) {
        costs[up + move] = cost.of(t, watts(t, move));
      }
      double[] now = new double[top + 1];
      moves[t] = new int[top + 1];
      for (int state = 0; state <= top; state++) {
        double best = costs[up] + rest[state];
        for (int move = Math.max(-up, state - top); move <= Math.min(down, state); move++) {
          double value = costs[up + move] + rest[state - move];
          if (value < best) {
            best = value;
            moves[t][state] = move;
          }
        }
        now[state] = best;
      }
      rest = now;
    }
    return rest;
  }
}
