package city.nhip.engine.planning.signals.day;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.Asset;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.planning.signals.ZoneSignals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Plans of a zone's signals for one kind of day, from its detectors' last such day. */
public final class SignalsDayDomain implements PlanningDomain<DayPlan> {
  /** How long a day plan runs where no newer one comes. */
  private static final Duration VALIDITY = Duration.ofDays(7);

  private final DayKind kind;

  private SignalsDayDomain(DayKind kind) {
    this.kind = kind;
  }

  public static SignalsDayDomain ofWorkingDays() {
    return new SignalsDayDomain(DayKind.WORKING_DAYS);
  }

  public static SignalsDayDomain ofWeekends() {
    return new SignalsDayDomain(DayKind.WEEKEND);
  }

  @Override
  public String name() {
    return kind.domain;
  }

  @Override
  public Localized title() {
    return kind.title;
  }

  @Override
  public String scope(String zone) {
    return zone;
  }

  /** The map shows the intersections already, as those of the signals. */
  @Override
  public List<Asset> assets(City city) {
    return List.of();
  }

  @Override
  public DayPlan problem(PlanningContext context) {
    ZoneSignals zone = ZoneSignals.calibrated(context);
    DayPlan fixed =
        DayPlan.fixed(
            new DayPlan.Problem(
                zone,
                context.scope(),
                DayCounts.measured(context, zone, kind),
                new TimeWindow(context.now(), context.now().plus(VALIDITY)),
                kind));
    return context.planInForce().map(bytes -> startFrom(fixed, bytes)).orElse(fixed);
  }

  /** A plan in force that no longer fits the sites is no reason not to plan. */
  private DayPlan startFrom(DayPlan fixed, byte[] artefact) {
    try {
      return decode(fixed, artefact);
    } catch (IllegalArgumentException e) {
      return fixed;
    }
  }

  @Override
  public Solved<DayPlan> solve(DayPlan start, SolveLimits limits, SolveControl control) {
    return DaySolver.solve(start, limits, control);
  }

  @Override
  public byte[] encode(DayPlan plan) {
    return DayArtefact.encode(plan);
  }

  @Override
  public DayPlan decode(DayPlan problem, byte[] artefact) {
    return DayArtefact.decode(problem.problem(), artefact);
  }

  @Override
  public Proposal propose(DayPlan plan, Optional<DayPlan> inForce) {
    return DayProposal.of(plan, inForce);
  }
}
