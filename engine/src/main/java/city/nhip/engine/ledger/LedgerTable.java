package city.nhip.engine.ledger;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Promises as a table that a spreadsheet opens: RFC 4180, UTF-8, decimal points. */
final class LedgerTable {
  private LedgerTable() {}

  static String of(List<LedgerLine> lines) {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(
          "schedule",
          "domain",
          "scope",
          "from",
          "to",
          "figure",
          "unit",
          "planned",
          "unoptimized",
          "realised");
      for (LedgerLine line : lines) {
        csv.printRecord(
            line.schedule(),
            line.domain(),
            line.scope(),
            line.from(),
            line.to(),
            line.kpi(),
            line.unit(),
            line.planned(),
            text(line.unoptimized()),
            text(line.realised()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }
}
