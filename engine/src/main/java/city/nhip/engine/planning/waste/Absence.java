package city.nhip.engine.planning.waste;

/** What it costs the search to leave a stop out: one number for hard, medium and soft. */
final class Absence {
  /** Above what it may cost to serve one stop, so a soft cost never outweighs a medium point. */
  static final long MEDIUM = 1L << 30;

  static final long HARD = 1L << 44;

  private Absence() {}

  static long cost(Stop stop) {
    return stop.skip()
        .map(skip -> Math.min(skip.penalty(), HARD / MEDIUM / 4) * MEDIUM + skip.cost())
        .orElse(HARD);
  }
}
