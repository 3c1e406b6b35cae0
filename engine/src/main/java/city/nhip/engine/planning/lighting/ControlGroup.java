package city.nhip.engine.planning.lighting;

/**
 * Luminaires that always share one dimming level. Level indexes count from 0 (darkest).
 *
 * @param cabinet index of its control cabinet
 * @param watts power of the whole group at each level, W, increasing
 * @param centilux maintained average illuminance at each level, 0.01 lx, increasing
 * @param required level index that meets the lighting class, by slot
 * @param floor lowest level index allowed, by slot
 * @param maxChanges most level changes in the night
 * @param minDwell fewest slots of a run of one level
 * @param rampUp most levels up between two slots
 * @param rampDown most levels down between two slots
 * @param changeCost of one level change, mVND
 * @param shortfallCost unit of the penalty for light below the class in one slot, mVND
 * @param extra further cost of a level in a slot, mVND, by slot and level; no rows where there is
 *     none. {@link #NEVER} forbids a level: the past is fixed so, and an override held
 */
public record ControlGroup(
    String id,
    int cabinet,
    int[] watts,
    int[] centilux,
    int[] required,
    int[] floor,
    int maxChanges,
    int minDwell,
    int rampUp,
    int rampDown,
    long changeCost,
    long shortfallCost,
    long[][] extra) {
  /** Dearer than any plan. */
  public static final long NEVER = 10_000_000_000_000L;

  public ControlGroup {
    if (watts.length != centilux.length || watts.length < 2) {
      throw new IllegalArgumentException(
          "Group %s needs as many powers as illuminances, at least 2.".formatted(id));
    }
    if (required.length != floor.length || minDwell < 1 || minDwell > required.length) {
      throw new IllegalArgumentException(
          "Group %s needs a required and a floor level for each slot and a dwell of 1 to %d slots."
              .formatted(id, required.length));
    }
    if (extra.length != 0 && extra.length != required.length) {
      throw new IllegalArgumentException(
          "Group %s has further costs for %d slots. Give none, or one row a slot, of %d."
              .formatted(id, extra.length, required.length));
    }
  }

  public ControlGroup with(long[][] otherExtra) {
    return new ControlGroup(
        id,
        cabinet,
        watts,
        centilux,
        required,
        floor,
        maxChanges,
        minDwell,
        rampUp,
        rampDown,
        changeCost,
        shortfallCost,
        otherExtra);
  }

  /** A group without further costs. */
  public ControlGroup(
      String id,
      int cabinet,
      int[] watts,
      int[] centilux,
      int[] required,
      int[] floor,
      int maxChanges,
      int minDwell,
      int rampUp,
      int rampDown,
      long changeCost,
      long shortfallCost) {
    this(
        id,
        cabinet,
        watts,
        centilux,
        required,
        floor,
        maxChanges,
        minDwell,
        rampUp,
        rampDown,
        changeCost,
        shortfallCost,
        new long[0][]);
  }
}
