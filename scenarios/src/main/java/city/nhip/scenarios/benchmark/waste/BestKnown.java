package city.nhip.scenarios.benchmark.waste;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The best values known, by instance: of several rows the lowest. */
final class BestKnown {
  private final Map<String, Double> values = new HashMap<>();

  /**
   * @param file CSV with columns {@code instance} and {@code best_known}; may be missing
   */
  static BestKnown read(Path file) {
    BestKnown known = new BestKnown();
    if (!Files.isRegularFile(file)) {
      return known;
    }
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file)) {
      for (CSVRecord row : format.parse(reader)) {
        double value = Double.parseDouble(row.get("best_known"));
        known.values.merge(row.get("instance"), value, Math::min);
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /**
   * @param file name of an instance, with its ending
   */
  OptionalDouble find(String file) {
    Double value = values.get(file.replaceFirst("\\.(vrp|txt)(\\.gz)?$", ""));
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
