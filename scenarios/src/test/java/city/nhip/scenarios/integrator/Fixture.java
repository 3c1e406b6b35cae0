package city.nhip.scenarios.integrator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

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

  /** One of every template. */
  static List<Fixture> all() {
    return List.of(
        ofWatts("my-http-json", "http-json"),
        new Fixture(
            "my-mqtt-json", "mqtt-json", "power.in.json", "meter-1", "meter-TC-01", "12500", ""),
        ofWatts("my-kafka-json", "kafka-json"),
        ofWatts("my-rest-poll", "rest-poll"),
        new Fixture(
            "my-csv-drop",
            "csv-drop",
            "rain.in.csv",
            "station-1",
            "weather-station-north",
            "4.5",
            "mm/h"),
        new Fixture(
            "my-json-lines-drop",
            "json-lines-drop",
            "two.in.jsonl",
            "station-1",
            "weather-station-north",
            "4.5",
            "\"mm/h\""),
        new Fixture(
            "my-senml", "senml", "pack.in.json", "meter-1", "meter-TC-01", "12500", "\"W\""),
        new Fixture(
            "my-chirpstack",
            "chirpstack",
            "bin.in.json",
            "24e124136b502217",
            "fill-W001",
            "28.1",
            ""),
        new Fixture(
            "my-things-stack",
            "things-stack",
            "light.in.json",
            "light-sensor-1",
            "light-sensor-north",
            "85.5",
            ""),
        new Fixture(
            "my-ngsi-notification",
            "ngsi-notification",
            "traffic.in.json",
            "urn:ngsi-ld:TrafficFlowObserved:detector-1",
            "detector-HV2-E",
            "640",
            "\"MTS\""));
  }

  /** Of the templates whose sample is a meter's watts. */
  static Fixture ofWatts(String name, String template) {
    return new Fixture(name, template, "watts.in.json", "meter-1", "meter-TC-01", "12500", "\"W\"");
  }

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
