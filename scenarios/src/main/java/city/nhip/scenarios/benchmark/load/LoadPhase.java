package city.nhip.scenarios.benchmark.load;

/**
 * A while of even load.
 *
 * @param name shown in the table
 * @param perSecond readings a second, at least 1
 * @param seconds at least 1
 */
public record LoadPhase(String name, int perSecond, int seconds) {
  public LoadPhase {
    if (perSecond < 1 || seconds < 1) {
      throw new IllegalArgumentException("A phase needs 1 reading a second and 1 second, or more.");
    }
  }

  long readings() {
    return (long) perSecond * seconds;
  }
}
