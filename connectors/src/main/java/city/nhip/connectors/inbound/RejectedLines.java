package city.nhip.connectors.inbound;

import city.nhip.connectors.codec.CsvReadings;
import city.nhip.connectors.codec.SheetCell;
import city.nhip.rules.intake.IntakeReceipt.Rejection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The lines of one file that could not be used, each with its number and reason; written anew
 * whenever the file is read again.
 */
final class RejectedLines {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private final Path file;

  private RejectedLines(Path file) {
    this.file = file;
  }

  static RejectedLines startFor(Path source) throws IOException {
    Path folder = Objects.requireNonNull(source.toAbsolutePath().getParent()).resolve("done");
    Path file = folder.resolve(source.getFileName() + ".rejected.csv");
    Files.deleteIfExists(file);
    return new RejectedLines(file);
  }

  void append(CsvReadings.Chunk chunk, List<Rejection> rejections) throws IOException {
    if (rejections.isEmpty()) {
      return;
    }
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    boolean fresh = !Files.exists(file);
    try (BufferedWriter text =
            Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      if (fresh) {
        List<String> header = new ArrayList<>(List.of("line", "reason"));
        header.addAll(CsvReadings.COLUMNS);
        printer.printRecord(header);
      }
      for (Rejection rejection : rejections) {
        CsvReadings.Line line = chunk.lines().get(rejection.index());
        List<String> cells = new ArrayList<>();
        cells.add(Long.toString(line.number()));
        cells.add(rejection.problem().vi() + " / " + rejection.problem().en());
        line.cells().forEach(cell -> cells.add(SheetCell.harmless(cell)));
        printer.printRecord(cells);
      }
    }
  }
}
