package city.nhip.connectors.citizen;

import city.nhip.engine.audit.AuditLog;
import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.city.Position;
import city.nhip.engine.planning.Asset;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.web.BadField;
import city.nhip.engine.web.Conflict;
import city.nhip.engine.web.LiveEvent;
import city.nhip.engine.web.Stale;
import city.nhip.rules.intake.IntakeReceipt;
import city.nhip.rules.intake.RawReading;
import city.nhip.rules.intake.ReadingIntake;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes reports, makes readings of them, and takes operators' answers. */
@Service
class CitizenDesk {
  /** How far a citizen may stand from what is reported, metres. */
  private static final double FARTHEST = 300;

  private static final String SOURCE = "citizens";
  private static final int CODE_LENGTH = 10;

  /** Letters that nobody mistakes for another. */
  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

  private final City city;
  private final PlanningDomains domains;
  private final ReadingIntake intake;
  private final CitizenReports reports;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final SecureRandom random = new SecureRandom();

  CitizenDesk(
      City city,
      PlanningDomains domains,
      ReadingIntake intake,
      CitizenReports reports,
      AuditLog audit,
      Clock clock,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.city = city;
    this.domains = domains;
    this.intake = intake;
    this.reports = reports;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
    this.events = events;
  }

  /**
   * @return the code by which the citizen follows the report
   * @throws BadField when nothing of the kind stands near
   */
  String take(ReportKind kind, Position at, String words) throws InterruptedException {
    Asset asset =
        domains.all().stream()
            .flatMap(domain -> domain.assets(city).stream())
            .filter(kind::isAbout)
            .min(Comparator.comparingDouble(it -> it.position().metresTo(at)))
            .filter(it -> it.position().metresTo(at) <= FARTHEST)
            .orElseThrow(
                () ->
                    new BadField(
                        "/latitude",
                        "Trong vòng %.0f m thành phố không có gì thuộc loại này. Hãy dời vị trí.",
                        "The city has nothing of this kind within %.0f m. Move the position.",
                        FARTHEST));
    Optional<String> device = device(kind, asset);
    Instant now = clock.instant();
    Optional<Long> reading = device.isEmpty() ? Optional.empty() : read(kind, device.get(), now, 1);
    String code = code();
    reports.add(
        new CitizenReport(
            0,
            code,
            kind,
            asset.id(),
            asset.zone(),
            at.latitude(),
            at.longitude(),
            words,
            false,
            device,
            reading,
            now,
            ReportState.RECEIVED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    tell(code);
    return code;
  }

  private Optional<String> device(ReportKind kind, Asset asset) {
    return city.devices().values().stream()
        .filter(one -> kind.watches(one, asset))
        .map(Device::id)
        .min(Comparator.naturalOrder());
  }

  private Optional<Long> read(ReportKind kind, String device, Instant at, double value)
      throws InterruptedException {
    IntakeReceipt receipt =
        intake.accept(
            SOURCE,
            List.of(
                new RawReading(
                    device,
                    kind.measure().property(),
                    at.toString(),
                    value,
                    kind.measure().unit())));
    return receipt.readingIds().stream().filter(id -> id > 0).findFirst();
  }

  CitizenReport get(long id) {
    return reports
        .find(id)
        .orElseThrow(() -> new NoSuchElementException("There is no report " + id + "."));
  }

  /**
   * @param match the tag that the person saw; empty asks for no check
   * @throws NoSuchElementException when there is no such report
   * @throws Conflict when it is answered for good
   */
  void answer(long id, ReportState state, String by, String answer, Optional<String> match)
      throws InterruptedException {
    CitizenReport report = get(id);
    Stale.check(match, report.tag());
    transaction.executeWithoutResult(
        status -> {
          if (!reports.answer(id, state, by, answer)) {
            throw new Conflict(
                "Phản ánh này đã được trả lời. Hãy tải lại.",
                "Report %d is %s already. Load it again.",
                id,
                report.state());
          }
          audit.append(by, "REPORT " + state, "report " + id, answer);
        });
    if (!state.open() && report.kind().ends() && report.device().isPresent()) {
      read(report.kind(), report.device().get(), clock.instant(), 0);
    }
    tell(report.code());
  }

  private void tell(String code) {
    events.publishEvent(new LiveEvent("citizen-report", code, Map.of()));
  }

  private String code() {
    return random
        .ints(CODE_LENGTH, 0, ALPHABET.length())
        .mapToObj(at -> String.valueOf(ALPHABET.charAt(at)))
        .reduce("", String::concat);
  }
}
