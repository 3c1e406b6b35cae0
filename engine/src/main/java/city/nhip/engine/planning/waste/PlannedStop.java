package city.nhip.engine.planning.waste;

/** A stop as the planning value: itself and nothing equal to it. */
final class PlannedStop {
  private final int index;
  private final Stop stop;

  PlannedStop(int index, Stop stop) {
    this.index = index;
    this.stop = stop;
  }

  int index() {
    return index;
  }

  Stop stop() {
    return stop;
  }

  @Override
  public String toString() {
    return stop.id();
  }
}
