package city.nhip.rules.session;

import city.nhip.engine.planning.Finding;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;

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

  public static String number(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
