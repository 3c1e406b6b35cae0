package city.nhip.engine.planning.lighting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What feeds lamps beside the grid: {@code lighting/supplies.json}. A city without the file has
 * none.
 *
 * @param source whose figures these are
 */
public record LightingSupplies(String source, List<Supply> supplies) {
  static final LightingSupplies NONE = new LightingSupplies("", List.of());

  /**
   * Behind one cabinet's meter: neither ever feeds the grid.
   *
   * @param solarWatts forecast by hour of the local day, 24 of them; none without panels
   */
  public record Supply(String cabinet, Battery battery, List<Integer> solarWatts) {
    public Supply {
      solarWatts = List.copyOf(solarWatts);
      require(
          (solarWatts.isEmpty() || solarWatts.size() == 24)
              && solarWatts.stream().allMatch(watts -> watts >= 0),
          cabinet + ": solarWatts",
          "not 24 hours at 0 or above");
    }

    int solarWatts(int hour) {
      return solarWatts.isEmpty() ? 0 : solarWatts.get(hour);
    }
  }

  /**
   * @param usableWattHours between its emptiest and fullest allowed state; 0 without a battery
   * @param chargeWatts most that it takes from the feeder
   * @param dischargeWatts most that it gives to the lamps
   * @param roundTripPercent of what it took, what it gives again
   * @param startWattHours its state when the lamps go on
   * @param leastEndWattHours its least state when they go off; it is not above the start
   */
  public record Battery(
      int usableWattHours,
      int chargeWatts,
      int dischargeWatts,
      int roundTripPercent,
      int startWattHours,
      int leastEndWattHours) {
    public Battery {
      require(
          usableWattHours >= 0 && chargeWatts >= 0 && dischargeWatts >= 0,
          "a battery's size",
          "below 0");
      require(
          roundTripPercent >= 30 && roundTripPercent <= 100, "roundTripPercent", "not 30 to 100");
      require(
          leastEndWattHours >= 0
              && leastEndWattHours <= startWattHours
              && startWattHours <= usableWattHours,
          "a battery's state",
          "not leastEndWattHours <= startWattHours <= usableWattHours");
    }
  }

  public LightingSupplies {
    supplies = List.copyOf(supplies);
    Set<String> cabinets = new HashSet<>();
    supplies.forEach(
        supply ->
            require(cabinets.add(supply.cabinet()), supply.cabinet(), "the site of two supplies"));
  }

  private static void require(boolean holds, String what, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("%s is %s. Correct it.".formatted(what, problem));
    }
  }
}
