package city.nhip.engine.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rules inferred from readings and a domain plans with: a raised lighting class, a feeder
 * cap, a container that fills too fast.
 *
 * @param kind from the vocabulary of the domain: {@code lighting-class-raise}
 * @param asset the asset, or the zone, that it is about
 * @param value in the unit that the kind defines
 * @param until when it stops to hold
 */
public record Finding(String kind, String asset, double value, Instant from, Instant until) {
  /**
   * What still holds at a moment. A later word about the same thing takes the place of an earlier
   * one that ends no later.
   *
   * @param own what takes the place of others and is not in the result itself
   * @param newestFirst in the order in which it is to be believed
   */
  public static List<Finding> standing(
      List<Finding> own, List<Finding> newestFirst, Instant moment) {
    List<Finding> later = new ArrayList<>(own);
    List<Finding> standing = new ArrayList<>();
    for (Finding one : newestFirst) {
      if (one.until().isAfter(moment) && later.stream().noneMatch(one::isReplacedBy)) {
        standing.add(one);
      }
      later.add(one);
    }
    return standing;
  }

  private boolean isReplacedBy(Finding later) {
    return later.kind.equals(kind) && later.asset.equals(asset) && !later.until.isBefore(until);
  }
}
