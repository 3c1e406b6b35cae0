package city.nhip.engine.planning.lighting;

/** Prices on sums: power, curtailment, budget; mVND per unit of share. */
final class SumPrices implements SharedPrices {
  private final NightLayout night;
  private final Workers workers;
  private final PriceRows rows;

  /** By sum: the price that moves the groups' shares by one unit, about. */
  private final double[] scale;

  SumPrices(NightLayout night, Workers workers) {
    this.night = night;
    this.workers = workers;
    this.rows = new PriceRows(night.sums.length);
    this.scale = new double[night.sums.length];
    for (int s = 0; s < scale.length; s++) {
      Coupling sum = night.sums[s];
      rows.open(s, sum.rows());
      double response = 0;
      for (int place = 0; place < sum.groups().length; place++) {
        int[] shares = sum.shares()[place];
        double level = (shares[shares.length - 1] - shares[0]) / (double) (shares.length - 1);
        response += level * level / night.stiffness(sum.groups()[place]);
      }
      scale[s] = response > 0 ? 1 / (response * (sum.wholeNight() ? night.slots : 1)) : 0;
    }
    rows.keep();
  }

  /** The remembered prices of one sum, by row. */
  double[] kept(int s) {
    return rows.kept(s);
  }

  @Override
  public void charge(int g, double[] cost) {
    int levels = night.levels;
    for (int i = 0; i < night.sumsOf[g].length; i++) {
      Coupling sum = night.sums[night.sumsOf[g][i]];
      double[] prices = rows.prices(night.sumsOf[g][i]);
      int[] shares = night.sharesOf[g][i];
      for (int t = sum.from(); t < sum.to(); t++) {
        double price = prices[sum.row(t)];
        if (price > 0) {
          for (int l = 0; l < levels; l++) {
            cost[t * levels + l] += price * shares[l];
          }
        }
      }
    }
  }

  @Override
  public double worth() {
    double worth = 0;
    for (int s = 0; s < night.sums.length; s++) {
      double[] prices = rows.prices(s);
      for (int row = 0; row < prices.length; row++) {
        worth -= prices[row] * night.sums[s].limits()[row];
      }
    }
    return worth;
  }

  @Override
  public double aim(byte[][] programs, double memory) {
    return workers.sum(night.sums.length, (worker, s) -> aim(s, programs, memory));
  }

  private double aim(int s, byte[][] programs, double memory) {
    Coupling sum = night.sums[s];
    long[] excess = new long[sum.rows()];
    for (int place = 0; place < sum.groups().length; place++) {
      byte[] program = programs[sum.groups()[place]];
      int[] shares = sum.shares()[place];
      for (int t = sum.from(); t < sum.to(); t++) {
        excess[sum.row(t)] += shares[program[t]];
      }
    }
    double squares = 0;
    for (int row = 0; row < excess.length; row++) {
      double turned = rows.turn(s, row, excess[row] - sum.limits()[row], memory);
      squares += turned * turned * scale[s];
    }
    return squares;
  }

  @Override
  public void move(double length) {
    for (int s = 0; s < scale.length; s++) {
      for (int row = 0; row < rows.prices(s).length; row++) {
        rows.move(s, row, length * scale[s]);
      }
    }
  }

  @Override
  public void keep() {
    rows.keep();
  }

  @Override
  public void restore() {
    rows.restore();
  }
}
