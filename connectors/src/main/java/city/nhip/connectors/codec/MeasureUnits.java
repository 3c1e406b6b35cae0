package city.nhip.connectors.codec;

import city.nhip.engine.reading.ReadingKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.measure.IncommensurableException;
import javax.measure.Unit;
import javax.measure.format.MeasurementParseException;
import tech.units.indriya.format.SimpleUnitFormat;

/**
 * Brings a value into its property's one unit. Senders name units by symbol ({@code km/h}) or by
 * their UN/CEFACT common code ({@code KMH}), as NGSI's {@code unitCode} does.
 */
public final class MeasureUnits {
  /** UN/CEFACT Recommendation 20 codes, and symbols that the parser spells otherwise. */
  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("CEL", "℃"),
          Map.entry("°C", "℃"),
          Map.entry("KEL", "K"),
          Map.entry("P1", "%"),
          Map.entry("C62", "one"),
          Map.entry("1", "one"),
          Map.entry("KMH", "km/h"),
          Map.entry("MTS", "m/s"),
          Map.entry("MMH", "mm/h"),
          Map.entry("H67", "mm/h"),
          Map.entry("LUX", "lx"),
          Map.entry("WTT", "W"),
          Map.entry("KWT", "kW"),
          Map.entry("MAW", "MW"),
          Map.entry("WHR", "W·h"),
          Map.entry("Wh", "W·h"),
          Map.entry("KWH", "kW·h"),
          Map.entry("kWh", "kW·h"),
          Map.entry("MWH", "MW·h"),
          Map.entry("MWh", "MW·h"),
          Map.entry("VLT", "V"),
          Map.entry("AMP", "A"),
          Map.entry("MTR", "m"),
          Map.entry("CMT", "cm"),
          Map.entry("MMT", "mm"),
          Map.entry("veh", "one"),
          Map.entry("veh/h", "one/h"),
          Map.entry("veh/min", "one/min"),
          Map.entry("veh/s", "one/s"));

  private final Map<String, String> unitOf = new HashMap<>();
  private final Map<String, Optional<Unit<?>>> parsed = new ConcurrentHashMap<>();

  /**
   * @param kinds the properties that the city knows
   */
  public MeasureUnits(List<ReadingKind> kinds) {
    kinds.forEach(kind -> unitOf.put(kind.property(), kind.unit()));
  }

  /**
   * @return the unit in which the journal keeps the property; empty where nothing knows it
   */
  public Optional<String> unitOf(String property) {
    return Optional.ofNullable(unitOf.get(property));
  }

  /**
   * @return the value in {@code to}; empty where the two measure different things or one is unknown
   */
  public Optional<Double> convert(double value, String from, String to) {
    if (from.equals(to)) {
      return Optional.of(value);
    }
    Optional<Unit<?>> source = unit(from);
    Optional<Unit<?>> target = unit(to);
    if (source.isEmpty() || target.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          source.get().getConverterToAny(target.get()).convert((Number) value).doubleValue());
    } catch (IncommensurableException e) {
      return Optional.empty();
    }
  }

  private Optional<Unit<?>> unit(String name) {
    return parsed.size() > 1_000 ? parse(name) : parsed.computeIfAbsent(name, MeasureUnits::parse);
  }

  private static Optional<Unit<?>> parse(String name) {
    try {
      return Optional.of(SimpleUnitFormat.getInstance().parse(SYMBOLS.getOrDefault(name, name)));
    } catch (MeasurementParseException e) {
      return Optional.empty();
    }
  }
}
