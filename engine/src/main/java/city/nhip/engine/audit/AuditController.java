package city.nhip.engine.audit;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the log, and whether anybody altered it. */
@RestController
class AuditController {
  private final AuditLog log;

  AuditController(AuditLog log) {
    this.log = log;
  }

  /**
   * @param brokenAt the first entry that was altered, removed or put in
   */
  record AuditView(boolean intact, Optional<Long> brokenAt, List<AuditLog.Entry> entries) {}

  @GetMapping("/api/audit")
  AuditView view() {
    Optional<Long> broken = log.findBroken();
    return new AuditView(broken.isEmpty(), broken, log.list());
  }

  /** The whole log, oldest first, with the hashes that chain it. */
  @GetMapping(path = "/api/audit.csv", produces = "text/csv")
  ResponseEntity<String> csv() throws IOException {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(
          "sequence", "at", "actor", "action", "subject", "detail", "previousHash", "hash");
      for (AuditLog.Entry one : log.all()) {
        csv.printRecord(
            one.sequence(),
            one.at(),
            one.actor(),
            one.action(),
            one.subject(),
            one.detail(),
            one.previousHash(),
            one.hash());
      }
    }
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=nhip-audit.csv")
        .body(text.toString());
  }
}
