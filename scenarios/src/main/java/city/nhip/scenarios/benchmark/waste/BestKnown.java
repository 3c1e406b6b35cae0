package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.files.BadFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
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
        known.values.merge(name(cell(file, row, "instance")), number(file, row), Math::min);
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static double number(Path file, CSVRecord row) {
    String text = cell(file, row, "best_known");
    try {
      double value = Double.parseDouble(text);
      if (value > 0 && value < Double.POSITIVE_INFINITY) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw bad(file, row, "best_known is \"%s\". Give a number above 0.".formatted(text));
  }

  private static String cell(Path file, CSVRecord row, String column) {
    if (!row.isSet(column)) {
      throw bad(
          file, row, "there is no %s. Give the columns instance and best_known.".formatted(column));
    }
    return row.get(column);
  }

  private static BadFile bad(Path file, CSVRecord row, String problem) {
    return new BadFile(file, "row " + row.getRecordNumber(), problem);
  }

  /**
   * @param file name of an instance, with its ending
   */
  OptionalDouble find(String file) {
    Double value = values.get(name(file));
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** The sets' files are spelt in capitals here and small letters there. */
  private static String name(String file) {
    return file.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.(vrp|txt)(\\.gz)?$", "");
  }
}
