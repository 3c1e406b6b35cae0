package city.nhip.engine.planning.waste;

import java.util.List;

/**
 * What is to be collected, with what. Units are the problem's own and integer: a city counts
 * metres, seconds, litres, kilograms and VND; a benchmark may count finer.
 *
 * @param sites where trucks tip; where there is none, they empty at the depot, once, at the end
 * @param matrices by vehicle profile, all of the same nodes
 */
public record WasteProblem(
    String name,
    List<Stop> stops,
    List<Truck> trucks,
    List<DisposalSite> sites,
    List<Matrix> matrices,
    Congestion congestion) {
  public WasteProblem {
    stops = List.copyOf(stops);
    trucks = List.copyOf(trucks);
    sites = List.copyOf(sites);
    matrices = List.copyOf(matrices);
    int nodes = matrices.get(0).size();
    for (Stop stop : stops) {
      checkNode("Stop " + stop.id(), stop.node(), nodes);
    }
    for (DisposalSite site : sites) {
      checkNode("Disposal site " + site.id(), site.node(), nodes);
    }
    for (Truck truck : trucks) {
      checkNode("Truck " + truck.id(), truck.depot(), nodes);
      checkNode("Truck " + truck.id(), truck.start().node(), nodes);
      if (truck.profile() < 0 || truck.profile() >= matrices.size()) {
        throw new IllegalArgumentException(
            "Truck %s has vehicle profile %d, but there are %d matrices."
                .formatted(truck.id(), truck.profile(), matrices.size()));
      }
    }
  }

  /** One matrix for all trucks. */
  public WasteProblem(
      String name,
      List<Stop> stops,
      List<Truck> trucks,
      List<DisposalSite> sites,
      Matrix matrix,
      Congestion congestion) {
    this(name, stops, trucks, sites, List.of(matrix), congestion);
  }

  /** Of the first vehicle profile. */
  public Matrix matrix() {
    return matrices.get(0);
  }

  /** That a truck drives by. */
  public Matrix matrixOf(int truck) {
    return matrices.get(trucks.get(truck).profile());
  }

  private static void checkNode(String who, int node, int nodes) {
    if (node < 0 || node >= nodes) {
      throw new IllegalArgumentException(
          "%s is at node %d, but the matrix has nodes 0 to %d.".formatted(who, node, nodes - 1));
    }
  }
}
