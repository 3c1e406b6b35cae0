package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TryoutTest {
  private static final int RUNS = 300;

  private final SignalNetwork network = Crossings.with(700, 300);
  private final SignalPlan start = SignalPlan.today(network);
  private final List<Timing> today = network.today();
  private final List<Timing> slower =
      IntStream.range(0, today.size())
          .mapToObj(site -> today.get(site).rescaled(network.intersections().get(site), 120))
          .toList();

  /** A street that does what the queue model says. */
  private final Microsimulation queues =
      (plan, from, to) ->
          IntStream.range(from, to)
              .mapToObj(run -> new QueueModel(network).play(plan).delaySeconds() + run / 100.0)
              .map(delay -> new Microsimulation.Run(delay, 0, -1))
              .toList();

  /** On a street that knows the two plans above and has 500 s for all others. */
  private List<Timing> champion(ToDoubleBiFunction<List<Timing>, Integer> seconds) {
    Microsimulation street =
        (plan, from, to) ->
            IntStream.range(from, to)
                .mapToObj(
                    run ->
                        plan.equals(today) || plan.equals(slower)
                            ? seconds.applyAsDouble(plan, run)
                            : 500.0)
                .map(delay -> new Microsimulation.Run(delay, 0, -1))
                .toList();
    return champion(street, List.of(today, slower));
  }

  private List<Timing> champion(Microsimulation street, List<List<Timing>> finalists) {
    return new Tryout(start, street, 1, new Tryout.Limit(RUNS, Long.MAX_VALUE, () -> false))
        .champion(finalists, Optional.empty());
  }

  @Test
  void whoever_loses_least_time_on_the_street_wins() {
    assertThat(champion((plan, run) -> plan.equals(slower) ? 29 : 30)).isEqualTo(slower);
    assertThat(champion((plan, run) -> plan.equals(slower) ? 31 : 30)).isEqualTo(today);
  }

  @Test
  void a_plan_that_gridlocks_now_and_then_loses_to_a_slower_one() {
    assertThat(champion((plan, run) -> plan.equals(slower) ? 33 : run % 6 == 5 ? 700 : 25))
        .isEqualTo(slower);
  }

  /** One that is caught in one run of eight leaves it behind in the first rounds, which see two. */
  @Test
  void a_plan_whose_greens_never_end_early_stays_known_whatever_it_loses_at_first() {
    SignalPlan early = SignalPlan.today(network.gapOut(true));
    List<Timing> kept = today.stream().map(Timing::kept).toList();
    Microsimulation street =
        (plan, from, to) ->
            IntStream.range(from, to)
                .mapToObj(
                    run ->
                        plan.equals(kept)
                            ? new Microsimulation.Run(33, 0, -1)
                            : new Microsimulation.Run(25, run % 8 == 7 ? 600 : 0, -1))
                .toList();
    Tryout.Limit limit = new Tryout.Limit(RUNS, Long.MAX_VALUE, () -> false);

    List<Timing> champion =
        new Tryout(early, street, 1, limit)
            .champion(List.of(early.timings(), slower), Optional.of(kept));

    assertThat(champion).isEqualTo(kept);
  }

  @Test
  void a_plan_that_has_not_played_is_never_champion() {
    List<Timing> kept = today.stream().map(Timing::kept).toList();
    for (int runs = 1; runs < 60; runs++) {
      List<List<Timing>> played = new ArrayList<>();
      Microsimulation street =
          (plan, from, to) -> {
            played.add(plan);
            return queues.runs(plan, from, to);
          };
      Tryout.Limit limit = new Tryout.Limit(runs, Long.MAX_VALUE, () -> false);

      assertThat(
              new Tryout(start, street, 1, limit)
                  .champion(List.of(today, slower), Optional.of(kept)))
          .isIn(played);
    }
  }

  @Test
  void the_intersection_that_got_stuck_is_eased() {
    int least = today.get(1).cycle() * 6 / 5;
    Microsimulation street =
        (plan, from, to) ->
            IntStream.range(from, to)
                .mapToObj(
                    run ->
                        run % 6 == 5 && plan.get(1).cycle() < least
                            ? new Microsimulation.Run(40, 600, 1)
                            : new Microsimulation.Run(25 + plan.get(1).cycle() / 20.0, 0, -1))
                .toList();

    assertThat(champion(street, List.of(today)).get(1).cycle()).isGreaterThanOrEqualTo(least);
  }

  @Test
  void where_vehicles_meet_between_intersections_greens_no_longer_end_early() {
    SignalPlan early = SignalPlan.today(network.gapOut(true));
    Microsimulation street =
        (plan, from, to) ->
            IntStream.range(from, to)
                .mapToObj(
                    run ->
                        run % 6 == 5 && !plan.get(1).steady()
                            ? new Microsimulation.Run(25, 100, -1)
                            : new Microsimulation.Run(plan.get(1).steady() ? 26 : 25, 0, -1))
                .toList();
    Tryout.Limit limit = new Tryout.Limit(RUNS, Long.MAX_VALUE, () -> false);

    List<Timing> champion =
        new Tryout(early, street, 1, limit).champion(List.of(early.timings()), Optional.empty());

    assertThat(champion.get(1).steady()).isTrue();
  }

  @Test
  void a_plan_apart_is_tried_even_where_time_is_short() {
    SignalPlan early = SignalPlan.today(network.gapOut(true));
    List<Timing> apart = early.timings().stream().map(Timing::kept).toList();
    Microsimulation street =
        (plan, from, to) ->
            IntStream.range(from, to)
                .mapToObj(run -> new Microsimulation.Run(plan.get(1).steady() ? 20 : 25, 0, -1))
                .toList();
    Tryout.Limit few = new Tryout.Limit(12, Long.MAX_VALUE, () -> false);

    List<Timing> champion =
        new Tryout(early, street, 1, few).champion(List.of(early.timings()), Optional.of(apart));

    assertThat(champion).isEqualTo(apart);
  }

  @Test
  void a_change_that_the_street_likes_is_kept() {
    List<Timing> champion = champion(queues, List.of(slower));

    assertThat(queues.runs(champion, 0, 1).get(0).delay())
        .isLessThan(queues.runs(slower, 0, 1).get(0).delay());
  }

  @Test
  void without_time_for_a_run_the_favourite_stays() {
    Tryout.Limit none = new Tryout.Limit(RUNS, System.nanoTime() - 1, () -> false);

    assertThat(
            new Tryout(start, queues, 1, none).champion(List.of(slower, today), Optional.empty()))
        .isEqualTo(slower);
  }

  @Test
  void one_seed_gives_one_plan() {
    assertThat(champion(queues, List.of(today))).isEqualTo(champion(queues, List.of(today)));
  }
}
