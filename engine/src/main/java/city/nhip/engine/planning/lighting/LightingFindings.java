package city.nhip.engine.planning.lighting;

import city.nhip.engine.planning.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the rules found for a night. Kinds, by what they are about:
 *
 * <ul>
 *   <li>{@code lighting-class-raise} of a zone or group: so many classes brighter (rain, fog);
 *   <li>{@code event}, {@code incident} of a zone or group: so many classes brighter, no easing,
 *       and no light below the class;
 *   <li>{@code dim-allowed} of a zone or group: so many classes darker (quiet streets);
 *   <li>{@code lamp-failure} of a group: so many lamps out beyond those that the city's file knows;
 *   <li>{@code cabinet-cap} of a cabinet: the kW that its feeder may carry, all loads together;
 *   <li>{@code curtailment} of a zone, or of {@code *} for the city: the kW that its lamps may
 *       draw.
 * </ul>
 */
record LightingFindings(List<Finding> all) {
  private static final Set<String> CLASSES =
      Set.of("lighting-class-raise", "event", "incident", "dim-allowed", "lamp-failure");
  private static final Set<String> STRICT = Set.of("event", "incident");

  LightingFindings {
    all = List.copyOf(all);
  }

  /** New ones before carried ones; one that says the same for the same span is kept once. */
  static LightingFindings of(List<Finding> fresh, List<Finding> carried, Instant now) {
    List<Finding> all = new ArrayList<>();
    for (List<Finding> part : List.of(fresh, carried)) {
      for (Finding finding : part) {
        if (CLASSES.contains(finding.kind()) && finding.until().isAfter(now)) {
          boolean known =
              all.stream()
                  .anyMatch(
                      other ->
                          other.kind().equals(finding.kind())
                              && other.asset().equals(finding.asset())
                              && other.value() >= finding.value()
                              && !other.from().isAfter(finding.from())
                              && !other.until().isBefore(finding.until()));
          if (!known) {
            all.add(finding);
          }
        }
      }
    }
    return new LightingFindings(all);
  }

  /** Those about a group, or the zone that it stands in. */
  LightingFindings about(LightingNetwork.Group group) {
    return new LightingFindings(
        all.stream()
            .filter(f -> f.asset().equals(group.id()) || f.asset().equals(group.zone()))
            .toList());
  }

  /**
   * @return lamps out beyond those that the file knows
   */
  int lampsOut() {
    return all.stream()
        .filter(f -> f.kind().equals("lamp-failure"))
        .mapToInt(f -> (int) Math.round(f.value()))
        .max()
        .orElse(0);
  }

  static boolean strict(Finding finding) {
    return STRICT.contains(finding.kind());
  }

  static boolean raises(Finding finding) {
    return strict(finding) || finding.kind().equals("lighting-class-raise");
  }
}
