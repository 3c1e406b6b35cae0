package city.nhip.rules.session;

import city.nhip.engine.schedule.ScheduleStatus;
import city.nhip.engine.schedule.Schedules;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FiringController {
  private static final int MOST_READINGS = 200;

  private final Firings firings;
  private final Schedules schedules;

  FiringController(Firings firings, Schedules schedules) {
    this.firings = firings;
    this.schedules = schedules;
  }

  @GetMapping("/api/firings")
  List<Firings.Firing> list(@RequestParam Optional<String> zone) {
    return firings.list(zone);
  }

  /** A schedule that came of a firing. */
  record Outcome(UUID id, String domain, String scope, ScheduleStatus status) {}

  /** A rule that asked, and what came of it. */
  record Consequence(Firings.Firing firing, List<Outcome> schedules) {}

  /** What readings led to within a day; of their ids the first {@value #MOST_READINGS}. */
  @GetMapping(value = "/api/firings", params = "readings")
  List<Consequence> ofReadings(@RequestParam List<Long> readings) {
    return firings.of(readings.stream().limit(MOST_READINGS).toList()).stream()
        .map(
            it ->
                new Consequence(
                    it,
                    schedules.causedBy(it.requestKey()).stream()
                        .map(
                            line ->
                                new Outcome(line.id(), line.domain(), line.scope(), line.status()))
                        .toList()))
        .toList();
  }
}
