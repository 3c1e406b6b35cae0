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
import java.util.TreeSet;

/**
 * What the rules found, put on the measured flows.
 *
 * @param vehiclesPerHour an approach's measured flow, or the found one where that is higher
 * @param saturationFactor what rain leaves of the saturation flow, 0.5 to 1
 * @param spilling approaches with a queue back into the intersection behind
 */
record SignalFindings(
    Map<String, Double> vehiclesPerHour,
    double saturationFactor,
    Set<String> spilling,
    Set<String> congested,
    Set<String> filled) {

  static SignalFindings of(PlanningContext context, CityFlows flows) {
    Map<String, Double> vehicles = new LinkedHashMap<>(flows.vehiclesPerHour());
    Set<String> spilling = new TreeSet<>();
    Set<String> congested = new TreeSet<>();
    double factor = 1;
    for (Finding finding : context.known()) {
      if (context.now().isBefore(finding.from()) || !context.now().isBefore(finding.until())) {
        continue;
      }
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
        default -> {}
      }
    }
    return new SignalFindings(vehicles, factor, spilling, congested, flows.filled());
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
            2400));
  }

  List<Localized> notes(double unitsPerVehicle) {
    List<Localized> notes = new ArrayList<>();
    notes.add(
        new Localized(
            String.format(
                Locale.ROOT,
                "Một xe đếm được quy đổi thành %.2f đơn vị xe con (giao thông hỗn hợp nhiều xe máy).",
                unitsPerVehicle),
            String.format(
                Locale.ROOT,
                "One counted vehicle is taken as %.2f passenger car units (mixed traffic, many motorcycles).",
                unitsPerVehicle)));
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
