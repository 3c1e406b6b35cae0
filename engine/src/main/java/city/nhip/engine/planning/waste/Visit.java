package city.nhip.engine.planning.waste;

/**
 * One activity of a truck's day.
 *
 * @param index of the stop or the disposal site; 0 for a break
 * @param arrive at its place
 * @param start of the service, tipping or break; after {@code arrive} where the truck waits
 * @param depart when it is done
 * @param distance driven from the activity before
 * @param volume on board when it is done, all compartments
 * @param mass on board when it is done, kg
 */
public record Visit(
    Kind kind, int index, int arrive, int start, int depart, int distance, long volume, long mass) {
  /** What is done there. */
  public enum Kind {
    STOP,
    TIP,
    REST
  }
}
