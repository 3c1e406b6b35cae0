package city.nhip.engine.draft;

import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.ConstraintLine;
import city.nhip.engine.planning.Expected;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.safety.SafetyVerdict;
import city.nhip.engine.schedule.Schedule;
import java.util.List;

/**
 * What a try came to.
 *
 * @param review its figures stand beside those of the plan that it started from, under the same
 *     suppositions
 * @param before the plan that it started from, under the same suppositions
 * @param expected what the figures rest on
 * @param evaluations of the solve; 0 where the plan was only scored
 */
record DraftResult(
    String score,
    boolean feasible,
    TimeWindow validity,
    Schedule.Review review,
    SafetyVerdict safety,
    Before before,
    List<Expected> expected,
    long evaluations) {
  /** The same without what its figures rest on: enough for a list. */
  DraftResult brief() {
    return new DraftResult(
        score, feasible, validity, review, safety, before, List.of(), evaluations);
  }

  record Before(String score, boolean feasible, List<ConstraintLine> constraints) {
    static Before of(Proposal proposal) {
      return new Before(proposal.score(), proposal.feasible(), proposal.constraints());
    }
  }
}
