package city.nhip.connectors.folder;

import city.nhip.engine.files.BadFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * {@code devices.csv}: how a sender calls the city's devices. A name that is not listed is taken as
 * it is, without the {@code urn:ngsi-ld:<Type>:} that may stand before it.
 */
final class DeviceNames {
  static final String NAME = "devices.csv";
  private static final List<String> COLUMNS = List.of("sender", "device");
  private static final Pattern URN = Pattern.compile("^urn:ngsi-ld:[A-Za-z0-9]+:");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private final Map<String, String> cityIds = new HashMap<>();

  static DeviceNames read(Path file) {
    DeviceNames names = new DeviceNames();
    if (!Files.exists(file)) {
      return names;
    }
    try (Reader text = Files.newBufferedReader(file);
        CSVParser parser = FORMAT.parse(text)) {
      if (!parser.getHeaderNames().equals(COLUMNS)) {
        throw new BadFile(file, "line 1", "write the columns " + String.join(",", COLUMNS) + ".");
      }
      for (CSVRecord record : parser) {
        String line = "line " + parser.getCurrentLineNumber();
        if (!record.isConsistent()) {
          throw new BadFile(file, line, "write two cells: sender,device.");
        }
        if (names.cityIds.put(record.get(0), record.get(1)) != null) {
          throw new BadFile(file, line, record.get(0) + " is listed twice. Keep one line.");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    return names;
  }

  String cityId(String sender) {
    String listed = cityIds.get(sender);
    return listed == null ? URN.matcher(sender).replaceFirst("") : listed;
  }
}
