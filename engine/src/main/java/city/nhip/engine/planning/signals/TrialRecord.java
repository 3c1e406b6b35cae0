package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.List;

/** What all plans that played so far have shown, and what is expected of one of them. */
final class TrialRecord {
  /** What plans alike have shown counts as so many runs of a plan's own. */
  private static final double PRIOR = 60;

  /** And what all plans have shown as so many of those. */
  private static final double FEW = 10;

  /** Cycles that differ by this share at most are alike. */
  private static final double ALIKE = 0.15;

  private final List<TriedPlan> met = new ArrayList<>();

  /** Enters a plan that is about to play. */
  TriedPlan enter(List<Timing> plan) {
    TriedPlan entered = new TriedPlan(plan, new ArrayList<>());
    met.add(entered);
    return entered;
  }

  boolean knows(List<Timing> plan) {
    return met.stream().anyMatch(it -> it.plan().equals(plan));
  }

  long runs() {
    return met.stream().mapToLong(it -> it.runs().size()).sum();
  }

  /** A plan's delay, s/veh, with what it costs that somebody is caught now and then. */
  double expected(TriedPlan it) {
    double caught = 0;
    for (int site = Microsimulation.ELSEWHERE; site < it.plan().size(); site++) {
      caught += caught(it, site);
    }
    return it.clearDelay() + caught;
  }

  /**
   * What it costs a plan's run that somebody is caught inside an intersection, or elsewhere, s/veh.
   * That is seldom seen, so what plans alike have shown counts beside a plan's own runs: one that
   * got through ten runs is no better for certain than one that was caught once in fifty.
   *
   * @param site its index, or {@link Microsimulation#ELSEWHERE}
   */
  double caught(TriedPlan it, int site) {
    double played = FEW;
    double caught = 0;
    double caughtInAll = 0;
    for (TriedPlan other : met) {
      double seconds = other.caughtSeconds(site);
      caughtInAll += seconds;
      if (site == Microsimulation.ELSEWHERE
          ? it.steady().equals(other.steady())
          : alike(it.plan().get(site), other.plan().get(site))) {
        played += other.runs().size();
        caught += seconds;
      }
    }
    double usual = (caught + FEW * caughtInAll / runs()) / played;
    return (it.caughtSeconds(site) + PRIOR * usual) / (it.runs().size() + PRIOR);
  }

  /** Whether an intersection is about as likely to get stuck. */
  private static boolean alike(Timing one, Timing other) {
    return one.steady() == other.steady()
        && Math.abs(one.cycle() - other.cycle()) <= ALIKE * one.cycle()
        && one.greens().stream()
            .map(Timing.Green::stage)
            .toList()
            .equals(other.greens().stream().map(Timing.Green::stage).toList());
  }
}
