package city.nhip.scenarios.instance.waste;

import java.util.List;

/** The EDGE_WEIGHT_SECTION of a VRPLIB file as a full table. */
final class WeightTable {
  private WeightTable() {}

  /**
   * @throws city.nhip.engine.files.BadFile when the format is not known or weights are missing
   */
  static int[] of(int nodes, String format, List<Integer> weights, InstanceLines lines) {
    if (!format.matches("FULL_MATRIX|(LOWER|UPPER)_(DIAG_)?(ROW|COL)")) {
      throw lines.bad(
          "EDGE_WEIGHT_FORMAT %s is not known here. Use FULL_MATRIX.".formatted(format));
    }
    boolean full = format.equals("FULL_MATRIX");
    boolean diagonal = full || format.contains("DIAG");
    long needed = full ? (long) nodes * nodes : (long) nodes * (nodes + (diagonal ? 1 : -1)) / 2;
    if (weights.size() != needed) {
      throw lines.bad(
          "the EDGE_WEIGHT_SECTION has %d weights; as %s of %d nodes it has %d. Correct one."
              .formatted(weights.size(), format, nodes, needed));
    }
    // columns of one triangle are rows of the other
    boolean upper = format.startsWith("UPPER") == format.endsWith("ROW");
    int[] table = new int[nodes * nodes];
    int at = 0;
    for (int i = 0; i < nodes; i++) {
      int from = !full && upper ? i : 0;
      int to = full || upper ? nodes : i + 1;
      for (int j = from; j < to; j++) {
        if (i != j || diagonal) {
          int weight = weights.get(at++);
          table[i * nodes + j] = weight;
          if (!full) {
            table[j * nodes + i] = weight;
          }
        }
      }
    }
    return table;
  }
}
