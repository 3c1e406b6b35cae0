package city.nhip.engine.planning;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import java.util.List;
import java.util.Map;

/**
 * Something that a domain plans for, as the map and the tables show it.
 *
 * @param kind {@code luminaire-group}, {@code cabinet}, {@code container}, {@code depot}, {@code
 *     intersection}; open
 * @param path the asset's course where it is a line; empty where it is a point
 * @param properties what a person wants to read, in order, unit in the text
 */
public record Asset(
    String id,
    String kind,
    String zone,
    Localized name,
    Position position,
    List<Position> path,
    Map<String, String> properties) {
  public Asset {
    path = List.copyOf(path);
  }
}
