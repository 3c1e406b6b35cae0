package city.nhip.engine.ledger;

import city.nhip.engine.city.City;
import city.nhip.engine.files.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sums the ledger: by month, by indicator, and how well promises held. */
@Component
class Reports {
  /** A city's own definitions; the built-in ones where it has none. */
  private static final String INDICATORS = "indicators.json";

  private final Ledger ledger;
  private final City city;
  private final List<Indicator> indicators;

  Reports(Ledger ledger, City city, JsonMapper json) {
    this.ledger = ledger;
    this.city = city;
    Path own = city.folder().resolve(INDICATORS);
    this.indicators =
        Files.exists(own) ? List.of(JsonFile.read(own, Indicator[].class)) : List.of(builtIn(json));
  }

  private static Indicator[] builtIn(JsonMapper json) {
    try {
      return json.readValue(
          new ClassPathResource("city/nhip/engine/ledger/" + INDICATORS).getInputStream(),
          Indicator[].class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the built-in indicators", e);
    }
  }

  /** One indicator's value. */
  record Value(Indicator indicator, double value) {}

  /**
   * One month.
   *
   * @param plans how many plans the field took
   * @param measured how many of them readings have told about
   */
  record Month(
      String month, int plans, int measured, List<Value> indicators, List<LedgerLine> lines) {}

  Month month(YearMonth month) {
    List<LedgerLine> lines =
        ledger.list(begin(month), begin(month.plusMonths(1)), Optional.empty());
    return new Month(
        month.toString(),
        plans(lines.stream()),
        plans(lines.stream().filter(line -> line.realised().isPresent())),
        indicators.stream().map(one -> new Value(one, one.value(lines))).toList(),
        lines);
  }

  /**
   * How well promises of one figure held so far.
   *
   * @param ratio the measured sum over the promised one
   * @param plans how many were measured
   */
  record Calibration(String domain, String kpi, double ratio, int plans) {}

  /** Over all measured plans; figures whose promises sum to nothing are left out. */
  List<Calibration> calibration() {
    Map<String, List<LedgerLine>> byFigure =
        ledger.list(Instant.EPOCH, begin(YearMonth.of(9999, 1)), Optional.empty()).stream()
            .filter(line -> line.realised().isPresent())
            .collect(Collectors.groupingBy(line -> line.domain() + "/" + line.kpi()));
    return byFigure.values().stream()
        .filter(lines -> Math.abs(planned(lines)) > 1e-9)
        .map(
            lines ->
                new Calibration(
                    lines.get(0).domain(),
                    lines.get(0).kpi(),
                    lines.stream().mapToDouble(one -> one.realised().orElse(0)).sum()
                        / planned(lines),
                    lines.size()))
        .sorted(Comparator.comparing(Calibration::domain).thenComparing(Calibration::kpi))
        .toList();
  }

  private static double planned(List<LedgerLine> lines) {
    return lines.stream().mapToDouble(LedgerLine::planned).sum();
  }

  private static int plans(java.util.stream.Stream<LedgerLine> lines) {
    return (int) lines.map(LedgerLine::schedule).distinct().count();
  }

  private Instant begin(YearMonth month) {
    return month.atDay(1).atStartOfDay(city.timeZone()).toInstant();
  }
}
