package city.nhip.engine.planning;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.reading.ReadingKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of schedule that Nhịp can optimize. An implementation is a Spring bean in a room of its
 * own, stateless and thread-safe; adding one changes no other file.
 *
 * @param <P> the domain's planning solution: the problem, and a plan for it
 */
public interface PlanningDomain<P> {
  /** Stable, lower case: {@code lighting}; also the name of its folder in a city. */
  String name();

  Localized title();

  /** The readings that this domain brings beyond the common ones. */
  default List<ReadingKind> measures() {
    return List.of();
  }

  /** What the map shows of this domain in a city. */
  List<Asset> assets(City city);

  /**
   * What one job plans when a rule asks for a zone: the zone, or more. Requests of one scope
   * coalesce.
   */
  String scope(String zone);

  /**
   * Builds the problem from the city's files, the readings and the findings.
   *
   * @throws CannotPlan where the input is too old, too sparse, or not about this domain
   */
  P problem(PlanningContext context);

  /**
   * Improves the plan that {@code start} holds, or makes one; anytime; one thread per call unless
   * limits allow more.
   */
  Solved<P> solve(P start, SolveLimits limits, SolveControl control);

  /** The exact bytes to publish; the same plan always gives the same bytes. */
  byte[] encode(P plan);

  /**
   * A copy of the problem that holds the artefact's plan as far as it still applies: a checkpoint,
   * an edited plan, the plan in force.
   *
   * @throws IllegalArgumentException with the place and the remedy when the bytes are no such plan
   */
  P decode(P problem, byte[] artefact);

  /** Scores and explains a plan, beside the one in force. */
  Proposal propose(P plan, Optional<P> inForce);

  /** What a person may suppose in a what-if. */
  default List<Supposition> suppositions(City city) {
    return List.of();
  }

  /**
   * A copy of the plan whose next solve leaves the parts of these assets as they are.
   *
   * @return empty where the domain cannot hold parts of a plan
   */
  default Optional<P> pin(P plan, Set<String> assets) {
    return Optional.empty();
  }

  /**
   * What a plan that has run came to, from the readings up to {@code context.now()}.
   *
   * @return a figure for each promise that readings can tell; none where nothing measures it
   */
  default List<Measured> measure(P plan, PlanningContext context) {
    return List.of();
  }
}
