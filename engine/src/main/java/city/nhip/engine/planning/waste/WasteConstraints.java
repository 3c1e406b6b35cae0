package city.nhip.engine.planning.waste;

import static org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ONE_HARD;
import static org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ONE_MEDIUM;
import static org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ONE_SOFT;

import java.util.Arrays;
import java.util.stream.Stream;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.uni.UniConstraintStream;

/** What a collection plan must keep, should keep, and is measured by. */
public final class WasteConstraints implements ConstraintProvider {
  /** Hard: a stop that must be served is left out; counts stops. */
  public static final String UNSERVED = "unserved";

  /** Medium: containers left out that are expected to overflow. */
  public static final String OVERFLOW = "expected-overflow";

  /** Soft: the risk of leaving a container out. */
  public static final String RISK = "overflow-risk";

  public WasteConstraints() {}

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return Stream.of(
            Arrays.stream(HardRule.values()).map(rule -> broken(factory, rule)),
            Stream.of(unserved(factory), overflow(factory), risk(factory)),
            Arrays.stream(CostKind.values()).map(kind -> cost(factory, kind)))
        .flatMap(constraints -> constraints)
        .toArray(Constraint[]::new);
  }

  Constraint broken(ConstraintFactory factory, HardRule rule) {
    return factory
        .forEach(TruckRoute.class)
        .filter(route -> !route.isLeftOut() && route.timeline().broken(rule) > 0)
        .penalizeLong(ONE_HARD, route -> route.timeline().broken(rule))
        .asConstraint(rule.id());
  }

  Constraint unserved(ConstraintFactory factory) {
    return leftOut(factory)
        .filter(planned -> planned.stop().skip().isEmpty())
        .penalizeLong(ONE_HARD, planned -> 1)
        .asConstraint(UNSERVED);
  }

  Constraint overflow(ConstraintFactory factory) {
    return leftOut(factory)
        .filter(planned -> planned.stop().skip().isPresent())
        .penalizeLong(ONE_MEDIUM, planned -> planned.stop().skip().orElseThrow().penalty())
        .asConstraint(OVERFLOW);
  }

  Constraint risk(ConstraintFactory factory) {
    return leftOut(factory)
        .filter(planned -> planned.stop().skip().isPresent())
        .penalizeLong(ONE_SOFT, planned -> planned.stop().skip().orElseThrow().cost())
        .asConstraint(RISK);
  }

  Constraint cost(ConstraintFactory factory, CostKind kind) {
    return factory
        .forEach(TruckRoute.class)
        .filter(route -> !route.isLeftOut() && route.timeline().cost(kind) > 0)
        .penalizeLong(ONE_SOFT, route -> route.timeline().cost(kind))
        .asConstraint(kind.id());
  }

  private static UniConstraintStream<PlannedStop> leftOut(ConstraintFactory factory) {
    return factory
        .forEach(TruckRoute.class)
        .filter(TruckRoute::isLeftOut)
        .flattenLast(TruckRoute::stops);
  }
}
