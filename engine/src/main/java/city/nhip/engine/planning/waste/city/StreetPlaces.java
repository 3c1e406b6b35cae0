package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads.Section;
import city.nhip.engine.planning.waste.city.RoadTravel.Place;
import city.nhip.engine.planning.waste.city.StreetGraph.Snapped;
import city.nhip.engine.planning.waste.city.WasteContainers.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where places lie on a city's streets. */
final class StreetPlaces {
  private static final double METRES_PER_DEGREE = 111_195;

  /** Of latitude, a little less than there are, so that no rounding makes a point too far. */
  private static final double LEAST_METRES_PER_DEGREE = 111_190;

  private final StreetGraph streets;
  private final List<Section> sections;
  private final Map<String, Integer> sectionIndex = new HashMap<>();
  private final Set<String> forbidden;
  private final int farthest;

  /**
   * @param forbidden sections on which nothing is reached
   * @param farthest metres from the nearest section
   */
  StreetPlaces(StreetGraph streets, List<Section> sections, Set<String> forbidden, int farthest) {
    this.streets = streets;
    this.sections = sections;
    this.forbidden = forbidden;
    this.farthest = farthest;
    for (int s = 0; s < sections.size(); s++) {
      sectionIndex.put(sections.get(s).id(), s);
    }
  }

  Snapped snap(Place place) {
    int chosen = -1;
    double nearest = farthest;
    if (!place.section().isEmpty()) {
      Integer named = sectionIndex.get(place.section());
      if (named == null) {
        throw new IllegalArgumentException(
            "There is no section %s in roads.json. Name one, or leave it empty."
                .formatted(place.section()));
      }
      chosen = named;
    } else {
      for (int s = 0; s < sections.size(); s++) {
        if (aside(s, place.position()) > nearest) {
          continue;
        }
        double away = place.position().metresTo(at(s, share(s, place.position())));
        if (away <= nearest) {
          nearest = away;
          chosen = s;
        }
      }
    }
    if (chosen < 0) {
      return new Snapped(-1, 0, false, false);
    }
    boolean oneWay = sections.get(chosen).oneWay();
    boolean open = !forbidden.contains(sections.get(chosen).id());
    return new Snapped(
        chosen,
        share(chosen, place.position()),
        open && (oneWay || place.side() != Side.LEFT),
        open && !oneWay && place.side() != Side.RIGHT);
  }

  /** Metres to the north or south that a point is away from a section at least: told at once. */
  private double aside(int section, Position point) {
    double a = streets.from(section).latitude() - point.latitude();
    double b = streets.to(section).latitude() - point.latitude();
    double degrees = Math.max(Math.min(a, b), -Math.max(a, b));
    return degrees * LEAST_METRES_PER_DEGREE;
  }

  private Position at(int section, double share) {
    Position a = streets.from(section);
    Position b = streets.to(section);
    return new Position(
        a.latitude() + share * (b.latitude() - a.latitude()),
        a.longitude() + share * (b.longitude() - a.longitude()));
  }

  /** Where on a section a point is nearest, 0 to 1; plane geometry is good enough within a city. */
  private double share(int section, Position point) {
    Position a = streets.from(section);
    Position b = streets.to(section);
    double shrink = Math.cos(Math.toRadians(a.latitude()));
    double east = (b.longitude() - a.longitude()) * shrink * METRES_PER_DEGREE;
    double north = (b.latitude() - a.latitude()) * METRES_PER_DEGREE;
    double square = east * east + north * north;
    if (square < 1) {
      return 0;
    }
    double dot =
        (point.longitude() - a.longitude()) * shrink * METRES_PER_DEGREE * east
            + (point.latitude() - a.latitude()) * METRES_PER_DEGREE * north;
    return Math.max(0, Math.min(1, dot / square));
  }
}
