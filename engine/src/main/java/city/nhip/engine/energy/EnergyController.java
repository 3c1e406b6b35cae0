package city.nhip.engine.energy;

import city.nhip.engine.city.City;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Expected against measured energy of each lighting cabinet. */
@RestController
@RequestMapping("/api/energy")
class EnergyController {
  private static final Duration USUAL = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(31);

  private final EnergyAccounts accounts;
  private final Schedules schedules;
  private final Clock clock;

  EnergyController(City city, ReadingJournal readings, Schedules schedules, Clock clock) {
    this.accounts = new EnergyAccounts(city, readings);
    this.schedules = schedules;
    this.clock = clock;
  }

  record Account(TimeWindow span, List<CabinetAccount> cabinets) {}

  /**
   * @param from a day before {@code to} where not given
   * @param to now where not given
   */
  @GetMapping
  Account get(@RequestParam Optional<Instant> from, @RequestParam Optional<Instant> to) {
    Instant end = to.orElseGet(clock::instant);
    TimeWindow span = new TimeWindow(from.orElse(end.minus(USUAL)), end);
    if (span.length().compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "From %s to %s is longer than 31 days. Ask for less.".formatted(span.from(), span.to()));
    }
    List<byte[]> plans =
        schedules.findInForce("lighting", "city").map(Schedule::artefact).stream().toList();
    return new Account(span, accounts.of(plans, span));
  }
}
