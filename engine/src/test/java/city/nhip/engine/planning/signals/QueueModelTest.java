package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QueueModelTest {
  private final SignalNetwork network = Crossings.with(700, 300);

  private Timing timing(int site, int main, int side) {
    return Timing.of(
        network.intersections().get(site),
        0,
        List.of(new Timing.Green(0, main), new Timing.Green(1, side)));
  }

  @Test
  void a_model_that_has_played_other_plans_plays_one_as_a_new_model_does() {
    QueueModel used = new QueueModel(network);
    Random random = new Random(1);
    for (int i = 0; i < 40; i++) {
      List<Timing> plan = RandomTimings.of(network, random);
      assertThat(used.play(plan)).isEqualTo(new QueueModel(network).play(plan));
    }
  }

  @Test
  void every_vehicle_is_gone_driving_or_waiting_outside() {
    Outcome outcome = new QueueModel(Crossings.with(2600, 300)).play(network.today());

    assertThat(outcome.due()).isEqualTo(1600);
    assertThat(outcome.gone() + outcome.driving() + outcome.waitingOutside()).isEqualTo(1600);
    assertThat(outcome.waitingOutside()).isPositive();
  }

  @Test
  void green_where_the_traffic_is_costs_less_delay() {
    QueueModel model = new QueueModel(network);

    long fitting = model.play(List.of(timing(0, 26, 12), timing(1, 26, 12))).delaySeconds();
    long upsideDown = model.play(List.of(timing(0, 12, 26), timing(1, 12, 26))).delaySeconds();

    assertThat(fitting).isLessThan(upsideDown / 2);
  }

  @Test
  void a_street_that_is_full_holds_the_vehicles_behind() {
    QueueModel model = new QueueModel(Crossings.with(1400, 100));

    Outcome outcome = model.play(List.of(timing(0, 60, 8), timing(1, 10, 60)));

    assertThat(outcome.blockedSeconds()).isGreaterThan(300);
  }

  @Test
  void greens_that_may_end_early_save_a_quarter_where_hardly_anybody_comes_from_the_side() {
    SignalNetwork quiet = Crossings.with(500, 20);

    long fixed = new QueueModel(quiet).play(quiet.today()).delaySeconds();
    long gapOut = new QueueModel(quiet.gapOut(true)).play(quiet.today()).delaySeconds();

    assertThat(gapOut).isLessThan(fixed * 3 / 4);
  }

  @Test
  void a_plan_that_keeps_all_of_its_greens_never_ends_them_early_and_keeps_to_its_offset() {
    SignalNetwork quiet = Crossings.with(500, 20);
    List<Timing> kept =
        quiet.today().stream()
            .map(
                timing ->
                    new Timing(
                        timing.cycle(),
                        timing.cycle() / 3,
                        timing.greens().stream()
                            .map(green -> new Timing.Green(green.stage(), green.seconds(), 100))
                            .toList()))
            .toList();

    assertThat(new QueueModel(quiet.gapOut(true)).play(kept))
        .isEqualTo(new QueueModel(quiet).play(kept));
  }

  @Test
  void the_delay_of_the_movements_is_the_delay_of_their_sites() {
    QueueModel model = new QueueModel(network);
    Outcome outcome = model.play(network.today());

    double siteA = model.delaySeconds(0) + model.delaySeconds(1);

    assertThat(siteA).isBetween(outcome.siteDelaySeconds().get(0) - 1.0, siteA + 1);
    assertThat(model.crossed(0)).isBetween(300, 350);
  }
}
