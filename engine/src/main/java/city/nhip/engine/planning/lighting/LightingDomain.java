package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.Asset;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.Measured;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.planning.Supposition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A night of street lighting for the whole city: streets and curtailments cross zones. By day the
 * coming night is planned, at night what is left of it.
 */
@Component
public final class LightingDomain implements PlanningDomain<LightingPlan> {
  static final String SCOPE = "city";

  public LightingDomain() {}

  @Override
  public String name() {
    return "lighting";
  }

  @Override
  public Localized title() {
    return new Localized("Chiếu sáng đường phố", "Street lighting");
  }

  @Override
  public List<Asset> assets(City city) {
    return LightingFiles.find(city)
        .map(files -> LightingAssets.of(files.network()))
        .orElse(List.of());
  }

  @Override
  public String scope(String zone) {
    return SCOPE;
  }

  @Override
  public LightingPlan problem(PlanningContext context) {
    LightingFiles files =
        LightingFiles.find(context.city())
            .orElseThrow(
                () ->
                    new CannotPlan(
                        new Localized(
                            "Thành phố không có tệp chiếu sáng.",
                            "The city has no lighting files.")));
    return NightProblem.of(CityNight.of(context, billed(files, context)));
  }

  /** A what-if may suppose another tariff of the city's file. */
  private static LightingFiles billed(LightingFiles files, PlanningContext context) {
    return context.findings().stream()
        .filter(finding -> finding.kind().equals(LightingSuppositions.TARIFF))
        .findFirst()
        .map(
            finding ->
                new LightingFiles(
                    files.network(),
                    files.calendar(),
                    files.tariffs().select(finding.asset()),
                    files.supplies()))
        .orElse(files);
  }

  @Override
  public Solved<LightingPlan> solve(LightingPlan start, SolveLimits limits, SolveControl control) {
    return CallAnswer.of(start, limits, control)
        .map(answer -> solved(start.solved(answer, Optional.empty()), answer))
        .orElseGet(() -> wholeNight(start, limits, control));
  }

  private Solved<LightingPlan> wholeNight(
      LightingPlan start, SolveLimits limits, SolveControl control) {
    LightingSolution solution =
        LightingSolver.solve(
            start.problem(),
            Optional.of(start.levels()),
            () -> Optional.of(start.least()),
            limits,
            control,
            levels -> encode(start.with(levels)));
    return solved(
        start.solved(solution, HoursIgnored.plan(start, solution, limits, control)), solution);
  }

  private static Solved<LightingPlan> solved(LightingPlan plan, LightingSolution solution) {
    return new Solved<>(
        plan,
        LightingScore.of(plan).toString(),
        solution.feasible(),
        solution.evaluations(),
        solution.elapsed());
  }

  @Override
  public byte[] encode(LightingPlan plan) {
    return LightingArtefact.encode(plan);
  }

  @Override
  public LightingPlan decode(LightingPlan problem, byte[] artefact) {
    LightingArtefact read = LightingArtefact.read(artefact);
    NightGrid grid = problem.setting().grid();
    if (!read.evening().equals(grid.evening().toString())) {
      throw new IllegalArgumentException(
          "/evening is %s, planned is %s. Give a plan of this night."
              .formatted(read.evening(), grid.evening()));
    }
    return problem.with(
        read.levels(problem.setting().network(), grid, problem.setting().past().levels()),
        read.supply(problem.setting().files().supplies(), grid));
  }

  @Override
  public Proposal propose(LightingPlan plan, Optional<LightingPlan> inForce) {
    return LightingProposal.of(plan, inForce);
  }

  @Override
  public List<Supposition> suppositions(City city) {
    return LightingFiles.find(city)
        .map(files -> LightingSuppositions.of(city, files))
        .orElse(List.of());
  }

  @Override
  public Optional<LightingPlan> pin(LightingPlan plan, Set<String> assets) {
    return Optional.of(PinnedGroups.of(plan, assets));
  }

  @Override
  public List<Measured> measure(LightingPlan plan, PlanningContext context) {
    return MeasuredNight.of(plan, context);
  }
}
