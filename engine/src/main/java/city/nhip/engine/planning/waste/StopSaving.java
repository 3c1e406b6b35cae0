package city.nhip.engine.planning.waste;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a truck's day would save if it left one of its stops out: the day without it is decoded
 * anew, tippings and break placed afresh. What the container left there then costs is not taken
 * off.
 *
 * @param distance in the problem's unit
 * @param time by which the truck is back earlier
 * @param cost in the problem's unit of cost
 */
public record StopSaving(long distance, long time, long cost) {
  /** Of each stop that a truck serves, by index. */
  public static Map<Integer, StopSaving> of(WastePlan plan) {
    RouteDecoder decoder = new RouteDecoder(plan.flat());
    Map<Integer, StopSaving> savings = new TreeMap<>();
    for (Timeline day : plan.timelines()) {
      List<Integer> order = plan.orders().get(day.truck());
      for (int stop : order) {
        int[] rest = order.stream().mapToInt(Integer::intValue).filter(s -> s != stop).toArray();
        savings.put(stop, between(day, decoder.decode(day.truck(), rest)));
      }
    }
    return savings;
  }

  private static StopSaving between(Timeline day, Timeline without) {
    return new StopSaving(
        day.distance() - without.distance(),
        (long) day.end() - without.end(),
        day.cost() - without.cost());
  }
}
