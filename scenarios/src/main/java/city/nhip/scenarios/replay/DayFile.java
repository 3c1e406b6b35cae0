package city.nhip.scenarios.replay;

import city.nhip.engine.files.BadFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** {@code readings/day.csv}: one day of readings by local time, sorted. */
final class DayFile {
  private static final List<String> COLUMNS =
      List.of("device", "property", "time", "value", "unit");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private DayFile() {}

  /** A reading without a date. */
  record Row(String device, String property, LocalTime time, double value, String unit) {}

  /**
   * @throws BadFile with the line, when one is no reading or is earlier than the one before
   */
  static List<Row> read(Path file) {
    List<Row> rows = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = FORMAT.parse(reader)) {
      if (!parser.getHeaderNames().equals(COLUMNS)) {
        throw new BadFile(file, "line 1", "write the columns " + String.join(",", COLUMNS) + ".");
      }
      LocalTime last = LocalTime.MIN;
      for (CSVRecord record : parser) {
        String line = "line " + parser.getCurrentLineNumber();
        try {
          Row row =
              new Row(
                  record.get(0),
                  record.get(1),
                  LocalTime.parse(record.get(2)),
                  Double.parseDouble(record.get(3)),
                  record.get(4));
          if (row.time().isBefore(last)) {
            throw new BadFile(file, line, "the time is before the line above. Sort by time.");
          }
          last = row.time();
          rows.add(row);
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
          throw new BadFile(
              file, line, e.getMessage() + ". Write device,property,HH:MM:SS,number,unit.");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    return rows;
  }
}
