package city.nhip.engine.planning.waste;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A truck's day in full: what it does when, what that costs, and what it breaks.
 *
 * @param truck index
 * @param visits in order; without the start and the return to the depot
 * @param end when it is back at the depot
 * @param distance of the day, the way back included
 * @param driving time
 * @param waiting time
 * @param broken by how much, only what is broken
 * @param costs only what is above 0
 */
public record Timeline(
    int truck,
    List<Visit> visits,
    int end,
    long distance,
    int driving,
    int waiting,
    Map<HardRule, Long> broken,
    Map<CostKind, Long> costs) {
  public Timeline {
    visits = List.copyOf(visits);
    broken = inOrder(HardRule.class, broken);
    costs = inOrder(CostKind.class, costs);
  }

  private static <K extends Enum<K>> Map<K, Long> inOrder(Class<K> keys, Map<K, Long> amounts) {
    Map<K, Long> sorted = new EnumMap<>(keys);
    amounts.forEach(
        (key, amount) -> {
          if (amount != 0) {
            sorted.put(key, amount);
          }
        });
    return Collections.unmodifiableMap(sorted);
  }

  public boolean feasible() {
    return broken.isEmpty();
  }

  public long broken(HardRule rule) {
    return broken.getOrDefault(rule, 0L);
  }

  public long cost(CostKind kind) {
    return costs.getOrDefault(kind, 0L);
  }

  public long cost() {
    return costs.values().stream().mapToLong(Long::longValue).sum();
  }
}
