package city.nhip.rules.session;

import city.nhip.engine.planning.Finding;
import java.time.Instant;
import java.util.Collection;

/** Short words for the right-hand side of rules. */
public final class Infer {
  private Infer() {}

  /**
   * @param atMillis from when it holds, epoch milliseconds
   * @param minutes how long
   */
  public static Finding finding(
      String kind, String asset, double value, long atMillis, int minutes) {
    Instant from = Instant.ofEpochMilli(atMillis);
    return new Finding(kind, asset, value, from, from.plusSeconds(60L * minutes));
  }

  /** The size of what an accumulate collected. */
  public static int size(Object collected) {
    return ((Collection<?>) collected).size();
  }

  /** Rounded; rules that are heard once may say it on every reading, so it costs little. */
  public static String number(double value) {
    return Long.toString(Math.round(value));
  }
}
