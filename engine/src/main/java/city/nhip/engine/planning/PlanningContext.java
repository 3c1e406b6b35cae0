package city.nhip.engine.planning;

import city.nhip.engine.city.City;
import city.nhip.engine.reading.ReadingJournal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a domain may look at when it builds a problem.
 *
 * @param scope what is planned: a value of {@link PlanningDomain#scope}
 * @param now the city's time; readings observed after it are not looked at
 * @param planInForce the artefact last acknowledged by the field for this scope
 */
public record PlanningContext(
    City city,
    String scope,
    Instant now,
    List<Finding> findings,
    ReadingJournal readings,
    Optional<byte[]> planInForce) {
  public PlanningContext {
    findings = List.copyOf(findings);
  }
}
