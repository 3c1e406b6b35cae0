package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Zone;
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
    return NightProblem.of(CityNight.of(context, files));
  }

  @Override
  public Solved<LightingPlan> solve(LightingPlan start, SolveLimits limits, SolveControl control) {
    LightingSolution solution =
        LightingSolver.solve(
            start.problem(),
            Optional.of(start.levels()),
            limits,
            control,
            levels -> encode(start.with(levels)));
    LightingPlan plan = start.solved(solution, HoursIgnored.plan(start, solution, limits, control));
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
        read.levels(problem.setting().network(), grid, problem.setting().past().levels()));
  }

  @Override
  public Proposal propose(LightingPlan plan, Optional<LightingPlan> inForce) {
    return LightingProposal.of(plan, inForce);
  }

  @Override
  public List<Supposition> suppositions(City city) {
    Optional<LightingFiles> files = LightingFiles.find(city);
    if (files.isEmpty()) {
      return List.of();
    }
    LightingNetwork network = files.get().network();
    List<String> zones = city.zones().stream().map(Zone::id).toList();
    List<String> cabinets = network.cabinets().stream().map(LightingNetwork.Cabinet::id).toList();
    return List.of(
        new Supposition(
            "curtailment",
            new Localized("Điều độ yêu cầu giảm tải", "A call to shed load"),
            zones,
            "%",
            1,
            60,
            10),
        new Supposition(
            "cabinet-cap",
            new Localized("Lộ chịu được ít hơn", "A feeder carries less"),
            cabinets,
            "kW",
            1,
            500,
            10),
        new Supposition(
            "lighting-class-raise",
            new Localized("Cần sáng hơn", "More light is needed"),
            zones,
            "classes",
            1,
            2,
            1),
        new Supposition(
            "cabinet-dark",
            new Localized("Cả tủ mất điện", "A whole cabinet is dark"),
            cabinets,
            "",
            1,
            1,
            1));
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
