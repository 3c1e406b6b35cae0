package city.nhip.scenarios.instance.waste;

import java.util.List;

/** The EDGE_WEIGHT_SECTION of a VRPLIB file as a full table. */
final class WeightTable {
  private WeightTable() {}

  /**
   * @throws city.nhip.engine.files.BadFile when the format is not known or weights are missing
   */
  static int[] of(int nodes, String format, List<Integer> weights, InstanceLines lines) {
    int[] table = new int[nodes * nodes];
    int at = 0;
    for (int i = 0; i < nodes; i++) {
      int from = format.startsWith("UPPER") ? i : 0;
      int to = format.startsWith("LOWER") ? i + 1 : nodes;
      boolean diagonal = format.contains("DIAG") || format.equals("FULL_MATRIX");
      for (int j = from; j < to; j++) {
        if (i == j && !diagonal) {
          continue;
        }
        if (at >= weights.size()) {
          throw lines.bad(
              "the EDGE_WEIGHT_SECTION ends after %d weights. Complete it.".formatted(at));
        }
        int weight = weights.get(at++);
        table[i * nodes + j] = weight;
        if (!format.equals("FULL_MATRIX")) {
          table[j * nodes + i] = weight;
        }
      }
    }
    if (!List.of("FULL_MATRIX", "LOWER_ROW", "UPPER_ROW", "LOWER_DIAG_ROW", "UPPER_DIAG_ROW")
        .contains(format)) {
      throw lines.bad(
          "EDGE_WEIGHT_FORMAT %s is not known here. Use FULL_MATRIX.".formatted(format));
    }
    return table;
  }
}
