package city.nhip.connectors.folder;

import city.nhip.connectors.codec.PayloadFormat;
import city.nhip.engine.city.Localized;

/**
 * {@code connector.json}: what the connector is.
 *
 * @param title what an integrator reads in the list
 * @param format how bytes become a tree
 * @param largestBytes of one message, after unpacking; 1 to {@value #MOST_BYTES}
 */
public record ConnectorFile(Localized title, PayloadFormat format, int largestBytes) {
  static final String NAME = "connector.json";
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  public ConnectorFile {
    if (largestBytes < 1 || largestBytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "largestBytes is %d. Give 1 to %d.".formatted(largestBytes, MOST_BYTES));
    }
  }
}
