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
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Day plans of a zone's signals, from its detectors' last 24 hours. */
@Component
public final class SignalsDayDomain implements PlanningDomain<DayPlan> {
  /** How long a day plan runs where no newer one comes. */
  private static final Duration VALIDITY = Duration.ofDays(7);

  /** In the middle of the day that was counted. */
  private static final Duration MIDDLE = Duration.ofHours(12);

  public SignalsDayDomain() {}

  @Override
  public String name() {
    return "signals-day";
  }

  @Override
  public Localized title() {
    return new Localized("Kế hoạch ngày của đèn giao thông", "Signal day plans");
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
                DayCounts.measured(context, zone),
                new TimeWindow(context.now(), context.now().plus(VALIDITY)),
                days(context)));
    return context.planInForce().map(bytes -> startFrom(fixed, bytes)).orElse(fixed);
  }

  /** Working days if one was counted, else the weekend. */
  private static List<DayOfWeek> days(PlanningContext context) {
    boolean weekend =
        weekend(context.now().minus(MIDDLE).atZone(context.city().timeZone()).getDayOfWeek());
    return Stream.of(DayOfWeek.values()).filter(day -> weekend(day) == weekend).toList();
  }

  private static boolean weekend(DayOfWeek day) {
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
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
