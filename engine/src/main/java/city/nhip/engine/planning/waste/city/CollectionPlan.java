package city.nhip.engine.planning.waste.city;

import city.nhip.engine.planning.waste.WastePlan;
import java.util.List;
import java.util.Set;

/**
 * A plan of the planning model, and what its stops and trucks are in the city.
 *
 * @param pins containers that stay with their truck, and trucks that keep their tour, by id
 */
public record CollectionPlan(CollectionSetting setting, WastePlan plan, Set<String> pins) {
  public CollectionPlan {
    pins = Set.copyOf(pins);
  }

  CollectionPlan(CollectionSetting setting, WastePlan plan) {
    this(setting, plan, Set.of());
  }

  CollectionPlan with(List<List<Integer>> orders) {
    return new CollectionPlan(setting, plan.with(orders), pins);
  }

  CollectionPlan pinned(Set<String> assets) {
    return new CollectionPlan(setting, plan, assets);
  }
}
