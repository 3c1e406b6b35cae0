package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Localized;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where a container that somebody asks for would fit: the best place of each truck, ranked, as if
 * it were in no tour yet.
 */
final class WhereItFits {
  private static final int MOST_ASKED = 10;
  private static final int MOST_TRUCKS = 3;

  private WhereItFits() {}

  /** A note for each urgent container that is still to be collected, the fullest first. */
  static List<Localized> of(CollectionPlan plan) {
    CollectionSetting setting = plan.setting();
    return IntStream.range(0, setting.stops().size())
        .boxed()
        .filter(stop -> setting.ofStop(stop).urgent())
        .sorted(Comparator.comparingDouble(stop -> -setting.ofStop(stop).filling().level()))
        .limit(MOST_ASKED)
        .map(stop -> note(plan, stop))
        .toList();
  }

  /** The plan without a stop. */
  static CollectionPlan without(CollectionPlan plan, Integer stop) {
    return plan.with(
        plan.plan().orders().stream()
            .map(order -> order.stream().filter(one -> !Objects.equals(one, stop)).toList())
            .toList());
  }

  private static Localized note(CollectionPlan plan, int stop) {
    CollectionPlan rest = without(plan, stop);
    String id = plan.setting().ofStop(stop).container().id();
    List<Localized> places =
        SkipReasons.ranked(rest, stop).stream()
            .limit(MOST_TRUCKS)
            .map(trial -> place(rest, trial))
            .toList();
    if (places.isEmpty()) {
      return new Localized(
          "%s cần thu gom: không xe nào đang hoạt động nhận loại rác này trên đường này."
              .formatted(id),
          "%s is asked for: no truck in service takes its stream in its street.".formatted(id));
    }
    return new Localized(
        "%s cần thu gom, chỗ hợp nhất trước: %s."
            .formatted(id, places.stream().map(Localized::vi).collect(Collectors.joining("; "))),
        "%s is asked for, the best place first: %s."
            .formatted(id, places.stream().map(Localized::en).collect(Collectors.joining("; "))));
  }

  private static Localized place(CollectionPlan plan, SkipReasons.Trial trial) {
    String truck = plan.setting().ofTruck(trial.truck()).truck().id();
    List<Integer> order = plan.plan().orders().get(trial.truck());
    boolean last = trial.at() == order.size();
    String next = last ? "" : plan.setting().ofStop(order.get(trial.at())).container().id();
    Localized cost =
        trial.possible()
            ? WasteWords.same("+ " + WasteWords.dong(trial.extra()))
            : new Localized(
                "vướng " + trial.obstacle().vi(), "in the way: " + trial.obstacle().en());
    return new Localized(
        "xe %s %s (%s)".formatted(truck, last ? "cuối chuyến" : "trước " + next, cost.vi()),
        "truck %s %s (%s)".formatted(truck, last ? "at the end" : "before " + next, cost.en()));
  }
}
