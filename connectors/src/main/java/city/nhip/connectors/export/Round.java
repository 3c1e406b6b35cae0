package city.nhip.connectors.export;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One truck's shift with its places.
 *
 * @param metres driven in all
 */
record Round(String truck, Instant start, Instant end, int metres, List<Stop> stops) {
  /**
   * @param kind {@code leave}, {@code collect}, {@code tip} or {@code return}; a break has no place
   *     and is left out
   * @param number from 1 within the shift
   * @param street empty where it is no container
   * @param stream what is collected, for people; empty where it is no container
   * @param litres loaded or tipped
   * @param kilograms loaded or tipped
   * @param straight whether the way there is an estimate along a straight line, for want of streets
   * @param saving where a truck still collects
   */
  record Stop(
      int number,
      String kind,
      String id,
      Localized name,
      Position position,
      Instant arrive,
      Instant depart,
      String street,
      String stream,
      int litres,
      int kilograms,
      boolean straight,
      Optional<Saving> saving) {}

  /** What the truck's day would save without the stop, in the plan's price of each. */
  record Saving(long metres, long seconds, long vnd) {}
}
