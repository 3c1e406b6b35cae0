package city.nhip.engine.planning;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.TimeWindow;
import java.util.List;
import java.util.Optional;

/**
 * A solved plan with all that a reviewer needs.
 *
 * @param artefact the exact bytes to be published: UTF-8 JSON, the same plan always the same bytes
 * @param summary one or two sentences for an operator
 * @param expected what the figures rest on, place by place; none where the plan itself tells all
 * @param notes further sentences: decisions, skips, assumptions, estimates
 */
public record Proposal(
    byte[] artefact,
    TimeWindow validity,
    String score,
    boolean feasible,
    List<Kpi> kpis,
    List<ConstraintLine> constraints,
    Localized summary,
    List<Localized> notes,
    Optional<Bound> bound,
    List<Expected> expected) {
  public Proposal {
    kpis = List.copyOf(kpis);
    constraints = List.copyOf(constraints);
    notes = List.copyOf(notes);
    expected = List.copyOf(expected);
  }
}
