package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NextSecondTest {
  @Test
  void it_is_worth_most_where_the_main_street_has_too_little_and_what_it_saves_is_true() {
    SignalNetwork network = Crossings.with(1_000, 60);
    Intersection site = network.intersections().get(0);
    List<Timing> timings =
        List.of(
            Timing.of(site, 0, List.of(new Timing.Green(0, 33), new Timing.Green(1, 49))),
            network.today().get(1));
    SignalPlan plan = SignalPlan.today(network).with(timings);

    NextSecond best = NextSecond.best(plan, new QueueModel(plan.graph())).orElseThrow();

    assertThat(best.site().id()).isEqualTo("A");
    assertThat(best.to()).isZero();
    assertThat(best.from()).isEqualTo(1);
    Timing moved = Timing.of(site, 0, List.of(new Timing.Green(0, 37), new Timing.Green(1, 45)));
    long after = plan.with(List.of(moved, timings.get(1))).played().delaySeconds();
    assertThat(best.saved())
        .isPositive()
        .isEqualTo(Math.round((plan.played().delaySeconds() - after) / 4.0));
    assertThat(best.text().en()).contains("worth most at A: stage main, taken from stage side");
  }

  @Test
  void where_every_green_is_at_its_minimum_there_is_none_to_give() {
    SignalNetwork network = Crossings.with(100, 100);
    SignalPlan plan =
        SignalPlan.today(network)
            .with(
                network.intersections().stream()
                    .map(
                        it ->
                            Timing.of(
                                it, 0, List.of(new Timing.Green(0, 8), new Timing.Green(1, 6))))
                    .toList());
    assertThat(NextSecond.best(plan, new QueueModel(plan.graph()))).isEmpty();
  }
}
