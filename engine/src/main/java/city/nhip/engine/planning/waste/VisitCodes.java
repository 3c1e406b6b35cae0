package city.nhip.engine.planning.waste;

/**
 * How a visit is written in an int: a stop's index, the number of stops plus a site's index, or one
 * of two words for a break: taken where the truck stands, or on arrival at the next place.
 */
final class VisitCodes {
  private VisitCodes() {}

  static int site(FlatProblem flat, int site) {
    return flat.stops + site;
  }

  static int restHere(FlatProblem flat) {
    return flat.stops + flat.sites;
  }

  static int restOnArrival(FlatProblem flat) {
    return flat.stops + flat.sites + 1;
  }
}
