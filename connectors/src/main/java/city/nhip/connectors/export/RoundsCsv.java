package city.nhip.connectors.export;

import city.nhip.connectors.codec.SheetCell;
import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.schedule.Schedule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/** Rounds as a sheet: a line a stop, times as the city's clocks show them. */
@Component
class RoundsCsv extends RoundsExport {
  /** Excel takes a file for UTF-8 by this first character. */
  private static final char MARK = '\uFEFF';

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final ZoneId zone;

  RoundsCsv(Rounds rounds, City city) {
    super(rounds, "csv", "text/csv;charset=UTF-8", new Localized("Bảng tính (CSV)", "Sheet (CSV)"));
    this.zone = city.timeZone();
  }

  @Override
  public byte[] write(Schedule schedule, Optional<String> part) {
    StringWriter text = new StringWriter();
    text.append(MARK);
    try (CSVPrinter sheet = new CSVPrinter(text, CSVFormat.RFC4180)) {
      sheet.printRecord(
          "truck",
          "number",
          "kind",
          "id",
          "name",
          "street",
          "arrive",
          "depart",
          "latitude",
          "longitude",
          "litres",
          "kilograms",
          "straightWay",
          "savesMetres",
          "savesSeconds",
          "savesVnd");
      for (Round round : rounds().of(schedule, part)) {
        for (Round.Stop stop : round.stops()) {
          sheet.printRecord(
              SheetCell.harmless(round.truck()),
              stop.number(),
              stop.kind(),
              SheetCell.harmless(stop.id()),
              SheetCell.harmless(stop.name().vi()),
              SheetCell.harmless(stop.street()),
              local(stop.arrive()),
              local(stop.depart()),
              stop.position().latitude(),
              stop.position().longitude(),
              stop.litres(),
              stop.kilograms(),
              stop.straight(),
              stop.saving().map(it -> String.valueOf(it.metres())).orElse(""),
              stop.saving().map(it -> String.valueOf(it.seconds())).orElse(""),
              stop.saving().map(it -> String.valueOf(it.vnd())).orElse(""));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write into memory", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String local(Instant at) {
    return TIME.format(at.atZone(zone));
  }
}
