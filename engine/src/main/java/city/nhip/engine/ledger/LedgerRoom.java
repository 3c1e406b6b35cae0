package city.nhip.engine.ledger;

import city.nhip.engine.city.City;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Measures what is due, on one node at a time, and shows the ledger. */
@Configuration(proxyBeanMethods = false)
class LedgerRoom {
  @Bean
  static RecurringTask<Void> settle(Settlement settlement) {
    return Tasks.recurring(TaskDescriptor.of("settle"), FixedDelay.of(Duration.ofSeconds(10)))
        .execute((instance, context) -> settlement.settle());
  }

  @RestController
  static class LedgerController {
    private final Ledger ledger;
    private final Reports reports;
    private final City city;
    private final Clock clock;

    LedgerController(Ledger ledger, Reports reports, City city, Clock clock) {
      this.ledger = ledger;
      this.reports = reports;
      this.city = city;
      this.clock = clock;
    }

    /** The promises of the last 31 days, newest first. */
    @GetMapping("/api/ledger")
    List<LedgerLine> list(@RequestParam Optional<String> domain) {
      Instant now = clock.instant();
      return ledger.list(now.minus(Duration.ofDays(31)), now.plus(Duration.ofDays(31)), domain);
    }

    @GetMapping("/api/ledger/calibration")
    List<Reports.Calibration> calibration() {
      return reports.calibration();
    }

    @GetMapping("/api/reports/{month}")
    Reports.Month month(@PathVariable YearMonth month) {
      return reports.month(month);
    }

    @GetMapping(path = "/api/reports/{month}/table.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> csv(@PathVariable YearMonth month) {
      return ResponseEntity.ok()
          .header("Content-Disposition", "attachment; filename=nhip-" + month + ".csv")
          .body(LedgerTable.of(reports.month(month).lines()));
    }

    @GetMapping(path = "/api/reports/{month}/report.pdf", produces = "application/pdf")
    ResponseEntity<byte[]> pdf(
        @PathVariable YearMonth month, @RequestParam(defaultValue = "vi") String lang) {
      return ResponseEntity.ok()
          .header("Content-Disposition", "attachment; filename=nhip-" + month + ".pdf")
          .body(
              new ReportPdf(city, !lang.equals("en"))
                  .of(reports.month(month), clock.instant().atZone(city.timeZone())));
    }
  }
}
