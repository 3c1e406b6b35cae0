package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.waste.HardRule;
import city.nhip.engine.planning.waste.Matrix;
import city.nhip.engine.planning.waste.RouteDecoder;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.Timeline;
import city.nhip.engine.planning.waste.WasteProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a due container is left out, found by trying: it is put at every place of every tour, and the
 * day is driven anew. The reason is what stands in the way at the best place; the remedy is what
 * would have to give there.
 */
final class SkipReasons {
  /** Trying one costs about as much as the trucks have stops. */
  private static final int MOST_TRIED = 40;

  private static final int CAREFULLY_TRIED = 5;

  /** Others are looked at only where none of these is possible. */
  private static final int NEAREST = 30;

  private final CollectionPlan plan;
  private final RouteDecoder decoder;
  private final RouteDecoder hasty;
  private final List<Timeline> timelines;

  private SkipReasons(CollectionPlan plan) {
    this.plan = plan;
    this.decoder = RouteDecoder.careful(plan.plan());
    this.hasty = RouteDecoder.hasty(plan.plan());
    this.timelines = plan.plan().timelines();
  }

  /**
   * The best place for a container that is left out.
   *
   * @param truck index in the model
   * @param at place in its order
   * @param blocked by how much each rule would be broken there; empty where it is possible
   * @param extra VND on top
   */
  record Trial(int truck, int at, Map<HardRule, Long> blocked, long extra) {
    boolean possible() {
      return blocked.isEmpty();
    }

    Localized obstacle() {
      List<Localized> rules =
          blocked.entrySet().stream()
              .map(one -> WasteWords.broken(one.getKey(), one.getValue()))
              .toList();
      return new Localized(
          rules.stream().map(Localized::vi).collect(Collectors.joining("; ")),
          rules.stream().map(Localized::en).collect(Collectors.joining("; ")));
    }

    /** Rules of different units do not add up: fewer broken rules first, then by less. */
    long hardness() {
      return blocked.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * @param at place in the truck's order
   * @param detour metres from the stop before to the one after, tippings not thought of
   */
  private record Place(int truck, int at, int detour) {}

  /**
   * Why a container is left out.
   *
   * @param figures {@code leaving}: VND that it costs to leave it; where a truck could take it,
   *     {@code extra}: VND on top; else {@code over-} and a rule's name: by how much that would be
   *     broken
   */
  record Reason(Localized words, Map<String, Double> figures) {}

  /** By stop, the worst ones first; those that are not expected to overflow at all have none. */
  static Map<Integer, Reason> reasons(CollectionPlan plan) {
    SkipReasons reasons = new SkipReasons(plan);
    Map<Integer, Reason> found = new LinkedHashMap<>();
    reasons.risky().stream()
        .sorted(
            Comparator.<Integer>comparingLong(stop -> -reasons.penalty(stop))
                .thenComparingDouble(stop -> -plan.setting().ofStop(stop).risk()))
        .limit(MOST_TRIED)
        .forEach(stop -> found.put(stop, reasons.reason(stop)));
    return found;
  }

  /** The reasons in words, and how many containers more are left out. */
  static List<Localized> notes(CollectionPlan plan, Map<Integer, Reason> reasons) {
    List<Localized> notes = new ArrayList<>();
    reasons.values().forEach(reason -> notes.add(reason.words()));
    int risky = new SkipReasons(plan).risky().size();
    if (risky > reasons.size()) {
      int more = risky - reasons.size();
      notes.add(
          new Localized(
              "%d thùng bị bỏ khác ít rủi ro hơn các thùng trên.".formatted(more),
              "%d more are left out, each at less risk than those above.".formatted(more)));
    }
    int calm = plan.plan().leftOut().size() - risky;
    if (calm > 0) {
      notes.add(
          new Localized(
              "%d thùng bị bỏ lại không tràn trước lần kế tiếp trong chín trên mười trường hợp: thu gom chúng chỉ thêm chi phí."
                  .formatted(calm),
              "%d are left out that will not overflow before the next collection in nine cases of ten: collecting them only adds cost."
                  .formatted(calm)));
    }
    return notes;
  }

  /**
   * Takes in what is left out at a risk that is worth more than the way to it, each at its best
   * place. What is then still left out is left out for a reason.
   */
  static CollectionPlan takeIn(CollectionPlan plan) {
    CollectionPlan better = plan;
    for (int stop : new SkipReasons(plan).risky().stream().limit(MOST_TRIED).toList()) {
      SkipReasons reasons = new SkipReasons(better);
      Optional<Trial> trial = reasons.trial(stop);
      if (trial.isPresent()
          && trial.get().possible()
          && (reasons.penalty(stop) > 0 || trial.get().extra() < reasons.skipCost(stop))) {
        List<List<Integer>> orders = new ArrayList<>(better.plan().orders());
        List<Integer> order = new ArrayList<>(orders.get(trial.get().truck()));
        order.add(trial.get().at(), stop);
        orders.set(trial.get().truck(), order);
        better = better.with(orders);
      }
    }
    return better;
  }

  private List<Integer> risky() {
    return plan.plan().leftOut().stream()
        .filter(stop -> penalty(stop) > 0 || skipCost(stop) > 0)
        .sorted(
            Comparator.<Integer>comparingLong(stop -> -penalty(stop))
                .thenComparingLong(stop -> -skipCost(stop))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private long penalty(int stop) {
    return plan.plan().problem().stops().get(stop).skip().map(Stop.Skip::penalty).orElse(0L);
  }

  /** Empty where no truck of the shift takes the container at all. */
  static Optional<Trial> trial(CollectionPlan plan, int stop) {
    return new SkipReasons(plan).trial(stop);
  }

  /** The best place in each truck's tour, the best of them first. */
  static List<Trial> ranked(CollectionPlan plan, int stop) {
    SkipReasons reasons = new SkipReasons(plan);
    Map<Integer, List<Place>> places =
        reasons.places(stop).stream().collect(Collectors.groupingBy(Place::truck));
    return places.values().stream()
        .flatMap(ofTruck -> reasons.best(stop, ofTruck).stream())
        .sorted(SkipReasons::compare)
        .toList();
  }

  private Optional<Trial> trial(int stop) {
    return best(stop, places(stop));
  }

  /** Places are tried in haste, the best ones of those are driven with care. */
  private Optional<Trial> best(int stop, List<Place> places) {
    int near = Math.min(NEAREST, places.size());
    List<Trial> tried = new ArrayList<>(tried(stop, places.subList(0, near)));
    if (tried.stream().noneMatch(Trial::possible)) {
      tried.addAll(tried(stop, places.subList(near, places.size())));
    }
    return tried.stream()
        .sorted(SkipReasons::compare)
        .limit(CAREFULLY_TRIED)
        .map(one -> trial(decoder, one.truck(), one.at(), stop))
        .min(SkipReasons::compare);
  }

  private List<Trial> tried(int stop, List<Place> places) {
    return places.stream().map(one -> trial(hasty, one.truck(), one.at(), stop)).toList();
  }

  /** Where the trucks that may take a stop could come by, the least detour first. */
  private List<Place> places(int stop) {
    List<Place> places = new ArrayList<>();
    Stop it = plan.plan().problem().stops().get(stop);
    for (int truck = 0; truck < timelines.size(); truck++) {
      if (plan.plan().problem().trucks().get(truck).compartmentFor(it.stream()) >= 0
          && (it.trucks().isEmpty() || it.trucks().contains(truck))) {
        for (int at = 0; at <= plan.plan().orders().get(truck).size(); at++) {
          places.add(new Place(truck, at, detour(truck, at, it.node())));
        }
      }
    }
    places.sort(Comparator.comparingInt(Place::detour));
    return places;
  }

  private int detour(int truck, int at, int node) {
    WasteProblem problem = plan.plan().problem();
    List<Integer> order = plan.plan().orders().get(truck);
    int before =
        at == 0
            ? problem.trucks().get(truck).start().node()
            : problem.stops().get(order.get(at - 1)).node();
    int after =
        at == order.size()
            ? problem.trucks().get(truck).depot()
            : problem.stops().get(order.get(at)).node();
    Matrix ways = problem.matrixOf(truck);
    return ways.distance(before, node)
        + ways.distance(node, after)
        - (order.isEmpty() ? 0 : ways.distance(before, after));
  }

  private Trial trial(RouteDecoder with, int truck, int at, int stop) {
    List<Integer> longer = new ArrayList<>(plan.plan().orders().get(truck));
    longer.add(at, stop);
    Timeline line = with.decode(truck, longer.stream().mapToInt(Integer::intValue).toArray());
    return new Trial(truck, at, line.broken(), line.cost() - timelines.get(truck).cost());
  }

  private static int compare(Trial one, Trial other) {
    return Comparator.<Trial>comparingInt(trial -> trial.blocked().size())
        .thenComparingLong(Trial::hardness)
        .thenComparingLong(Trial::extra)
        .compare(one, other);
  }

  private Reason reason(int stop) {
    Optional<Trial> found = trial(stop);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("leaving", (double) skipCost(stop));
    found.filter(Trial::possible).ifPresent(trial -> figures.put("extra", (double) trial.extra()));
    found.ifPresent(
        trial ->
            trial.blocked().forEach((rule, by) -> figures.put("over-" + rule.id(), (double) by)));
    return new Reason(words(stop, found), figures);
  }

  private Localized words(int stop, Optional<Trial> found) {
    DueContainer due = plan.setting().ofStop(stop);
    String id = due.container().id();
    String expected = String.format(Locale.ROOT, "%.0f %%", due.expectedPercent());
    Optional<String> sign = plan.setting().city().signThatBars(due.index());
    if (found.isEmpty() && sign.isPresent()) {
      return new Localized(
          "Bỏ %s (dự kiến %s): không xe nào đang hoạt động được vào đường này (giới hạn %s). Cần một xe nhỏ hơn, hoặc đặt thùng ở đường khác."
              .formatted(id, expected, sign.get()),
          "%s is left out (%s expected): no truck in service may come into its street (limit %s). It needs a smaller truck, or another place."
              .formatted(id, expected, sign.get()));
    }
    if (found.isEmpty()) {
      return new Localized(
          "Bỏ %s (dự kiến %s): không xe nào đang hoạt động nhận loại rác này trên đường này. Cần thêm một xe phù hợp."
              .formatted(id, expected),
          "%s is left out (%s expected): no truck in service takes its stream in its street. It needs one more such truck."
              .formatted(id, expected));
    }
    Trial trial = found.get();
    String truck = plan.setting().ofTruck(trial.truck()).truck().id();
    if (trial.possible()) {
      String extra = WasteWords.dong(trial.extra());
      String risk = WasteWords.dong(skipCost(stop));
      return new Localized(
          "Bỏ %s (dự kiến %s): thêm vào xe %s tốn %s, để lại chỉ tốn %s (rủi ro tràn, phí xử lý sau này). Sẽ được thu gom nếu rủi ro được đánh giá cao hơn."
              .formatted(id, expected, truck, extra, risk),
          "%s is left out (%s expected): truck %s could take it for %s, to leave it costs %s (its risk, its tipping later). It is collected once its risk is worth more."
              .formatted(id, expected, truck, extra, risk));
    }
    Localized blocked = trial.obstacle();
    return new Localized(
        "Bỏ %s (dự kiến %s): nơi tốt nhất là xe %s, vướng: %s. Nới chừng đó thì thu gom được."
            .formatted(id, expected, truck, blocked.vi()),
        "%s is left out (%s expected): the best place is truck %s, in the way stands: %s. Give way by that much and it is collected."
            .formatted(id, expected, truck, blocked.en()));
  }

  private long skipCost(int stop) {
    return plan.plan().problem().stops().get(stop).skip().map(Stop.Skip::cost).orElse(0L);
  }
}
