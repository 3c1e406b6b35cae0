package city.nhip.engine.planning;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All domains of this installation, by name. */
public final class PlanningDomains {
  private final Map<String, PlanningDomain<?>> byName = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException when two domains share a name
   */
  public PlanningDomains(List<PlanningDomain<?>> domains) {
    for (PlanningDomain<?> domain : domains) {
      if (byName.put(domain.name(), domain) != null) {
        throw new IllegalArgumentException(
            "Two planning domains are called %s. Rename one.".formatted(domain.name()));
      }
    }
  }

  public Optional<PlanningDomain<?>> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Collection<PlanningDomain<?>> all() {
    return List.copyOf(byName.values());
  }
}
