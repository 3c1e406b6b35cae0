package city.nhip.engine.planning.lighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.nhip.engine.planning.lighting.LightingSupplies.Battery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BatteryProgramTest {
  private static final int SLOTS = 5;
  private static final Instant ON = Instant.parse("2026-11-26T18:00:00Z");
  private static final NightGrid GRID =
      NightGrid.of(LocalDate.parse("2026-11-26"), ZoneOffset.UTC, ON, ON.plusSeconds(SLOTS * 900L));

  @Test
  void no_program_in_whole_watt_hours_is_cheaper() {
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      Battery battery = battery(random, 100);
      int[] load = random.ints(SLOTS, 0, 30).toArray();
      double[] price = random.doubles(SLOTS, 0, 9).toArray();
      double[] needed = random.doubles(SLOTS, -30, 12).toArray();
      BatteryProgram.SlotCost cost =
          (t, watts) -> 50 * Math.max(0, needed[t] - watts) - price[t] * watts;

      int[] program = BatteryProgram.cheapest(battery, GRID, new int[SLOTS], 0, load, cost);

      assertThat(possible(battery, program, load)).as("%s %s", battery, program).isTrue();
      assertThat(cost(program, cost))
          .isCloseTo(exhausted(battery, load, cost, new int[SLOTS], 0), within(1e-6));
    }
  }

  @Test
  void no_program_whatever_its_powers_is_below_the_least_cost() {
    Random random = new Random(6);
    int compared = 0;
    for (int i = 0; i < 4_000; i++) {
      Battery battery = battery(random, 60 + random.nextInt(41));
      int[] load = random.ints(SLOTS, 0, 30).toArray();
      double[] price = random.doubles(SLOTS, 0, 9).toArray();
      int[] other = new int[SLOTS];
      Arrays.setAll(other, t -> random.nextInt(1 + Math.min(load[t], 20)) - random.nextInt(15));
      if (possible(battery, other, load)) {
        BatteryProgram.SlotCost cost = (t, watts) -> -price[t] * watts;
        assertThat(BatteryProgram.leastCost(battery, GRID, new int[SLOTS], 0, load, cost))
            .isLessThanOrEqualTo(cost(other, cost) + 1e-6);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  private static Battery battery(Random random, int roundTrip) {
    int usable = 2 + random.nextInt(6);
    int start = random.nextInt(usable + 1);
    return new Battery(
        usable, 4 * random.nextInt(4), 4 * random.nextInt(5), roundTrip, start, start / 2);
  }

  private static double cost(int[] program, BatteryProgram.SlotCost cost) {
    double sum = 0;
    for (int t = 0; t < SLOTS; t++) {
      sum += cost.of(t, program[t]);
    }
    return sum;
  }

  private static boolean possible(Battery battery, int[] program, int[] load) {
    double state = battery.startWattHours();
    for (int t = 0; t < SLOTS; t++) {
      if (program[t] > Math.min(load[t], battery.dischargeWatts())
          || -program[t] > battery.chargeWatts()) {
        return false;
      }
      state -= program[t] / 4.0 * (program[t] > 0 ? 1 : battery.roundTripPercent() / 100.0);
      if (state < -1e-9 || state > battery.usableWattHours() + 1e-9) {
        return false;
      }
    }
    return state >= battery.leastEndWattHours() - 1e-9;
  }

  private static double exhausted(
      Battery battery, int[] load, BatteryProgram.SlotCost cost, int[] program, int t) {
    if (t == SLOTS) {
      return possible(battery, program, load) ? cost(program, cost) : Double.POSITIVE_INFINITY;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int watts = -12; watts <= 16; watts += 4) { // A watt-hour a quarter.
      program[t] = watts;
      best = Math.min(best, exhausted(battery, load, cost, program, t + 1));
    }
    program[t] = 0;
    return best;
  }
}
