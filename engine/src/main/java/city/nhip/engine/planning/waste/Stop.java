package city.nhip.engine.planning.waste;

import java.util.List;
import java.util.Optional;

/**
 * One place with waste of one stream to collect: a container, or several that stand together.
 *
 * @param node in the matrix
 * @param stream counted from 0
 * @param volume to load, in the problem's unit (litres in a city), at least 0
 * @param mass to load, kg, at least 0
 * @param service time that loading takes
 * @param windows when it may start, by rising start; never empty
 * @param trucks indexes of the trucks that may come; empty where all may
 * @param skip what it costs to leave it for another day; empty where it must be served
 * @param habit the truck that its neighbours and its driver expect
 */
public record Stop(
    String id,
    int node,
    int stream,
    int volume,
    int mass,
    int service,
    List<Window> windows,
    List<Integer> trucks,
    Optional<Skip> skip,
    Optional<Habit> habit) {
  /**
   * @param penalty medium: the expected overflow, in the domain's own points, at least 0
   * @param cost soft: the risk in the unit of cost, at least 0
   */
  public record Skip(long penalty, long cost) {
    public Skip {
      if (penalty < 0 || cost < 0) {
        throw new IllegalArgumentException("Skipping must cost 0 or more.");
      }
    }
  }

  /**
   * @param truck index
   * @param changeCost soft, where another truck comes, at least 0
   */
  public record Habit(int truck, long changeCost) {
    public Habit {
      if (truck < 0 || changeCost < 0) {
        throw new IllegalArgumentException("A habit names a truck and costs 0 or more to change.");
      }
    }
  }

  public Stop {
    windows = List.copyOf(windows);
    trucks = List.copyOf(trucks);
    if (node < 0 || stream < 0 || volume < 0 || mass < 0 || service < 0 || windows.isEmpty()) {
      throw new IllegalArgumentException(
          "Stop %s needs a node, a stream, a volume, a mass and a service time of 0 or more, and a"
                  .formatted(id)
              + " window.");
    }
    for (int i = 1; i < windows.size(); i++) {
      if (windows.get(i).from() <= windows.get(i - 1).to()) {
        throw new IllegalArgumentException(
            "The windows of stop %s overlap. List them apart, by rising start.".formatted(id));
      }
    }
  }
}
