package city.nhip.engine.planning.signals.day;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.ConstraintLine;
import city.nhip.engine.planning.signals.SignalConstraints;
import city.nhip.engine.planning.signals.SignalPlan;
import city.nhip.engine.planning.signals.Timing;
import java.util.List;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/**
 * A day plan's score: what its plans break, and what the queue model sees of the day, in seconds of
 * delay.
 */
record DayScore(long broken, Load day) {
  static DayScore of(DayPlan plan, DayFigures figures, DayTraffic traffic) {
    SignalPlan any = traffic.usual(0, 1);
    long broken = 0;
    for (List<Timing> timings : plan.plans()) {
      broken += any.with(timings).broken();
    }
    return new DayScore(broken, figures.sum(0, DayCounts.QUARTERS));
  }

  boolean feasible() {
    return broken == 0;
  }

  List<ConstraintLine> lines() {
    return List.of(
        line(
            "site-rules",
            "Mỗi kế hoạch giữ quy định của nút (xung đột, xanh tối thiểu, chu kỳ)",
            "Each plan keeps the sites' rules (conflicts, minimum greens, cycles)",
            "hard",
            broken),
        line("delay", "Thời gian chậm trễ", "Delay", "soft", day.delaySeconds()),
        line(
            "stops",
            "Số lần dừng",
            "Stops",
            "soft",
            SignalConstraints.SECONDS_A_STOP * day.stops()),
        line(
            "blocked-by-queue",
            "Bị hàng chờ chặn",
            "Blocked by a queue ahead",
            "soft",
            SignalConstraints.SECONDS_A_BLOCKED_SECOND * day.blockedSeconds()),
        line(
            "lane-swaps-on-short-streets",
            "Đổi làn cùng lúc trên đoạn ngắn",
            "Lane swaps at once on short streets",
            "soft",
            SignalConstraints.SECONDS_A_SWAP * day.swapsPermille() / 1_000));
  }

  private static ConstraintLine line(String id, String vi, String en, String level, long cost) {
    return new ConstraintLine(
        id, new Localized(vi, en), level, -cost, cost == 0 ? 0 : 1, List.of());
  }

  /**
   * @return delay, and what else counts, in seconds; at least 0
   */
  long cost() {
    return -lines().stream()
        .filter(line -> line.level().equals("soft"))
        .mapToLong(ConstraintLine::score)
        .sum();
  }

  @Override
  public String toString() {
    return HardMediumSoftLongScore.of(-broken, 0, -cost()).toString();
  }
}
