package city.nhip.engine.city;

/**
 * A part of the city that one rule session watches.
 *
 * @param id short, lower case, stable: {@code hoa-phu}
 */
public record Zone(String id, Localized name, Position centre) {
  public Zone {
    Ids.check("zone", id);
  }
}
