package city.nhip.engine.planning.lighting;

/**
 * A limit that several groups share: in each slot of [from, to), or over all slots together, the
 * sum of the groups' shares stays at or below the limit.
 *
 * @param kind the constraint's name: {@code cabinet}, {@code curtailment}, {@code budget}, {@code
 *     adjacency}, {@code junction}
 * @param groups indexes
 * @param shares by group (as in {@code groups}) and level index; negative where more light helps
 * @param limits by slot; one element where the limit is on the sum over all slots
 * @param spare what each limit could be higher by if what is planned beside the levels were another
 */
public record Coupling(
    String kind,
    String id,
    int from,
    int to,
    int[] groups,
    int[][] shares,
    long[] limits,
    long[] spare) {
  public Coupling(
      String kind, String id, int from, int to, int[] groups, int[][] shares, long[] limits) {
    this(kind, id, from, to, groups, shares, limits, new long[limits.length]);
  }

  boolean wholeNight() {
    return kind.equals("budget");
  }

  /** The row that a slot counts in. */
  int row(int slot) {
    return wholeNight() ? 0 : slot - from;
  }

  int rows() {
    return wholeNight() ? 1 : to - from;
  }
}
