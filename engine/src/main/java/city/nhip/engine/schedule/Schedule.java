package city.nhip.engine.schedule;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.Bound;
import city.nhip.engine.planning.ConstraintLine;
import city.nhip.engine.planning.Expected;
import city.nhip.engine.planning.Kpi;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.safety.SafetyVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One schedule with its state.
 *
 * @param version increases with every change of state; guards against two deciders
 * @param artefact the exact bytes that were checked and that would be published
 * @param hash SHA-256 of the artefact when it was stored
 * @param cause the requests that led here, each with its readings' ids
 * @param origin where the plan comes from
 * @param expected what its figures rest on
 */
public record Schedule(
    UUID id,
    String domain,
    String scope,
    ScheduleStatus status,
    int version,
    UUID jobId,
    Instant createdAt,
    TimeWindow validity,
    String score,
    boolean feasible,
    byte[] artefact,
    String hash,
    Review review,
    SafetyVerdict safety,
    List<OptimizationRequest> cause,
    ScheduleOrigin origin,
    List<Expected> expected) {

  /** What a reviewer reads beside the plan. */
  public record Review(
      Localized summary,
      List<Localized> notes,
      List<Kpi> kpis,
      List<ConstraintLine> constraints,
      Optional<Bound> bound) {
    public static Review of(Proposal proposal) {
      return new Review(
          proposal.summary(),
          proposal.notes(),
          proposal.kpis(),
          proposal.constraints(),
          proposal.bound());
    }
  }

  /** The same schedule without its plan. */
  public ScheduleLine line() {
    return new ScheduleLine(
        id, domain, scope, status, version, jobId, createdAt, validity, score, feasible, hash,
        review, safety, cause, origin);
  }

  /** False when the stored bytes are no longer those that were checked. */
  public boolean intact() {
    return ArtefactHash.of(artefact).equals(hash);
  }
}
