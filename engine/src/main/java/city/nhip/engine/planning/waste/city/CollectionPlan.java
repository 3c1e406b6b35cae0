package city.nhip.engine.planning.waste.city;

import city.nhip.engine.planning.waste.WastePlan;
import java.util.List;

/** A plan of the planning model, and what its stops and trucks are in the city. */
public record CollectionPlan(CollectionSetting setting, WastePlan plan) {
  CollectionPlan with(List<List<Integer>> orders) {
    return new CollectionPlan(setting, plan.with(orders));
  }
}
