package city.nhip.scenarios.cityfolder;

import city.nhip.engine.city.Device;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.Zone;
import city.nhip.engine.files.BadFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** {@code devices.csv}: one device a line. */
final class DevicesFile {
  private static final List<String> COLUMNS =
      List.of("id", "zone", "kind", "asset", "latitude", "longitude", "limits");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private DevicesFile() {}

  /**
   * @throws BadFile with the line of the first mistake
   */
  static List<Device> read(Path file, List<Zone> zones) {
    Set<String> zoneIds = zones.stream().map(Zone::id).collect(Collectors.toSet());
    Map<String, Long> lines = new HashMap<>();
    List<Device> devices = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser rows = FORMAT.parse(reader)) {
      if (!rows.getHeaderNames().equals(COLUMNS)) {
        throw new BadFile(
            file,
            "line 1",
            "the columns are %s. Write %s."
                .formatted(String.join(",", rows.getHeaderNames()), String.join(",", COLUMNS)));
      }
      for (CSVRecord row : rows) {
        long line = rows.getCurrentLineNumber();
        try {
          Device device = device(row, zoneIds);
          Long other = lines.putIfAbsent(device.id(), line);
          if (other != null) {
            throw new IllegalArgumentException(
                "device %s stands in line %d too. Rename one.".formatted(device.id(), other));
          }
          devices.add(device);
        } catch (IllegalArgumentException e) {
          throw new BadFile(file, "line " + line, String.valueOf(e.getMessage()));
        }
      }
    } catch (NoSuchFileException e) {
      throw new BadFile(file, "", "the file is missing. Create it as the folder's README shows.");
    } catch (IllegalArgumentException e) {
      throw new BadFile(file, "line 1", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    return devices;
  }

  private static Device device(CSVRecord row, Set<String> zones) {
    if (!row.isConsistent()) {
      throw new IllegalArgumentException(
          "%d fields instead of %d. Add or remove commas.".formatted(row.size(), COLUMNS.size()));
    }
    String zone = row.get("zone");
    if (!zones.contains(zone)) {
      throw new IllegalArgumentException(
          "zone %s is not in city.json. Add the zone there or correct it here.".formatted(zone));
    }
    return new Device(
        row.get("id"),
        zone,
        row.get("kind"),
        row.get("asset"),
        new Position(number(row, "latitude"), number(row, "longitude")),
        limits(row.get("limits")));
  }

  private static double number(CSVRecord row, String column) {
    try {
      return Double.parseDouble(row.get(column));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s '%s' is no number. Write degrees such as 11.05.".formatted(column, row.get(column)),
          e);
    }
  }

  private static Map<String, Double> limits(String text) {
    Map<String, Double> limits = new TreeMap<>();
    for (String part : text.split(";", -1)) {
      if (part.isBlank()) {
        continue;
      }
      int sign = part.indexOf('=');
      try {
        limits.put(part.substring(0, sign).trim(), Double.valueOf(part.substring(sign + 1)));
      } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
        throw new IllegalArgumentException(
            "limit '%s' is not of the form name=number. Write capKilowatts=42.".formatted(part), e);
      }
    }
    return limits;
  }
}
