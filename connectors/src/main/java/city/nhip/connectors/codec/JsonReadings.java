package city.nhip.connectors.codec;

import city.nhip.rules.intake.RawReading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON array of {@code {device, property, observedAt, value, unit}}. A field of the wrong type is
 * decoded as missing: the intake then says which one.
 */
public final class JsonReadings {
  private final JsonMapper json;

  public JsonReadings(JsonMapper json) {
    this.json = json;
  }

  /**
   * @throws UnreadablePayload when the bytes are no JSON array
   */
  public List<RawReading> decode(byte[] payload) {
    JsonNode batch;
    try {
      batch = json.readTree(payload);
    } catch (JacksonException e) {
      Object[] place = {place(e.getLocation()), e.getOriginalMessage()};
      throw new UnreadablePayload(
          "Nội dung không phải JSON%s: %s. Hãy gửi một mảng số đo.".formatted(place),
          "The body is no JSON%s: %s. Send an array of readings.".formatted(place));
    }
    if (batch == null || !batch.isArray()) {
      throw new UnreadablePayload(
          "Nội dung không phải mảng JSON. Hãy gửi [{\"device\":..., \"property\":...,"
              + " \"observedAt\":..., \"value\":..., \"unit\":...}].",
          "The body is no JSON array. Send [{\"device\":..., \"property\":..., \"observedAt\":...,"
              + " \"value\":..., \"unit\":...}].");
    }
    List<RawReading> readings = new ArrayList<>(batch.size());
    for (JsonNode item : batch) {
      JsonNode value = item.path("value");
      readings.add(
          new RawReading(
              text(item, "device"),
              text(item, "property"),
              text(item, "observedAt"),
              value.isNumber() ? Double.valueOf(value.doubleValue()) : null,
              text(item, "unit")));
    }
    return readings;
  }

  private static @Nullable String text(JsonNode item, String field) {
    JsonNode node = item.path(field);
    return node.isString() ? node.stringValue() : null;
  }

  private static String place(@Nullable TokenStreamLocation location) {
    return location == null
        ? ""
        : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
  }
}
