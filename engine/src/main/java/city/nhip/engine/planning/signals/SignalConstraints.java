package city.nhip.engine.planning.signals;

import static org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ONE_HARD;
import static org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ONE_SOFT;

import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.Joiners;

/** What a signal plan must keep, should keep, and is measured by. */
public final class SignalConstraints implements ConstraintProvider {
  static final String CONFLICTING_GROUPS = "conflicting-groups";
  static final String MINIMUM_GREEN = "minimum-green";
  static final String CYCLE_RANGE = "cycle-range";
  static final String CYCLE_SUM = "cycle-sum";
  static final String GROUP_SERVED = "group-served";
  static final String FIRST_STAGE = "transition";
  static final String COMMON_CYCLE = "common-cycle";
  static final String YELLOW_TRAP = "yellow-trap";
  static final String SATURATION = "degree-of-saturation";
  static final String DELAY = "delay";
  static final String STOPS = "stops";
  static final String BLOCKED = "blocked-by-queue";
  static final String SWAPS = "lane-swaps-on-short-streets";

  /** Seconds of delay that one stop costs: braking and speeding up are no part of the queue. */
  public static final int SECONDS_A_STOP = 6;

  /** Seconds of delay that one second of a lane held by a full one costs. */
  public static final int SECONDS_A_BLOCKED_SECOND = 1;

  /** Seconds of delay that a pair costs which may hold each other for good. */
  public static final int SECONDS_A_SWAP = 20_000;

  /** Seconds of delay that a thousandth of saturation over the limit costs, beside its queue. */
  static final int SECONDS_A_PERMILLE = 5;

  public SignalConstraints() {}

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {
      conflictingGroups(factory),
      minimumGreen(factory),
      cycleRange(factory),
      cycleSum(factory),
      groupServed(factory),
      firstStage(factory),
      yellowTrap(factory),
      commonCycle(factory),
      saturation(factory),
      delay(factory),
      stops(factory),
      blocked(factory),
      swaps(factory)
    };
  }

  Constraint conflictingGroups(ConstraintFactory factory) {
    return factory
        .forEach(IntersectionTiming.class)
        .filter(it -> !it.site().shownTogether(it.timing()).isEmpty())
        .penalizeLong(ONE_HARD, it -> it.site().shownTogether(it.timing()).size())
        .justifyWith((it, score) -> new SignalReason.Conflicting(it.id(), it.site(), it.timing()))
        .asConstraint(CONFLICTING_GROUPS);
  }

  Constraint minimumGreen(ConstraintFactory factory) {
    return factory
        .forEach(IntersectionTiming.class)
        .flattenLast(SignalConstraints::running)
        .filter(green -> green.missing() > 0)
        .penalizeLong(ONE_HARD, RunningStage::missing)
        .justifyWith((green, score) -> new SignalReason.GreenTooShort(green))
        .asConstraint(MINIMUM_GREEN);
  }

  Constraint cycleRange(ConstraintFactory factory) {
    return factory
        .forEach(IntersectionTiming.class)
        .filter(it -> it.site().outsideRange(it.timing().cycle()) > 0)
        .penalizeLong(ONE_HARD, it -> it.site().outsideRange(it.timing().cycle()))
        .justifyWith(
            (it, score) ->
                new SignalReason.CycleOutOfRange(it.id(), it.site(), it.timing().cycle()))
        .asConstraint(CYCLE_RANGE);
  }

  Constraint cycleSum(ConstraintFactory factory) {
    return factory
        .forEach(IntersectionTiming.class)
        .filter(it -> sumMiss(it) > 0)
        .penalizeLong(ONE_HARD, SignalConstraints::sumMiss)
        .justifyWith((it, score) -> new SignalReason.SumMissed(it.id(), sumMiss(it)))
        .asConstraint(CYCLE_SUM);
  }

  Constraint groupServed(ConstraintFactory factory) {
    return factory
        .forEach(IntersectionTiming.class)
        .filter(it -> !it.site().unserved(it.timing()).isEmpty())
        .penalizeLong(ONE_HARD, it -> it.site().unserved(it.timing()).size())
        .justifyWith((it, score) -> new SignalReason.NotServed(it.id(), it.site(), it.timing()))
        .asConstraint(GROUP_SERVED);
  }

  Constraint firstStage(ConstraintFactory factory) {
    return factory
        .forEach(IntersectionTiming.class)
        .filter(it -> it.site().startsElsewhere(it.timing()))
        .penalizeLong(ONE_HARD, it -> 1)
        .justifyWith((it, score) -> new SignalReason.StartsElsewhere(it.id(), it.site()))
        .asConstraint(FIRST_STAGE);
  }

  Constraint yellowTrap(ConstraintFactory factory) {
    return factory
        .forEach(IntersectionTiming.class)
        .filter(it -> !it.site().newYellowTraps(it.timing()).isEmpty())
        .penalizeLong(ONE_HARD, it -> it.site().newYellowTraps(it.timing()).size())
        .justifyWith((it, score) -> new SignalReason.Trapped(it.id(), it.site(), it.timing()))
        .asConstraint(YELLOW_TRAP);
  }

  Constraint commonCycle(ConstraintFactory factory) {
    return factory
        .forEachUniquePair(IntersectionTiming.class, Joiners.equal(it -> it.site().coordination()))
        .filter(
            (one, other) ->
                !one.site().coordination().isEmpty()
                    && one.timing().cycle() != other.timing().cycle())
        .penalizeLong(
            ONE_HARD, (one, other) -> Math.abs(one.timing().cycle() - other.timing().cycle()))
        .justifyWith((one, other, score) -> new SignalReason.CyclesDiffer(one.id(), other.id()))
        .asConstraint(COMMON_CYCLE);
  }

  Constraint saturation(ConstraintFactory factory) {
    return factory
        .forEach(IntersectionTiming.class)
        .filter(it -> it.excessSaturation() > 0)
        .penalizeLong(ONE_SOFT, it -> SECONDS_A_PERMILLE * it.excessSaturation())
        .justifyWith((it, score) -> new SignalReason.Saturated(it.id(), it.worstSaturation()))
        .asConstraint(SATURATION);
  }

  Constraint delay(ConstraintFactory factory) {
    return factory
        .forEach(QueueOutcome.class)
        .penalizeLong(ONE_SOFT, traffic -> traffic.outcome().delaySeconds())
        .justifyWith((traffic, score) -> new SignalReason.Delayed(traffic.outcome().delaySeconds()))
        .asConstraint(DELAY);
  }

  Constraint stops(ConstraintFactory factory) {
    return factory
        .forEach(QueueOutcome.class)
        .penalizeLong(ONE_SOFT, traffic -> SECONDS_A_STOP * traffic.outcome().stops())
        .justifyWith((traffic, score) -> new SignalReason.Stopped(traffic.outcome().stops()))
        .asConstraint(STOPS);
  }

  Constraint blocked(ConstraintFactory factory) {
    return factory
        .forEach(QueueOutcome.class)
        .filter(traffic -> traffic.outcome().blockedSeconds() > 0)
        .penalizeLong(
            ONE_SOFT, traffic -> SECONDS_A_BLOCKED_SECOND * traffic.outcome().blockedSeconds())
        .justifyWith(
            (traffic, score) -> new SignalReason.Blocked(traffic.outcome().blockedSeconds()))
        .asConstraint(BLOCKED);
  }

  Constraint swaps(ConstraintFactory factory) {
    return factory
        .forEach(QueueOutcome.class)
        .filter(traffic -> traffic.outcome().swapsPermille() > 0)
        .penalizeLong(
            ONE_SOFT, traffic -> SECONDS_A_SWAP * traffic.outcome().swapsPermille() / 1000)
        .justifyWith(
            (traffic, score) -> new SignalReason.Swapped(traffic.outcome().swapsPermille()))
        .asConstraint(SWAPS);
  }

  private static Iterable<RunningStage> running(IntersectionTiming it) {
    return it.timing().greens().stream()
        .map(
            green ->
                new RunningStage(it.id(), it.site().stages().get(green.stage()), green.seconds()))
        .toList();
  }

  private static int sumMiss(IntersectionTiming it) {
    Timing summed = Timing.of(it.site(), it.timing().offset(), it.timing().greens());
    return Math.abs(summed.cycle() - it.timing().cycle());
  }

  /** One stage that runs, with its green. */
  record RunningStage(String intersection, Stage stage, int seconds) {
    int missing() {
      return Math.max(0, stage.minimumGreen() - seconds);
    }
  }
}
