package city.nhip.engine.planning.lighting;

import city.nhip.engine.planning.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the rules found for a night. A finding is about a group, or about the zone, cabinet, section
 * or street that groups belong to. Kinds:
 *
 * <ul>
 *   <li>{@code lighting-class-raise}: so many classes brighter (rain, traffic);
 *   <li>{@code event}, {@code incident}: so many classes brighter, no easing, and no light below
 *       the class;
 *   <li>{@code dim-allowed}: so many classes darker (quiet streets);
 *   <li>{@code lamps-failed} of a group: so many lamps out beyond those that the city's file knows;
 *   <li>{@code cabinet-dark} of a cabinet: all its lamps are out;
 *   <li>{@code cabinet-full} of a cabinet: it cannot carry the brighter classes that are asked, so
 *       they are let go there. Found by the planning of each night itself, never carried on;
 *   <li>{@code cabinet-cap} of a cabinet: the kW that its feeder may carry, all loads together;
 *   <li>{@code cabinet-cap-drop} of a cabinet: the share of its cap that is lost, %;
 *   <li>{@code tariff}: the tariff of the city's file that is taken to bill it;
 *   <li>{@code curtailment} of a zone, or of the city: the share of its load to shed, %; 0 ends a
 *       call.
 * </ul>
 */
record LightingFindings(List<Finding> all) {
  private static final Set<String> CLASSES =
      Set.of(
          "lighting-class-raise",
          "event",
          "incident",
          "dim-allowed",
          "lamps-failed",
          "cabinet-dark");

  /** See above. */
  static final String FULL = "cabinet-full";

  private static final int ALL_LAMPS = 1_000;
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
          if (all.stream().noneMatch(other -> covers(other, finding))) {
            all.add(finding);
          }
        }
      }
    }
    return new LightingFindings(all);
  }

  /** Whether one asks for as much of the same, for as long; {@code *} is the whole city. */
  static boolean covers(Finding one, Finding other) {
    return one.kind().equals(other.kind())
        && (one.asset().equals(other.asset()) || one.asset().equals("*"))
        && one.value() >= other.value()
        && !one.from().isAfter(other.from())
        && !one.until().isBefore(other.until());
  }

  LightingFindings with(List<Finding> more) {
    List<Finding> both = new ArrayList<>(all);
    both.addAll(more);
    return new LightingFindings(both);
  }

  /** Those about a group, or what it belongs to. */
  LightingFindings about(LightingNetwork.Group group) {
    return new LightingFindings(
        all.stream()
            .filter(
                f ->
                    List.of(
                            group.id(),
                            group.zone(),
                            group.cabinet(),
                            group.section(),
                            group.street())
                        .contains(f.asset()))
            .toList());
  }

  /**
   * @return lamps out beyond those that the file knows
   */
  int lampsOut() {
    return all.stream()
        .filter(f -> f.kind().equals("lamps-failed") || f.kind().equals("cabinet-dark"))
        .mapToInt(f -> f.kind().equals("cabinet-dark") ? ALL_LAMPS : (int) Math.round(f.value()))
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
