package city.nhip.engine.planning.waste;

import java.util.List;
import java.util.Set;

/**
 * Where trucks tip.
 *
 * @param node in the matrix
 * @param streams that it takes; a compartment empties where all its streams are taken
 * @param windows when tipping may start, by rising start; never empty
 * @param tipping time that it takes
 * @param fee of one visit, in the unit of cost
 * @param feePerMass in the unit of cost
 */
public record DisposalSite(
    String id,
    int node,
    Set<Integer> streams,
    List<Window> windows,
    int tipping,
    long fee,
    long feePerMass) {
  public DisposalSite {
    streams = Set.copyOf(streams);
    windows = List.copyOf(windows);
    if (node < 0 || windows.isEmpty() || tipping < 0 || fee < 0 || feePerMass < 0) {
      throw new IllegalArgumentException(
          "Disposal site %s needs a node, a window, and a tipping time and fees of 0 or more."
              .formatted(id));
    }
  }
}
