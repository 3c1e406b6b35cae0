package city.nhip.engine.planning.signals.day;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.planning.signals.HcmDelay;
import city.nhip.engine.planning.signals.SignalPlan;
import city.nhip.engine.planning.signals.SignalSolver;
import city.nhip.engine.planning.signals.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Cuts the day, searches a plan for each period's mean traffic, and then lets every plan found and
 * the fixed one play every period's own traffic to choose what runs where.
 */
final class DaySolver {
  /** Of the time, until the searches have had theirs; the rest is for playing the day. */
  private static final double SEARCH = 0.7;

  /** While plans change all traffic is taken to lose twice as much, for this many seconds. */
  private static final double CHANGING = 180;

  /** Of one search, ns. */
  private static final long SHORTEST = 200_000_000;

  private final DayPlan given;
  private final SolveLimits limits;
  private final SolveControl control;
  private final DayTraffic traffic;
  private final long began = System.nanoTime();
  private long evaluations;

  private DaySolver(DayPlan given, SolveLimits limits, SolveControl control) {
    this.given = given;
    this.limits = limits;
    this.control = control;
    this.traffic = new DayTraffic(given.problem());
  }

  static Solved<DayPlan> solve(DayPlan given, SolveLimits limits, SolveControl control) {
    return new DaySolver(given, limits, control).solved();
  }

  private Solved<DayPlan> solved() {
    DayPlan.Problem problem = given.problem();
    List<Integer> borders = Borders.of(problem.counts(), new HcmDelay(problem.zone()));
    List<List<Timing>> found = new ArrayList<>();
    for (int span : busiestFirst(borders)) {
      if (!control.cancelled()) {
        found.add(search(borders, span, found));
      }
    }
    DayPlan plan = control.cancelled() ? given : better(chosen(borders, found));
    DayScore score = score(plan, DayPlan.borders(List.of(plan)));
    control.improved(() -> DayArtefact.encode(plan), score.toString());
    return new Solved<>(
        plan,
        score.toString(),
        score.feasible(),
        evaluations,
        Duration.ofNanos(System.nanoTime() - began));
  }

  /** Where most is to be won; the others then start from what was found there. */
  private List<Integer> busiestFirst(List<Integer> borders) {
    Map<Integer, Double> traffic = new HashMap<>();
    for (int span = 0; span + 1 < borders.size(); span++) {
      traffic.put(
          span,
          DayCounts.sum(given.problem().counts().mean(borders.get(span), borders.get(span + 1))));
    }
    return traffic.keySet().stream()
        .sorted(Comparator.comparing(span -> -traffic.getOrDefault(span, 0.0)))
        .toList();
  }

  /** Starts with the best of what is known, with shorter and longer cycles too. */
  private List<Timing> search(List<Integer> borders, int span, List<List<Timing>> found) {
    int from = borders.get(span);
    int to = borders.get(span + 1);
    SignalPlan start = traffic.usual(from, to).with(given.at((from + to) / 2));
    List<List<Timing>> known = new ArrayList<>(found);
    known.add(start.timings());
    for (List<Timing> one : List.copyOf(known)) {
      known.addAll(OtherCycles.of(start.network().intersections(), one));
    }
    long least = start.played().cost();
    for (List<Timing> one : known) {
      SignalPlan instead = start.with(one);
      long cost = instead.broken() > 0 ? Long.MAX_VALUE : instead.played().cost();
      if (cost < least) {
        start = instead;
        least = cost;
      }
    }
    Solved<SignalPlan> solved =
        SignalSolver.solve(
            start, share(borders.size() - 1 - found.size()), quietly(), plan -> new byte[0]);
    evaluations += solved.evaluations();
    return solved.plan().timings();
  }

  /** Of what is left of the searches' time, or of all evaluations. */
  private SolveLimits share(int left) {
    long gone = System.nanoTime() - began;
    Optional<Duration> time =
        limits
            .time()
            .map(
                all ->
                    Duration.ofNanos(
                        Math.max(SHORTEST, ((long) (SEARCH * all.toNanos()) - gone) / left)));
    OptionalLong most =
        limits.evaluations().isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(Math.max(1, (limits.evaluations().getAsLong() - evaluations) / left));
    return new SolveLimits(time, most, limits.seed(), limits.threads());
  }

  /** One period's plan is no plan for the day: the search is heard only when it is to stop. */
  private SolveControl quietly() {
    return new SolveControl() {
      @Override
      public boolean cancelled() {
        return control.cancelled();
      }

      @Override
      public void improved(Supplier<byte[]> artefact, String score) {}
    };
  }

  /** Or the plan given, played over the same spans: a search that had little time may find less. */
  private DayPlan better(DayPlan plan) {
    List<Integer> borders = DayPlan.borders(List.of(plan, given));
    DayScore before = score(given, borders);
    return before.feasible() && before.cost() < score(plan, borders).cost() ? given : plan;
  }

  private DayScore score(DayPlan plan, List<Integer> borders) {
    return DayScore.of(plan, DayFigures.of(plan, borders, traffic), traffic);
  }

  private DayPlan chosen(List<Integer> borders, List<List<Timing>> found) {
    List<List<Timing>> plans = new ArrayList<>(found);
    plans.add(given.problem().zone().today());
    int spans = borders.size() - 1;
    double[][] cost = new double[spans][plans.size()];
    double[] rate = new double[spans];
    for (int span = 0; span < spans; span++) {
      int from = borders.get(span);
      int to = borders.get(span + 1);
      for (int plan = 0; plan < plans.size(); plan++) {
        cost[span][plan] = traffic.play(from, to, plans.get(plan)).cost();
      }
      rate[span] = Arrays.stream(cost[span]).min().orElse(0) / ((to - from) * DayCounts.SECONDS);
    }
    double[] price = new double[spans];
    for (int span = 0; span < spans; span++) {
      price[span] = CHANGING * (rate[(span + spans - 1) % spans] + rate[span]) / 2;
    }
    List<List<Timing>> timings = new ArrayList<>();
    for (int plan : PlanChoice.best(cost, price)) {
      timings.add(plans.get(plan));
    }
    return DayPlan.of(given.problem(), borders, timings);
  }
}
