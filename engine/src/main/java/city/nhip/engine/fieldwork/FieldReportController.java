package city.nhip.engine.fieldwork;

import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a crew's phone reports. */
@RestController
@RequestMapping("/api/schedules/{id}/reports")
class FieldReportController {
  private final FieldReports reports;

  FieldReportController(FieldReports reports) {
    this.reports = reports;
  }

  /** A later word about the same stop replaces the earlier one. */
  @PostMapping
  List<FieldReport> report(
      @PathVariable UUID id, @RequestBody FieldReports.Word word, Principal who) {
    reports.report(id, word, who.getName());
    return reports.list(id);
  }

  @GetMapping(path = "/{report}/photo", produces = "image/jpeg")
  byte[] photo(@PathVariable UUID id, @PathVariable long report) {
    return reports.photo(id, report);
  }
}
