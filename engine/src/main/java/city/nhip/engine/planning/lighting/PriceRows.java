package city.nhip.engine.planning.lighting;

import java.util.Arrays;

/**
 * Rows of prices with their direction and the remembered ones. A row is empty until the limit is
 * first exceeded: most never are.
 */
final class PriceRows {
  private static final double[] NONE = {};

  private final double[][] prices;
  private final double[][] directions;
  private final double[][] kept;

  PriceRows(int count) {
    this.prices = new double[count][];
    this.directions = new double[count][];
    this.kept = new double[count][];
    Arrays.fill(prices, NONE);
    Arrays.fill(directions, NONE);
    Arrays.fill(kept, NONE);
  }

  boolean open(int row) {
    return prices[row].length > 0;
  }

  void open(int row, int length) {
    prices[row] = new double[length];
    directions[row] = new double[length];
  }

  double[] prices(int row) {
    return prices[row];
  }

  double[] kept(int row) {
    return kept[row];
  }

  double[] directions(int row) {
    return directions[row];
  }

  /**
   * Turns one direction; a price of 0 does not fall.
   *
   * @param excess over the limit
   * @return the new direction
   */
  double turn(int row, int at, double excess, double memory) {
    double turned = memory * directions[row][at] + (1 - memory) * excess;
    if (turned < 0 && prices[row][at] == 0) {
      turned = 0;
    }
    directions[row][at] = turned;
    return turned;
  }

  void move(int row, int at, double length) {
    double direction = directions[row][at];
    if (direction != 0) {
      prices[row][at] = SharedPrices.rounded(prices[row][at] + length * direction);
    }
  }

  void keep() {
    for (int row = 0; row < prices.length; row++) {
      if (kept[row].length == prices[row].length) {
        System.arraycopy(prices[row], 0, kept[row], 0, kept[row].length);
      } else {
        kept[row] = prices[row].clone();
      }
    }
  }

  void restore() {
    for (int row = 0; row < prices.length; row++) {
      Arrays.fill(directions[row], 0);
      if (kept[row].length == prices[row].length) {
        System.arraycopy(kept[row], 0, prices[row], 0, kept[row].length);
      } else {
        Arrays.fill(prices[row], 0);
      }
    }
  }
}
