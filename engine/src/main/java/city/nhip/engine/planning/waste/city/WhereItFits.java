package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Localized;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Where a container that somebody asks for would fit: the best place of each truck, ranked, as if
 * it were in no tour yet.
 */
final class WhereItFits {
  private static final int MOST_ASKED = 5;
  private static final int MOST_TRUCKS = 3;

  private WhereItFits() {}

  /** A note for each urgent container that is still to be collected. */
  static List<Localized> of(CollectionPlan plan) {
    List<Localized> notes = new ArrayList<>();
    for (int stop = 0; stop < plan.setting().stops().size() && notes.size() < MOST_ASKED; stop++) {
      if (plan.setting().ofStop(stop).urgent()) {
        notes.add(note(plan, stop));
      }
    }
    return notes;
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
