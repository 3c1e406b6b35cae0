package city.nhip.engine.planning.waste;

/** A matrix kept as two tables, row by row. */
public final class TableMatrix implements Matrix {
  private final int size;
  private final int[] distances;
  private final int[] times;

  /**
   * @param distances {@code size * size} values, row by row: the distance from i to j at {@code i *
   *     size + j}
   * @param times likewise
   */
  public TableMatrix(int size, int[] distances, int[] times) {
    if (distances.length != size * size || times.length != size * size) {
      throw new IllegalArgumentException(
          "A matrix of %d nodes needs %d distances and times, not %d and %d."
              .formatted(size, size * size, distances.length, times.length));
    }
    this.size = size;
    this.distances = distances.clone();
    this.times = times.clone();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int distance(int from, int to) {
    return distances[from * size + to];
  }

  @Override
  public int time(int from, int to) {
    return times[from * size + to];
  }
}
