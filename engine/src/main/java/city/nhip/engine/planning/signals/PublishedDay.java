package city.nhip.engine.planning.signals;

import city.nhip.engine.files.PlanBytes;
import java.util.List;
import java.util.Optional;

/**
 * A day plan as it is published.
 *
 * @param format {@value #FORMAT}
 * @param validFrom ISO 8601
 * @param validTo ISO 8601
 * @param days on which it runs: {@code MONDAY}; on others the plan for those does, or the fixed
 *     plans
 * @param periods which plan runs when, from 00:00 to 24:00 of the local day
 * @param changes how each intersection comes into step; they follow from the rest
 */
public record PublishedDay(
    String format,
    String scope,
    String validFrom,
    String validTo,
    List<String> days,
    List<Row> periods,
    List<Plan> plans,
    List<Change> changes) {
  public static final String FORMAT = "nhip-signals-day-1";

  /**
   * @param from {@code "05:30"}
   * @param to up to {@code "24:00"}
   */
  public record Row(String from, String to, String plan) {}

  public record Plan(String id, List<PublishedTiming> intersections) {}

  /**
   * @param at {@code "05:30"}; {@code "00:00"} from the day's last plan to its first
   */
  public record Change(String at, List<SiteChange> intersections) {}

  /**
   * @param startSecond of the local day: the old plan ends its cycle; past midnight counted on
   *     where the change is at midnight
   * @param seconds that the cycles take in all
   */
  public record SiteChange(String id, int startSecond, int seconds, List<Cycle> cycles) {}

  public record Cycle(
      int cycleSeconds,
      List<SignalSites.StageGreen> stages,
      List<PublishedTiming.StepPlan> steps) {}

  /**
   * @throws IllegalArgumentException when the bytes are no day plan
   */
  public static PublishedDay read(byte[] bytes) {
    PublishedDay day = PlanBytes.read(bytes, PublishedDay.class, "day plan");
    PlanBytes.require(day.format(), FORMAT);
    return day;
  }

  public Optional<Plan> find(String plan) {
    return plans.stream().filter(it -> it.id().equals(plan)).findFirst();
  }
}
