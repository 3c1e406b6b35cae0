package city.nhip.connectors.folder;

import city.nhip.connectors.codec.MeasureUnits;
import city.nhip.connectors.codec.UnreadablePayload;
import city.nhip.engine.files.BadFile;
import city.nhip.rules.intake.RawReading;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code mapping.jsonata}: a tree to readings. The expression yields one object or an array of
 * {@code {device, property, observedAt, value, unit}}; it knows {@code $headers}, {@code
 * $receivedAt} (ISO 8601) and {@code $device(name)}, the city's id for a sender's name. A unit is
 * brought into the property's own; everything else is the intake's to check.
 */
final class Mapping {
  static final String NAME = "mapping.jsonata";

  /** Milliseconds that one message may take. */
  private static final long LONGEST = 2_000;

  private static final int DEEPEST = 200;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String expression;
  private final DeviceNames devices;
  private final MeasureUnits units;

  /** An expression keeps state while it is evaluated: each thread has its own. */
  private final ThreadLocal<Jsonata> compiled;

  /**
   * @throws BadFile when the expression is none, with its line and column
   */
  Mapping(Path file, String expression, DeviceNames devices, MeasureUnits units) {
    this.expression = expression;
    this.devices = devices;
    this.units = units;
    this.compiled = ThreadLocal.withInitial(() -> Jsonata.jsonata(expression));
    try {
      compiled.get();
    } catch (JException e) {
      throw new BadFile(file, place(e), e.getMessage() + ".");
    }
  }

  /**
   * @throws UnreadablePayload when the expression fails on this tree, or yields something else
   */
  List<RawReading> apply(JsonNode tree, Map<String, String> headers, String receivedAt) {
    Jsonata jsonata = compiled.get();
    Jsonata.Frame frame = jsonata.createFrame();
    frame.setRuntimeBounds(LONGEST, DEEPEST);
    frame.bind("headers", (Object) headers);
    frame.bind("receivedAt", (Object) receivedAt);
    frame.bind("device", (String name) -> name == null ? null : devices.cityId(name));
    Object result;
    try {
      result = jsonata.evaluate(JSON.treeToValue(tree, Object.class), frame);
    } catch (JException e) {
      throw new UnreadablePayload(
          "%s, %s: %s. Hãy sửa nội dung hoặc phép ánh xạ."
              .formatted(NAME, place(e), e.getMessage()),
          "%s, %s: %s. Correct the payload or the mapping."
              .formatted(NAME, place(e), e.getMessage()));
    } catch (StackOverflowError | ClassCastException e) {
      throw new UnreadablePayload(
          "%s không đọc được nội dung này: %s. Hãy sửa phép ánh xạ.".formatted(NAME, e),
          "%s cannot read this payload: %s. Correct the mapping.".formatted(NAME, e));
    }
    return readings(result);
  }

  private List<RawReading> readings(@Nullable Object result) {
    List<RawReading> readings = new ArrayList<>();
    for (Object item :
        result instanceof List<?> many ? many : result == null ? List.of() : List.of(result)) {
      if (!(item instanceof Map<?, ?> fields)) {
        throw new UnreadablePayload(
            "%s cho ra %s. Hãy cho ra đối tượng gồm device, property, observedAt, value, unit."
                .formatted(NAME, item),
            "%s yields %s. Let it yield objects of device, property, observedAt, value, unit."
                .formatted(NAME, item));
      }
      readings.add(reading(fields));
    }
    return readings;
  }

  private RawReading reading(Map<?, ?> fields) {
    @Nullable String property = text(fields.get("property"));
    @Nullable Double value = number(fields.get("value"));
    @Nullable String unit = text(fields.get("unit"));
    if (property != null && value != null && unit != null) {
      Optional<String> own = units.unitOf(property);
      Optional<Double> converted = own.flatMap(to -> units.convert(value, unit, to));
      if (converted.isPresent()) {
        return new RawReading(
            text(fields.get("device")),
            property,
            text(fields.get("observedAt")),
            rounded(converted.get()),
            own.get());
      }
    }
    return new RawReading(
        text(fields.get("device")), property, text(fields.get("observedAt")), value, unit);
  }

  /** Ten significant digits: a conversion's last bits are no measurement. */
  private static double rounded(double value) {
    return Double.isFinite(value)
        ? new java.math.BigDecimal(value, new java.math.MathContext(10)).doubleValue()
        : value;
  }

  private static @Nullable String text(@Nullable Object field) {
    return field instanceof String text ? text : null;
  }

  private static @Nullable Double number(@Nullable Object field) {
    return field instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
  }

  private String place(JException e) {
    int at = Math.max(0, Math.min(e.getLocation(), expression.length()));
    String before = expression.substring(0, at);
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    return "line %d, column %d".formatted(line, at - before.lastIndexOf('\n'));
  }
}
