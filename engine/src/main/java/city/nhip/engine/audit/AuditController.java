package city.nhip.engine.audit;

import java.util.List;
import java.util.Optional;
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
}
