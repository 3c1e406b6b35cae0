package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Position;
import city.nhip.engine.planning.waste.city.RoadTravel.Place;
import city.nhip.engine.planning.waste.city.StreetGraph.Snapped;
import city.nhip.engine.planning.waste.city.StreetGraph.Way;
import city.nhip.engine.planning.waste.city.StreetGraph.Ways;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the quickest ways run, traced when asked for. Safe for several threads. */
final class StreetWays {
  private static final double DIGITS = 1e5;
  private static final int CHUNK = 5;
  private static final int FIRST_LETTER = 63;

  private final StreetGraph streets;
  private final List<Place> places;
  private final List<Snapped> stops;
  private final Map<Long, String> known = new ConcurrentHashMap<>();

  StreetWays(StreetGraph streets, List<Place> places, List<Snapped> stops) {
    this.streets = streets;
    this.places = List.copyOf(places);
    this.stops = stops;
  }

  /**
   * @return the way as an encoded polyline of five digits; a straight line where it leaves the
   *     streets, empty from a place to itself
   */
  String line(int from, int to) {
    return from == to
        ? ""
        : known.computeIfAbsent(
            (long) from * places.size() + to, key -> encoded(positions(from, to)));
  }

  private List<Position> positions(int from, int to) {
    List<Position> backward = new ArrayList<>(List.of(places.get(to).position()));
    if (!stops.get(from).offStreet() && !stops.get(to).offStreet()) {
      Ways ways = streets.ways(stops.get(from));
      Way way = streets.way(ways, stops.get(from), stops.get(to));
      for (int node = way.last(); node >= 0; node = ways.before()[node]) {
        backward.add(streets.position(node));
      }
    }
    backward.add(places.get(from).position());
    Collections.reverse(backward);
    return backward;
  }

  private static String encoded(List<Position> positions) {
    StringBuilder text = new StringBuilder();
    long latitude = 0;
    long longitude = 0;
    for (Position position : positions) {
      long north = Math.round(position.latitude() * DIGITS);
      long east = Math.round(position.longitude() * DIGITS);
      append(text, north - latitude);
      append(text, east - longitude);
      latitude = north;
      longitude = east;
    }
    return text.toString();
  }

  private static void append(StringBuilder text, long difference) {
    long rest = difference < 0 ? ~(difference << 1) : difference << 1;
    while (rest >= 1 << CHUNK) {
      text.append((char) ((rest & 0x1F | 0x20) + FIRST_LETTER));
      rest >>= CHUNK;
    }
    text.append((char) (rest + FIRST_LETTER));
  }
}
