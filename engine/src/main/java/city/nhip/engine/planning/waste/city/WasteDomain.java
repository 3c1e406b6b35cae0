package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.Asset;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.planning.Supposition;
import city.nhip.engine.planning.waste.WastePlan;
import city.nhip.engine.planning.waste.WasteSolver;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/** Waste collection of the whole city: one fleet, whichever zone asks. */
@Component
public final class WasteDomain implements PlanningDomain<CollectionPlan> {
  /** There is one fleet. */
  static final String SCOPE = "city";

  public WasteDomain() {}

  @Override
  public String name() {
    return "waste";
  }

  @Override
  public Localized title() {
    return new Localized("Thu gom rác", "Waste collection");
  }

  @Override
  public String scope(String zone) {
    return SCOPE;
  }

  @Override
  public CollectionPlan problem(PlanningContext context) {
    if (!CityWaste.found(context.city())) {
      throw new CannotPlan(
          new Localized("Thành phố không có tệp thu gom rác.", "The city has no files on waste."));
    }
    return CollectionProblem.of(context);
  }

  @Override
  public Solved<CollectionPlan> solve(
      CollectionPlan start, SolveLimits limits, SolveControl control) {
    return solve(start, limits, control, System::nanoTime);
  }

  /**
   * @param nanos by which the search's time is limited, in place of the clock
   */
  public Solved<CollectionPlan> solve(
      CollectionPlan start, SolveLimits limits, SolveControl control, LongSupplier nanos) {
    CollectionPlan first = FixedRound.fill(start);
    PinnedTours pins = new PinnedTours(first);
    Solved<WastePlan> solved =
        WasteSolver.solve(
            first.pins().isEmpty() ? first.plan() : pins.held(),
            limits,
            control,
            plan -> encode(pins.released(plan)),
            nanos,
            !start.plan().isEmpty());
    CollectionPlan found = pins.released(solved.plan());
    if (found.pins().isEmpty()) {
      found = SkipReasons.takeIn(found);
    }
    WasteExplanation before = WasteExplanation.of(first);
    WasteExplanation after = WasteExplanation.of(found);
    boolean better = after.score().compareTo(before.score()) >= 0;
    WasteExplanation kept = better ? after : before;
    return new Solved<>(
        better ? found : first,
        kept.score().toString(),
        kept.score().isFeasible(),
        solved.evaluations(),
        solved.elapsed());
  }

  @Override
  public byte[] encode(CollectionPlan plan) {
    return PublishedTours.of(plan).bytes();
  }

  @Override
  public CollectionPlan decode(CollectionPlan problem, byte[] artefact) {
    return problem.with(PublishedTours.orders(WasteArtefact.read(artefact), problem.setting()));
  }

  @Override
  public Proposal propose(CollectionPlan plan, Optional<CollectionPlan> inForce) {
    return WasteProposal.of(plan, inForce, encode(plan));
  }

  @Override
  public Optional<CollectionPlan> pin(CollectionPlan plan, Set<String> assets) {
    return Optional.of(plan.pinned(assets));
  }

  @Override
  public List<Supposition> suppositions(City city) {
    return CityWaste.found(city) ? WasteSuppositions.of(city, CityWaste.read(city)) : List.of();
  }

  @Override
  public List<Asset> assets(City city) {
    return CityWaste.found(city) ? WasteAssets.of(city, CityWaste.read(city)) : List.of();
  }
}
