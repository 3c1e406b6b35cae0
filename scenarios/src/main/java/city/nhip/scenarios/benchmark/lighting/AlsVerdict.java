package city.nhip.scenarios.benchmark.lighting;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the checker found.
 *
 * @param broken how often each constraint is broken; those that hold are not in it
 * @param objective mVND
 */
public record AlsVerdict(Map<String, Integer> broken, long objective) {
  public AlsVerdict {
    broken = Map.copyOf(broken);
  }

  public boolean feasible() {
    return broken.isEmpty();
  }

  /** The names of what is broken, in order. */
  public String words() {
    return broken.keySet().stream().sorted().collect(Collectors.joining(", "));
  }
}
