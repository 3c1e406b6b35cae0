package city.nhip.engine.safety;

import city.nhip.engine.city.City;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Waste tours: every truck's shift is driven again from its bytes. Loads of each compartment
 * between tippings, streams, streets and hours of containers and sites, the shift, its break and
 * its driving, an empty truck at the depot, no container twice, nothing before what is already
 * done.
 */
@Component
final class WasteSafetyCheck implements SafetyCheck {
  private static final String FORMAT = "nhip-waste-1";
  private static final Duration LONGEST_VALIDITY = Duration.ofHours(36);

  @Override
  public String domain() {
    return "waste";
  }

  @Override
  public SafetyVerdict check(byte[] artefact, City city, String scope) {
    WasteYard yard = WasteYard.read(city.folder());
    WasteTours tours = WasteTours.read(artefact);
    Findings findings = new Findings();
    findings.require(
        tours.format().equals(FORMAT), "format", "/format", () -> "It is not " + FORMAT + ".");
    findings.require(
        tours.scope().equals(scope),
        "scope",
        "/scope",
        () -> "The plan is for %s, not for %s.".formatted(tours.scope(), scope));
    Duration validity = Duration.between(tours.validFrom(), tours.validTo());
    findings.require(
        validity.compareTo(Duration.ZERO) > 0 && validity.compareTo(LONGEST_VALIDITY) <= 0,
        "validity",
        "/validTo",
        () -> "The validity of %s is none, or over 36 h.".formatted(validity));
    LocalDate date = date(tours.date(), findings);
    Set<String> trucks = new HashSet<>();
    Set<String> collected = new HashSet<>();
    for (int t = 0; t < tours.trucks().size(); t++) {
      WasteTours.Tour tour = tours.trucks().get(t);
      String where = "/trucks/" + t;
      WasteYard.Truck truck = yard.trucks().get(tour.truck());
      if (!findings.require(
              truck != null, "truck", where, () -> "There is no truck " + tour.truck() + ".")
          || truck == null) {
        continue;
      }
      findings.require(
          trucks.add(tour.truck()), "truck", where, () -> tour.truck() + " goes out twice.");
      new WasteTourCheck(yard, truck, tour, date, city.timeZone(), where, findings, collected)
          .check();
      findings.require(
          !tour.end().isAfter(tours.validTo()),
          "validity",
          where + "/end",
          () -> "The tour ends after the plan, at %s.".formatted(tour.end()));
    }
    skipped(tours.skipped(), yard, collected, findings);
    return findings.verdict();
  }

  private static void skipped(
      List<WasteTours.Skipped> skipped, WasteYard yard, Set<String> collected, Findings findings) {
    for (int s = 0; s < skipped.size(); s++) {
      String id = skipped.get(s).container();
      findings.require(
          yard.containers().containsKey(id) && !collected.contains(id),
          "skipped",
          "/skipped/" + s,
          () -> "Container %s is unknown, or collected too.".formatted(id));
    }
  }

  private static LocalDate date(String text, Findings findings) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      findings.require(false, "date", "/date", () -> "'%s' is no date.".formatted(text));
      return LocalDate.EPOCH;
    }
  }
}
