package city.nhip.engine.planning.signals;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.Supposition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the rules found, put on the measured flows.
 *
 * @param vehiclesPerHour an approach's measured flow, or the found one where that is higher
 * @param saturationFactor what rain leaves of the saturation flow, 0.5 to 1
 * @param lost what an incident takes of an approach's saturation flow, above 0 to 0.9; by approach,
 *     or by intersection for all of its approaches
 * @param spilling approaches with a queue back into the intersection behind
 * @param emergencies approaches on which an emergency vehicle comes
 * @param slowWalkers whether pedestrians need more time than usual
 * @param events people expected, by place
 */
record SignalFindings(
    Map<String, Double> vehiclesPerHour,
    double saturationFactor,
    Map<String, Double> lost,
    Set<String> spilling,
    Set<String> congested,
    Set<String> filled,
    Set<String> emergencies,
    boolean slowWalkers,
    Map<String, Double> events) {
  private static final double MOST_LOST = 0.9;

  /** Of the usual walking speed, where children cross: 0.9 instead of 1.1 m/s. */
  private static final double CHILDRENS_PACE = 0.8;

  /** What ends what was found earlier about the same place. */
  private static final Map<String, String> ENDS =
      Map.of("emergency-corridor", "emergency-passed", "capacity-loss", "incident-cleared");

  static SignalFindings of(PlanningContext context, CityFlows flows) {
    Map<String, Double> vehicles = new LinkedHashMap<>(flows.vehiclesPerHour());
    Map<String, Double> lost = new TreeMap<>();
    Map<String, Double> events = new TreeMap<>();
    Set<String> spilling = new TreeSet<>();
    Set<String> congested = new TreeSet<>();
    Set<String> emergencies = new TreeSet<>();
    boolean slowWalkers = false;
    double factor = 1;
    List<Finding> holding =
        context.known().stream()
            .filter(it -> !context.now().isBefore(it.from()) && context.now().isBefore(it.until()))
            .toList();
    for (Finding finding : holding) {
      switch (finding.kind()) {
        case "congested-approach" -> {
          if (vehicles.computeIfPresent(
                  finding.asset(), (id, flow) -> Math.max(flow, finding.value()))
              != null) {
            congested.add(finding.asset());
          }
        }
        case "rain" -> {
          if (finding.asset().equals(context.scope())) {
            factor = Math.min(factor, Math.max(0.5, Math.min(1, finding.value())));
          }
        }
        case "demand" -> vehicles.replaceAll((id, flow) -> flow * Math.max(0, finding.value()));
        case "spillback" -> spilling.add(finding.asset());
        case "capacity-loss" -> {
          if (finding.value() > 0 && holding.stream().noneMatch(it -> ends(it, finding))) {
            lost.merge(finding.asset(), Math.min(MOST_LOST, finding.value() / 100), Math::max);
          }
        }
        case "emergency-corridor" -> {
          if (holding.stream().noneMatch(it -> ends(it, finding))) {
            emergencies.add(finding.asset());
          }
        }
        case "pedestrian-priority" -> slowWalkers |= finding.asset().equals(context.scope());
        case "event-demand" -> events.merge(finding.asset(), finding.value(), Math::max);
        default -> {}
      }
    }
    return new SignalFindings(
        vehicles,
        factor,
        lost,
        spilling,
        congested,
        flows.filled(),
        emergencies,
        slowWalkers,
        events);
  }

  private static boolean ends(Finding later, Finding begun) {
    return later.kind().equals(ENDS.get(begun.kind()))
        && later.asset().equals(begun.asset())
        && !later.from().isBefore(begun.from());
  }

  /**
   * @param approach {@code <intersection>:<side>}
   * @return what rain and incidents leave of its saturation flow, above 0 to 1
   */
  double saturationFactor(String approach) {
    double gone =
        Math.max(lost.getOrDefault(approach, 0.0), lost.getOrDefault(approach.split(":")[0], 0.0));
    return saturationFactor * (1 - gone);
  }

  /**
   * @param usual of the slowest walker, m/s
   */
  double walkingSpeed(double usual) {
    return slowWalkers ? CHILDRENS_PACE * usual : usual;
  }

  /** What a person may suppose: more traffic, rain, one approach in a jam. */
  static List<Supposition> suppositions(SignalSites file) {
    List<String> approaches =
        file.intersections().stream()
            .flatMap(site -> site.groups().stream())
            .map(SignalSites.Group::approach)
            .filter(approach -> !approach.isEmpty())
            .distinct()
            .sorted()
            .toList();
    return List.of(
        new Supposition(
            "demand",
            new Localized("Lưu lượng tăng 15 %", "Traffic grows by 15 %"),
            List.of(),
            "factor",
            0.2,
            2,
            1.15),
        new Supposition(
            "rain", new Localized("Mưa to", "Heavy rain"), List.of(), "factor", 0.5, 1, 0.8),
        new Supposition(
            "congested-approach",
            new Localized("Một nhánh vào ùn tắc", "One approach is congested"),
            approaches,
            "veh/h",
            0,
            6000,
            2400),
        new Supposition(
            "capacity-loss",
            new Localized("Sự cố trên một nhánh vào", "An incident on one approach"),
            approaches,
            "%",
            0,
            90,
            50),
        new Supposition(
            "emergency-corridor",
            new Localized("Xe ưu tiên tới một nhánh vào", "An emergency vehicle on one approach"),
            approaches,
            "s",
            0,
            600,
            60));
  }

  List<Localized> notes() {
    List<Localized> notes = new ArrayList<>();
    if (!emergencies.isEmpty()) {
      String on = String.join(", ", emergencies);
      notes.add(
          new Localized(
              "Xe ưu tiên đang tới %s: mỗi chu kỳ nhánh này xanh ít nhất %d giây. Tủ đèn tự nhường đường khi xe tới gần."
                  .formatted(on, CityIntersections.EMERGENCY_GREEN),
              "An emergency vehicle comes on %s: it has green for %d s a cycle at least. To let it through when it is near is the controller's part."
                  .formatted(on, CityIntersections.EMERGENCY_GREEN)));
    }
    lost.forEach(
        (place, share) ->
            notes.add(
                new Localized(
                    "Sự cố tại %s: dòng bão hoà giảm %.0f %%.".formatted(place, 100 * share),
                    "Incident at %s: saturation flow is taken at %.0f %% less."
                        .formatted(place, 100 * share))));
    if (slowWalkers) {
      notes.add(
          new Localized(
              "Giờ đưa đón học sinh: người đi bộ có thêm một phần tư thời gian qua đường.",
              "School hours: pedestrians have a quarter more time to clear."));
    }
    events.forEach(
        (place, people) ->
            notes.add(
                new Localized(
                    "Sự kiện %.0f người tại %s: chưa biết họ đi lối nào, kế hoạch dựa vào lưu lượng đếm được."
                        .formatted(people, place),
                    "Event of %.0f people at %s: which way they take is not known; the plan rests on what is counted."
                        .formatted(people, place))));
    if (!congested.isEmpty()) {
      notes.add(
          new Localized(
              "Nhánh ùn tắc: " + String.join(", ", congested) + ".",
              "Congested approaches: " + String.join(", ", congested) + "."));
    }
    if (saturationFactor < 1) {
      notes.add(
          new Localized(
              String.format(Locale.ROOT, "Mưa: dòng bão hòa còn %.0f %%.", 100 * saturationFactor),
              String.format(
                  Locale.ROOT,
                  "Rain: saturation flow is taken at %.0f %%.",
                  100 * saturationFactor)));
    }
    if (!spilling.isEmpty()) {
      notes.add(
          new Localized(
              "Hàng chờ tràn về nút sau trên: " + String.join(", ", spilling) + ".",
              "Queues spill back on: " + String.join(", ", spilling) + "."));
    }
    if (!filled.isEmpty()) {
      notes.add(
          new Localized(
              "Cảm biến im lặng, dùng lưu lượng thường lệ: " + String.join(", ", filled) + ".",
              "Silent detectors, usual flow taken: " + String.join(", ", filled) + "."));
    }
    return notes;
  }
}
