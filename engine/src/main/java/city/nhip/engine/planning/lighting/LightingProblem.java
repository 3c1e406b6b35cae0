package city.nhip.engine.planning.lighting;

import java.util.ArrayList;
import java.util.List;

/**
 * A night of street lighting. Amounts are integers: W, centilux, mVND.
 *
 * @param slots number of slots of the night
 * @param slotMinutes length of a slot, minutes
 * @param percents dimming levels, % of rated luminous flux, ascending
 * @param costPerWattSlot energy and carbon, mVND per watt and slot, by slot
 * @param shortfallMultiplier by number of levels below the required one; convex
 * @param couplings the shared limits
 */
public record LightingProblem(
    String name,
    int slots,
    int slotMinutes,
    int[] percents,
    int[] costPerWattSlot,
    int[] shortfallMultiplier,
    List<ControlGroup> groups,
    List<Coupling> couplings) {
  public LightingProblem {
    groups = List.copyOf(groups);
    couplings = List.copyOf(couplings);
  }

  /** Energy, carbon, light below the class and further cost of one level in one slot, mVND. */
  long slotCost(ControlGroup group, int slot, int level) {
    return (long) costPerWattSlot[slot] * group.watts()[level]
        + (group.extra().length == 0 ? 0 : group.extra()[slot][level])
        + group.shortfallCost() * shortfallMultiplier[Math.max(0, group.required()[slot] - level)];
  }

  /**
   * @return the objective of a whole plan, mVND, lower is better
   */
  public long objective(byte[][] levels) {
    long sum = 0;
    for (int g = 0; g < groups.size(); g++) {
      ControlGroup group = groups.get(g);
      for (int t = 0; t < slots; t++) {
        sum += slotCost(group, t, levels[g][t]);
        sum += t > 0 && levels[g][t] != levels[g][t - 1] ? group.changeCost() : 0;
      }
    }
    return sum;
  }

  /** For each group the couplings that it takes part in, as (coupling, place in its groups). */
  List<int[]>[] memberships() {
    @SuppressWarnings({"unchecked", "rawtypes"})
    List<int[]>[] memberships = new List[groups.size()];
    for (int g = 0; g < memberships.length; g++) {
      memberships[g] = new ArrayList<>();
    }
    for (int c = 0; c < couplings.size(); c++) {
      int[] members = couplings.get(c).groups();
      for (int place = 0; place < members.length; place++) {
        memberships[members[place]].add(new int[] {c, place});
      }
    }
    return memberships;
  }
}
