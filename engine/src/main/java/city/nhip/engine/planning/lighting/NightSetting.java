package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import java.util.ArrayList;
import java.util.List;

/**
 * One night of a city, before it is put into numbers.
 *
 * @param findings about classes and lamps, those that still hold
 * @param fresh those of them that the plan in force does not know
 * @param limits on power beyond the city's files
 * @param past what is done, and what would go on
 * @param supply batteries and panels
 * @param notes what was assumed
 */
record NightSetting(
    City city,
    String scope,
    LightingFiles files,
    NightGrid grid,
    LightingFindings findings,
    LightingFindings fresh,
    List<PowerLimit> limits,
    NightPast past,
    NightSupply supply,
    List<Localized> notes) {
  NightSetting {
    limits = List.copyOf(limits);
    notes = List.copyOf(notes);
  }

  LightingNetwork network() {
    return files.network();
  }

  /** Slots of the least run. */
  int dwellSlots() {
    return network().control().dwellMinutes() / NightGrid.SLOT_MINUTES;
  }

  /** Shared limits on light hold from when every group may have left its running level. */
  int firstShared() {
    int first = past.firstFree();
    return first == 0
        ? 0
        : NightPast.changeable(first + dwellSlots() - 1, dwellSlots(), grid.slots());
  }

  /** What an asset's lamps may draw in a slot: what it always may, or less where that is called. */
  long watts(String kind, String asset, long standing, int slot) {
    long least = standing;
    for (PowerLimit limit : limits) {
      if (limit.kind().equals(kind)
          && limit.asset().equals(asset)
          && grid.within(slot, limit.from(), limit.until())) {
        least = Math.min(least, limit.watts());
      }
    }
    return least;
  }

  NightSetting with(LightingFindings otherFindings) {
    return new NightSetting(
        city, scope, files, grid, otherFindings, fresh, limits, past, supply, notes);
  }

  NightSetting with(List<PowerLimit> otherLimits, List<Localized> more) {
    List<Localized> all = new ArrayList<>(notes);
    all.addAll(more);
    return new NightSetting(
        city, scope, files, grid, findings, fresh, otherLimits, past, supply, all);
  }
}
