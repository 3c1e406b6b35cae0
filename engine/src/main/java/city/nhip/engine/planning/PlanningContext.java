package city.nhip.engine.planning;

import city.nhip.engine.city.City;
import city.nhip.engine.reading.ReadingJournal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a domain may look at when it builds a problem.
 *
 * @param scope what is planned: a value of {@link PlanningDomain#scope}
 * @param now the city's time; readings observed after it are not looked at
 * @param findings what this job was asked for
 * @param earlier found before it, and not over at {@code now}: nobody asked again, but it still
 *     holds
 * @param planInForce the artefact last acknowledged by the field for this scope
 * @param field what runs there in this and in other domains
 */
public record PlanningContext(
    City city,
    String scope,
    Instant now,
    List<Finding> findings,
    List<Finding> earlier,
    ReadingJournal readings,
    Optional<byte[]> planInForce,
    FieldPlans field) {
  public PlanningContext {
    findings = List.copyOf(findings);
    earlier = List.copyOf(earlier);
  }

  /** Without anything found earlier, or known of other plans in the field. */
  public PlanningContext(
      City city,
      String scope,
      Instant now,
      List<Finding> findings,
      ReadingJournal readings,
      Optional<byte[]> planInForce) {
    this(city, scope, now, findings, List.of(), readings, planInForce, FieldPlans.NONE);
  }

  /** All that was found, new things first. */
  public List<Finding> known() {
    return Stream.concat(findings.stream(), earlier.stream()).toList();
  }
}
