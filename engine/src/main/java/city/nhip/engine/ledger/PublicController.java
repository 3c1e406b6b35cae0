package city.nhip.engine.ledger;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a city shows the world, without an account: sums and promises of plans, no reading of a
 * single device, no person's name.
 */
@RestController
@RequestMapping("/public")
class PublicController {
  private static final int MONTHS = 12;

  private final Reports reports;
  private final City city;
  private final Clock clock;

  PublicController(Reports reports, City city, Clock clock) {
    this.reports = reports;
    this.city = city;
    this.clock = clock;
  }

  record MonthView(String month, int plans, int measured, List<Reports.Value> indicators) {}

  record PublicView(Localized city, boolean synthetic, String timeZone, List<MonthView> months) {}

  @GetMapping(produces = "text/html;charset=UTF-8")
  Resource page() {
    return new ClassPathResource("static/public.html");
  }

  /** The last twelve months, newest first; months without a plan are left out. */
  @GetMapping("/summary")
  PublicView summary() {
    YearMonth now = YearMonth.from(clock.instant().atZone(city.timeZone()));
    return new PublicView(
        city.name(),
        city.synthetic(),
        city.timeZone().getId(),
        java.util.stream.IntStream.range(0, MONTHS)
            .mapToObj(back -> reports.month(now.minusMonths(back)))
            .filter(month -> month.plans() > 0)
            .map(
                month ->
                    new MonthView(
                        month.month(), month.plans(), month.measured(), month.indicators()))
            .toList());
  }

  @GetMapping(path = "/{month}.csv", produces = "text/csv;charset=UTF-8")
  ResponseEntity<String> csv(@PathVariable YearMonth month) {
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=nhip-open-data-" + month + ".csv")
        .body(LedgerTable.of(reports.month(month).lines()));
  }

  /** A month's indicators as NGSI-LD entities of type KeyPerformanceIndicator. */
  @GetMapping(path = "/{month}.jsonld", produces = "application/ld+json")
  ResponseEntity<List<Map<String, Object>>> ngsi(@PathVariable YearMonth month) {
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("application/ld+json"))
        .body(reports.month(month).indicators().stream().map(one -> entity(month, one)).toList());
  }

  private Map<String, Object> entity(YearMonth month, Reports.Value one) {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put(
        "id",
        "urn:ngsi-ld:KeyPerformanceIndicator:%s:%s:%s"
            .formatted(city.id(), one.indicator().id(), month));
    entity.put("type", "KeyPerformanceIndicator");
    entity.put("name", Map.of("type", "Property", "value", one.indicator().name().en()));
    entity.put(
        "kpiValue",
        Map.of("type", "Property", "value", one.value(), "unitCode", one.indicator().unit()));
    entity.put("calculationPeriod", Map.of("type", "Property", "value", month.toString()));
    entity.put("@context", "https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context.jsonld");
    return entity;
  }
}
