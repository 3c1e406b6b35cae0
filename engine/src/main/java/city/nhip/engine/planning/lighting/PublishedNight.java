package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.City;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A published night read back from its bytes, with the prices of its limits. */
@Component
final class PublishedNight {
  private static final int KEPT = 8;

  /** Enough for prices: the plan itself is not searched again. */
  private static final long EVALUATIONS_A_GROUP = 60;

  private final Map<UUID, LightingPlan> priced = new LinkedHashMap<>();

  PublishedNight() {}

  /**
   * @throws IllegalArgumentException when the bytes are no plan of the city's lighting
   */
  static LightingPlan read(byte[] bytes, City city) {
    LightingFiles files =
        LightingFiles.find(city)
            .orElseThrow(
                () -> new IllegalArgumentException("The city has no lighting files. Add them."));
    LightingArtefact artefact = LightingArtefact.read(bytes);
    Night.Usual night = artefact.night();
    NightGrid grid =
        NightGrid.of(night.evening(), city.timeZone(), night.sunset(), night.sunrise());
    byte[][] fallback = NightPast.fallback(files.network(), grid, 0).levels();
    byte[][] levels = artefact.levels(files.network(), grid, fallback);
    int[][] supply = artefact.supply(files.supplies(), grid);
    NightPast past =
        new NightPast(grid.firstAfter(Instant.parse(artefact.plannedFrom())), levels, false);
    LightingFindings findings = new LightingFindings(artefact.causes());
    return NightProblem.of(
            new NightSetting(
                city,
                artefact.scope(),
                files,
                grid,
                findings,
                new LightingFindings(List.of()),
                artefact.powerLimits(),
                past,
                new NightSupply(files.supplies(), supply, grid.slots()),
                List.of()))
        .with(levels, supply);
  }

  /** With a solution whose prices and bound hold; its levels are the published ones. */
  synchronized LightingPlan priced(byte[] bytes, City city) {
    UUID key = UUID.nameUUIDFromBytes(bytes);
    LightingPlan known = priced.get(key);
    if (known != null) {
      return known;
    }
    LightingPlan plan = read(bytes, city);
    LightingSolution solution =
        LightingSolver.solve(
            plan.problem(),
            Optional.of(plan.levels()),
            SolveLimits.ofEvaluations(EVALUATIONS_A_GROUP * plan.levels().length, 1),
            SolveControl.UNWATCHED,
            levels -> bytes);
    LightingPlan with =
        new LightingPlan(
            plan.setting(),
            plan.problem(),
            plan.classes(),
            plan.levels(),
            plan.supply(),
            plan.given(),
            Optional.of(solution),
            Optional.empty());
    if (priced.size() >= KEPT) {
      priced.remove(priced.keySet().iterator().next());
    }
    priced.put(key, with);
    return with;
  }
}
