package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.PlanView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Why each group has the level that it has: class, finding, the limit that binds, its price. */
@Component
final class GroupsView implements PlanView {
  private final PublishedNight nights;

  GroupsView(PublishedNight nights) {
    this.nights = nights;
  }

  /**
   * @param requiredPercent what the class asks for
   * @param floorPercent the least that any plan may give
   * @param finding what raised or lowered the class; absent where the design or calendar decides
   */
  record Run(
      String from,
      String to,
      int percent,
      String lightingClass,
      int requiredPercent,
      int floorPercent,
      Optional<Finding> finding,
      Localized why) {}

  /**
   * @param oneClassLessVnd what the night would cost less with one class darker all night
   */
  record Group(
      String group,
      String street,
      String zone,
      String cabinet,
      String designClass,
      boolean crossing,
      double kilowattHours,
      double oneClassLessVnd,
      List<Run> runs) {}

  @Override
  public String domain() {
    return "lighting";
  }

  @Override
  public String name() {
    return "groups";
  }

  /** All groups, or the one that the parameter {@code group} names. */
  @Override
  public Object of(byte[] artefact, City city, Map<String, String> parameters) {
    LightingPlan plan = nights.priced(artefact, city);
    List<LimitPrice> prices = LimitPrice.of(plan, plan.solution().orElseThrow());
    Optional<String> wanted = Optional.ofNullable(parameters.get("group"));
    List<Group> groups = new ArrayList<>();
    for (int g = 0; g < plan.levels().length; g++) {
      String id = plan.setting().network().groups().get(g).id();
      if (wanted.filter(one -> !one.equals(id)).isEmpty()) {
        groups.add(group(plan, g, prices));
      }
    }
    if (groups.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no group %s. Give one of network.json.".formatted(wanted.orElse("")));
    }
    return groups;
  }

  private static Group group(LightingPlan plan, int g, List<LimitPrice> prices) {
    LightingNetwork.Group group = plan.setting().network().groups().get(g);
    List<Run> runs = new ArrayList<>();
    double kilowattHours = 0;
    double less = 0;
    int slots = plan.problem().slots();
    int began = 0;
    for (int t = 0; t < slots; t++) {
      double hours = plan.setting().grid().hours(t);
      kilowattHours += plan.watts(g, t) * hours / 1_000;
      less += oneClassLess(plan, g, t) * plan.problem().costPerWattSlot()[t] / 1_000.0;
      if (t + 1 == slots || differs(plan, g, t)) {
        runs.add(run(plan, g, began, t + 1, prices));
        began = t + 1;
      }
    }
    return new Group(
        group.id(),
        group.street(),
        group.zone(),
        group.cabinet(),
        group.lightingClass(),
        group.crossing(),
        kilowattHours,
        less,
        runs);
  }

  private static boolean differs(LightingPlan plan, int g, int t) {
    return plan.levels()[g][t] != plan.levels()[g][t + 1]
        || !plan.classes()[g][t].equals(plan.classes()[g][t + 1]);
  }

  /** Watts between the class's level and that of one class darker. */
  private static int oneClassLess(LightingPlan plan, int g, int t) {
    ControlGroup group = plan.problem().groups().get(g);
    int darker = GroupLamps.lowest(group.centilux(), plan.classes()[g][t].wanted().darker(1));
    int level = plan.levels()[g][t];
    return group.watts()[level] - group.watts()[Math.min(level, darker)];
  }

  private static Run run(LightingPlan plan, int g, int from, int to, List<LimitPrice> prices) {
    NightGrid grid = plan.setting().grid();
    ControlGroup group = plan.problem().groups().get(g);
    SlotClass slot = plan.classes()[g][from];
    int[] percents = plan.problem().percents();
    int level = plan.levels()[g][from];
    int required = group.required()[from];
    return new Run(
        grid.local(from).toLocalTime().toString(),
        grid.local(to).toLocalTime().toString(),
        percents[level],
        slot.wanted().toString(),
        percents[required],
        percents[group.floor()[from]],
        finding(plan, g, from, slot),
        why(plan, g, from, slot, prices));
  }

  private static Optional<Finding> finding(LightingPlan plan, int g, int t, SlotClass slot) {
    return plan.setting().findings().about(plan.setting().network().groups().get(g)).all().stream()
        .filter(f -> f.kind().equals(slot.why()))
        .filter(f -> plan.setting().grid().within(t, f.from(), f.until()))
        .findFirst();
  }

  private static Localized why(
      LightingPlan plan, int g, int t, SlotClass slot, List<LimitPrice> prices) {
    LightingNetwork.Group group = plan.setting().network().groups().get(g);
    int level = plan.levels()[g][t];
    int required = plan.problem().groups().get(g).required()[t];
    Localized reason = slot.reason();
    String vi = "Cấp %s (%s).".formatted(slot.wanted(), reason.vi());
    String en = "Class %s (%s).".formatted(slot.wanted(), reason.en());
    if (t < plan.setting().past().firstFree()) {
      vi += " Đã qua khi lập kế hoạch.";
      en += " Past when the plan was made.";
    } else if (level < required) {
      Optional<LimitPrice> binding =
          prices.stream()
              .filter(
                  price ->
                      price.id().equals(group.cabinet())
                          || price.id().equals(group.zone())
                          || price.id().equals("*"))
              .findFirst();
      Localized limit =
          binding
              .map(LimitPrice::note)
              .orElseGet(
                  () ->
                      new Localized(
                          "Giữ mức rẻ hơn là đổi mức ngắn.",
                          "Holding the level is cheaper than a short change."));
      vi += " Thấp hơn cấp %d mức. ".formatted(required - level) + limit.vi();
      en += " %d levels below the class. ".formatted(required - level) + limit.en();
    } else if (level > required) {
      vi += " Sáng hơn cấp vì thời gian giữ mức, nhóm kề, nút giao hoặc lệnh của người vận hành.";
      en += " Brighter than the class for dwell, neighbours, a conflict area or an order.";
    }
    return new Localized(vi, en);
  }
}
