package city.nhip.engine.planning.lighting;

/** Prices on the steps of pairs of adjacent groups, by slot; mVND. */
final class PairPrices implements SharedPrices {
  private final NightLayout night;
  private final Workers workers;
  private final PriceRows rows;

  PairPrices(NightLayout night, Workers workers) {
    this.night = night;
    this.workers = workers;
    this.rows = new PriceRows(night.pairs.length);
  }

  @Override
  public void charge(int g, double[] cost) {
    int levels = night.levels;
    for (Pair pair : night.pairsOf[g]) {
      double[] prices = rows.prices(pair.index);
      boolean bright = pair.bright == g;
      int[] at = bright ? pair.when : pair.then;
      for (int i = 0; i < prices.length; i++) {
        if (prices[i] > 0) {
          double one = bright ? prices[i] : -prices[i];
          int t = pair.from + i / at.length;
          for (int l = at[i % at.length]; l < levels; l++) {
            cost[t * levels + l] += one;
          }
        }
      }
    }
  }

  /** A step's limit is 0: dark is at least as often up as bright. */
  @Override
  public double worth() {
    return 0;
  }

  @Override
  public double aim(byte[][] programs, double memory) {
    return workers.sum(night.pairs.length, (worker, p) -> aim(night.pairs[p], programs, memory));
  }

  private double aim(Pair pair, byte[][] programs, double memory) {
    byte[] bright = programs[pair.bright];
    byte[] dark = programs[pair.dark];
    int steps = pair.when.length;
    if (!rows.open(pair.index)) {
      if (pair.broken(bright, dark) == 0) {
        return 0;
      }
      rows.open(pair.index, (night.slots - pair.from) * steps);
    }
    double squares = 0;
    for (int t = pair.from; t < night.slots; t++) {
      for (int i = 0; i < steps; i++) {
        int excess = (bright[t] >= pair.when[i] ? 1 : 0) - (dark[t] >= pair.then[i] ? 1 : 0);
        double turned = rows.turn(pair.index, (t - pair.from) * steps + i, excess, memory);
        squares += turned * turned;
      }
    }
    return squares * scale(pair);
  }

  private double scale(Pair pair) {
    return 1 / (1 / night.stiffness(pair.bright) + 1 / night.stiffness(pair.dark));
  }

  @Override
  public void move(double length) {
    workers.each(
        night.pairs.length,
        (worker, p) -> {
          double scaled = length * scale(night.pairs[p]);
          for (int i = 0; i < rows.prices(p).length; i++) {
            rows.move(p, i, scaled);
          }
        });
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
