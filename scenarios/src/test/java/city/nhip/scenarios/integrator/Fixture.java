package city.nhip.scenarios.integrator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * A template's good sample, and what else may come in its place.
 *
 * @param name of the connector
 * @param sender as the payload, or the topic, names its device
 * @param value in the payload, of a device that can be given another
 * @param unit in the payload; empty where the mapping alone knows it
 */
record Fixture(
    String name,
    String template,
    String file,
    String sender,
    String device,
    String value,
    String unit) {
  private static final String SAMPLE_TIME = "2026-01-05T11:55:0\\d(\\.\\d+)?Z";
  private static final String SAMPLE_SECONDS = "1767614100";

  boolean csv() {
    return template.startsWith("csv");
  }

  /** The sample, observed then. */
  String at(String sample, Instant time) {
    return sample
        .replaceAll(SAMPLE_TIME, time.toString())
        .replace(SAMPLE_SECONDS, Long.toString(time.getEpochSecond()));
  }

  /** Cut off in the middle of it; in CSV a quote that never ends. */
  String malformed(String good) {
    return csv()
        ? good.replace(value, '"' + value)
        : good.substring(0, good.stripTrailing().length() - 2);
  }

  String deep(String good) {
    return good.replace(value, "[".repeat(600) + "]".repeat(600));
  }

  String ofAnotherType(String good) {
    return good.replace(value, csv() ? "many" : "\"many\"");
  }

  String implausible(String good) {
    return good.replace(value, "-" + value.replace(".", "") + "0000");
  }

  String ofAnotherUnit(String good) {
    return good.replace(unit, csv() ? "kg" : "\"kg\"");
  }

  String ofNobody(String text) {
    return text.replace(sender, "nobody");
  }

  byte[] wronglyEncoded(String good) {
    byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
    byte[] wrong = Arrays.copyOf(bytes, bytes.length + 2);
    wrong[bytes.length] = (byte) 0xc3;
    wrong[bytes.length + 1] = (byte) 0x28;
    return wrong;
  }

  String oversize(String good, int largest) {
    return good + " ".repeat(largest);
  }

  @Override
  public String toString() {
    return template;
  }
}
