package city.nhip.engine.planning.lighting;

/**
 * The prices of one kind of shared limits, 0 or above, and the way in which they are being moved.
 * Every price is a multiple of {@link #GRAIN}, so that sums of them with whole costs are exact.
 */
interface SharedPrices {
  /** mVND. */
  double GRAIN = 1.0 / 1024;

  /** Adds what the prices make of a group's levels: by slot x levels + level, mVND. */
  void charge(int g, double[] cost);

  /**
   * @return what the limits themselves add to the bound at these prices, mVND
   */
  double worth();

  /**
   * Turns the direction of movement toward what the programs exceed.
   *
   * @param memory share of the direction before, [0, 1)
   * @return the direction's scaled squares, mVND
   */
  double aim(byte[][] programs, double memory);

  void move(double length);

  /** Remembers these prices. */
  void keep();

  /** Takes the remembered prices again, at rest. */
  void restore();

  static double rounded(double price) {
    return price > 0 ? Math.rint(price / GRAIN) * GRAIN : 0;
  }
}
