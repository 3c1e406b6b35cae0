package city.nhip.engine.planning.lighting;

import static org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore.ONE_HARD;
import static org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore.ONE_SOFT;

import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.Joiners;

/**
 * What a night must keep (hard, counted in slots or rows that break it) and what it costs (soft,
 * mVND). This is the authoritative score.
 */
public final class NightConstraints implements ConstraintProvider {
  public static final String FLOOR = "floor";
  public static final String FIXED = "fixed";
  public static final String RAMP = "ramp";
  public static final String DWELL = "dwell";
  public static final String CHANGES = "changes";
  public static final String ADJACENCY = "adjacency";
  public static final String JUNCTION = "junction";
  public static final String CABINET = "cabinet";
  public static final String CURTAILMENT = "curtailment";
  public static final String BUDGET = "budget";
  public static final String ENERGY = "energy-and-carbon";
  public static final String SWITCHING = "switching";
  public static final String SHORTFALL = "light-below-class";
  public static final String STABILITY = "stability";

  public NightConstraints() {}

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {
      floor(factory),
      fixed(factory),
      ramp(factory),
      dwell(factory),
      changes(factory),
      adjacency(factory),
      junction(factory),
      cabinet(factory),
      curtailment(factory),
      budget(factory),
      energy(factory),
      switching(factory),
      shortfall(factory),
      stability(factory)
    };
  }

  Constraint floor(ConstraintFactory factory) {
    return broken(factory, FLOOR, ProgramFaults::belowFloor);
  }

  /** The past, and what an override holds. */
  Constraint fixed(ConstraintFactory factory) {
    return broken(factory, FIXED, ProgramFaults::forbidden);
  }

  Constraint ramp(ConstraintFactory factory) {
    return broken(factory, RAMP, ProgramFaults::tooSteep);
  }

  Constraint dwell(ConstraintFactory factory) {
    return broken(factory, DWELL, ProgramFaults::tooShort);
  }

  Constraint changes(ConstraintFactory factory) {
    return broken(factory, CHANGES, ProgramFaults::tooMany);
  }

  Constraint adjacency(ConstraintFactory factory) {
    return exceeded(factory, ADJACENCY);
  }

  Constraint junction(ConstraintFactory factory) {
    return exceeded(factory, JUNCTION);
  }

  Constraint cabinet(ConstraintFactory factory) {
    return exceeded(factory, CABINET);
  }

  Constraint curtailment(ConstraintFactory factory) {
    return exceeded(factory, CURTAILMENT);
  }

  Constraint budget(ConstraintFactory factory) {
    return exceeded(factory, BUDGET);
  }

  Constraint energy(ConstraintFactory factory) {
    return costing(factory, ENERGY, ProgramCosts::energy);
  }

  Constraint switching(ConstraintFactory factory) {
    return costing(factory, SWITCHING, ProgramCosts::switching);
  }

  Constraint shortfall(ConstraintFactory factory) {
    return costing(factory, SHORTFALL, ProgramCosts::shortfall);
  }

  /** Further costs of levels: what leaving the plan in force weighs. */
  Constraint stability(ConstraintFactory factory) {
    return costing(factory, STABILITY, ProgramCosts::further);
  }

  private static Constraint broken(
      ConstraintFactory factory, String name, ToIntFunction<GroupProgram> faults) {
    return factory
        .forEach(GroupProgram.class)
        .filter(group -> faults.applyAsInt(group) > 0)
        .penalizeLong(ONE_HARD, faults::applyAsInt)
        .asConstraint(name);
  }

  private static Constraint exceeded(ConstraintFactory factory, String kind) {
    return factory
        .forEach(LimitShare.class)
        .filter(share -> share.kind().equals(kind))
        .join(GroupProgram.class, Joiners.equal(LimitShare::group, GroupProgram::index))
        .groupBy((share, group) -> share.limit(), new BrokenRows())
        .filter((limit, rows) -> rows > 0)
        .penalizeLong(ONE_HARD, (limit, rows) -> rows)
        .asConstraint(kind);
  }

  private static Constraint costing(
      ConstraintFactory factory, String name, ToLongFunction<GroupProgram> cost) {
    return factory
        .forEach(GroupProgram.class)
        .filter(group -> cost.applyAsLong(group) != 0)
        .penalizeLong(ONE_SOFT, cost::applyAsLong)
        .asConstraint(name);
  }
}
