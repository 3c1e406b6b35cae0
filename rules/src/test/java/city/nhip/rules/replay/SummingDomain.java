package city.nhip.rules.replay;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.Asset;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.Kpi;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A made-up domain: its plan loads what was found to be full, its problem knows how much that is.
 */
final class SummingDomain implements PlanningDomain<SummingDomain.Load> {
  record Load(double found, double loaded) {}

  @Override
  public String name() {
    return "tanks";
  }

  @Override
  public Localized title() {
    return new Localized("Bồn", "Tanks");
  }

  @Override
  public List<Asset> assets(City city) {
    return List.of();
  }

  @Override
  public String scope(String zone) {
    return "city";
  }

  @Override
  public Load problem(PlanningContext context) {
    double found = context.findings().stream().mapToDouble(Finding::value).sum();
    if (found > 1_000) {
      throw new CannotPlan(new Localized("Quá nhiều.", "That is too much."));
    }
    return new Load(found, 0);
  }

  @Override
  public Solved<Load> solve(Load start, SolveLimits limits, SolveControl control) {
    return new Solved<>(new Load(start.found(), start.found()), "0", true, 1, Duration.ZERO);
  }

  @Override
  public byte[] encode(Load plan) {
    return String.valueOf(plan.loaded()).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Load decode(Load problem, byte[] artefact) {
    return new Load(
        problem.found(), Double.parseDouble(new String(artefact, StandardCharsets.UTF_8)));
  }

  @Override
  public Proposal propose(Load plan, Optional<Load> inForce) {
    return new Proposal(
        encode(plan),
        new TimeWindow(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)),
        "0",
        true,
        List.of(kpi("loaded", plan.loaded()), kpi("left", plan.found() - plan.loaded())),
        List.of(),
        new Localized("-", "-"),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private static Kpi kpi(String key, double value) {
    return new Kpi(
        key, new Localized(key, key), "%", value, OptionalDouble.empty(), OptionalDouble.empty());
  }
}
