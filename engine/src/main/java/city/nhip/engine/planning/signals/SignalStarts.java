package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.SolveLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/**
 * Where a search starts: the best of the plan given, today's programs, Webster's timings with all
 * stages and with the fewest, and each intersection timed by itself.
 */
final class SignalStarts {
  /** At each intersection timed by itself. */
  private static final int MOST_CHANGES = 600;

  private SignalStarts() {}

  /** Compared by the queue model alone: each candidate keeps the hard constraints, or is left. */
  static SignalPlan best(SignalPlan given, SolveLimits limits) {
    List<List<Timing>> candidates = new ArrayList<>();
    candidates.add(given.timings());
    if (given.pins().isEmpty()) {
      candidates.add(given.network().today());
      candidates.add(webster(given, false));
      candidates.add(webster(given, true));
      if (given.intersections().size() > 1) {
        candidates.add(oneByOne(given, candidates.get(3), limits));
      }
    }
    DemandSamples samples = DemandSamples.forSearch(given.graph());
    List<Timing> best = candidates.get(0);
    HardMediumSoftLongScore bestScore = SignalScore.of(given, best, samples.play(best));
    for (List<Timing> candidate : candidates.subList(1, candidates.size())) {
      HardMediumSoftLongScore score = SignalScore.of(given, candidate, samples.play(candidate));
      if (score.compareTo(bestScore) > 0) {
        best = candidate;
        bestScore = score;
      }
    }
    return playing(given, best);
  }

  /** The plan under other timings, as the queue model plays it. */
  static SignalPlan playing(SignalPlan given, List<Timing> timings) {
    SignalPlan plan = given.with(timings);
    plan.traffic().become(DemandSamples.forSearch(plan.graph()).play(timings));
    return plan;
  }

  /** A quarter of the evaluations or of the search's time goes into each by itself. */
  private static List<Timing> oneByOne(SignalPlan given, List<Timing> from, SolveLimits limits) {
    long until =
        limits.time().map(time -> System.nanoTime() + time.toNanos() / 10).orElse(Long.MAX_VALUE);
    long share = limits.evaluations().orElse(Long.MAX_VALUE) / 4 / from.size();
    List<Timing> timings =
        OneByOne.timings(
            given.graph(), from, limits.seed(), (int) Math.min(MOST_CHANGES, share), until);
    return together(given.network().intersections(), new ArrayList<>(timings));
  }

  /**
   * @param lean leaves out every stage without which all signals are still served
   */
  static List<Timing> webster(SignalPlan plan, boolean lean) {
    List<LaneLoads> loads = LaneLoads.of(plan.graph());
    List<Intersection> sites = plan.network().intersections();
    List<Timing> timings = new ArrayList<>();
    for (int site = 0; site < sites.size(); site++) {
      Intersection it = sites.get(site);
      List<Integer> stages =
          new ArrayList<>(it.today().greens().stream().map(Timing.Green::stage).toList());
      if (lean) {
        leaveOut(it, stages);
      }
      timings.add(Webster.timing(it, loads.get(site), stages));
    }
    return together(sites, timings);
  }

  /** Gives a coordination group its longest cycle. */
  private static List<Timing> together(List<Intersection> sites, List<Timing> timings) {
    Map<String, Integer> longest = new HashMap<>();
    for (int site = 0; site < sites.size(); site++) {
      longest.merge(sites.get(site).coordination(), timings.get(site).cycle(), Math::max);
    }
    for (int site = 0; site < sites.size(); site++) {
      Intersection it = sites.get(site);
      if (!it.coordination().isEmpty()) {
        int cycle = longest.getOrDefault(it.coordination(), timings.get(site).cycle());
        timings.set(site, timings.get(site).rescaled(it, cycle));
      }
    }
    return timings;
  }

  private static void leaveOut(Intersection site, List<Integer> stages) {
    for (int stage : List.copyOf(stages)) {
      List<Integer> rest = stages.stream().filter(s -> s != stage).toList();
      List<Timing.Green> greens = rest.stream().map(s -> new Timing.Green(s, 1)).toList();
      if (!rest.isEmpty() && site.unserved(new Timing(0, 0, greens)).isEmpty()) {
        stages.remove(Integer.valueOf(stage));
      }
    }
  }
}
