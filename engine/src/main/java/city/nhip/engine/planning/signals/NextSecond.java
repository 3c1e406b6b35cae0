package city.nhip.engine.planning.signals;

import city.nhip.engine.city.Localized;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where one second of green would be worth most if another stage of the same intersection gave it:
 * each such exchange is played by the queue model.
 *
 * @param saved delay of all vehicles in the plan's period for each second, passenger car unit
 *     seconds; below 0 where the exchange costs
 */
record NextSecond(IntersectionTiming site, int to, int from, long saved) {
  /** The fullest intersections: where a second counts, and not so many that it takes long. */
  private static final int MOST_SITES = 5;

  /** A vehicle leaves every two seconds, so one alone often changes nothing. */
  private static final int TRIED_SECONDS = 4;

  /** Empty where no stage can give so much. */
  static Optional<NextSecond> best(SignalPlan plan, QueueModel model) {
    long planned = model.play(plan.timings()).delaySeconds();
    List<NextSecond> tried = new ArrayList<>();
    plan.intersections().stream()
        .sorted(Comparator.comparingDouble(it -> -it.worstSaturation()))
        .limit(MOST_SITES)
        .forEach(it -> tryAll(plan, model, it, planned, tried));
    return tried.stream().max(Comparator.comparingLong(NextSecond::saved));
  }

  private static void tryAll(
      SignalPlan plan,
      QueueModel model,
      IntersectionTiming it,
      long planned,
      List<NextSecond> tried) {
    int index = plan.intersections().indexOf(it);
    List<Timing.Green> greens = it.timing().greens();
    for (int from = 0; from < greens.size(); from++) {
      Timing.Green giver = greens.get(from);
      if (giver.seconds() - TRIED_SECONDS < it.site().stages().get(giver.stage()).minimumGreen()) {
        continue;
      }
      for (int to = 0; to < greens.size(); to++) {
        if (to != from) {
          List<Timing> timings = new ArrayList<>(plan.timings());
          timings.set(index, exchanged(it, from, to));
          double saved = planned - model.play(timings).delaySeconds();
          tried.add(
              new NextSecond(
                  it, greens.get(to).stage(), giver.stage(), Math.round(saved / TRIED_SECONDS)));
        }
      }
    }
  }

  private static Timing exchanged(IntersectionTiming it, int from, int to) {
    List<Timing.Green> greens = new ArrayList<>(it.timing().greens());
    greens.set(from, greens.get(from).lasting(greens.get(from).seconds() - TRIED_SECONDS));
    greens.set(to, greens.get(to).lasting(greens.get(to).seconds() + TRIED_SECONDS));
    return Timing.of(it.site(), it.timing().offset(), greens);
  }

  Localized text() {
    Localized gets = StageNames.of(site.site().stages().get(to).id());
    Localized gives = StageNames.of(site.site().stages().get(from).id());
    long seconds = Math.abs(saved);
    return saved > 0
        ? new Localized(
            "Thêm một giây xanh có lợi nhất tại %s: pha %s, lấy của pha %s, bớt %d giây chậm trễ (xe con quy đổi) trong cả kỳ."
                .formatted(site.id(), gets.vi(), gives.vi(), seconds),
            "One more second of green is worth most at %s: stage %s, taken from stage %s, saves %d car-unit-seconds of delay in the period."
                .formatted(site.id(), gets.en(), gives.en(), seconds))
        : new Localized(
            "Không giây xanh nào đáng chuyển ở các nút đông nhất: rẻ nhất tại %s, pha %s lấy của pha %s, thêm %d giây chậm trễ (xe con quy đổi)."
                .formatted(site.id(), gets.vi(), gives.vi(), seconds),
            "No second of green is worth moving at the fullest intersections: the cheapest, at %s, stage %s from stage %s, costs %d car-unit-seconds of delay."
                .formatted(site.id(), gets.en(), gives.en(), seconds));
  }
}
