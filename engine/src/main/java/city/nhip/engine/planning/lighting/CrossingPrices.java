package city.nhip.engine.planning.lighting;

/**
 * Prices at crossings, by slot, arm and level: what the arm's group earns for reaching the level,
 * and what the crossing pays that picks its cheapest combination; mVND.
 */
final class CrossingPrices implements SharedPrices {
  private final NightLayout night;
  private final LevelRange range;
  private final Workers workers;
  private final PriceRows rows;
  private final CrossingSearch[] searches;

  /** By crossing: the cheapest combination last looked at, by slot and arm. */
  private final byte[][] wanted;

  CrossingPrices(NightLayout night, LevelRange range, Workers workers) {
    this.night = night;
    this.range = range;
    this.workers = workers;
    this.rows = new PriceRows(night.crossings.length);
    this.searches = new CrossingSearch[workers.count()];
    this.wanted = new byte[night.crossings.length][];
    for (Crossing crossing : night.crossings) {
      wanted[crossing.index] = new byte[(crossing.to - crossing.from) * crossing.groups.length];
    }
    for (int worker = 0; worker < searches.length; worker++) {
      searches[worker] = new CrossingSearch(night.levels);
    }
  }

  @Override
  public void charge(int g, double[] cost) {
    int levels = night.levels;
    for (int i = 0; i < night.crossingsOf[g].length; i++) {
      Crossing crossing = night.crossingsOf[g][i];
      if (rows.open(crossing.index)) {
        double[] prices = rows.prices(crossing.index);
        for (int t = crossing.from; t < crossing.to; t++) {
          int at = (offset(crossing, t) + night.armsOf[g][i]) * levels;
          double earned = 0;
          for (int l = range.lowest[g][t] + 1; l <= range.highest[g][t]; l++) {
            earned += prices[at + l];
            cost[t * levels + l] -= earned;
          }
        }
      }
    }
  }

  private static int offset(Crossing crossing, int t) {
    return (t - crossing.from) * crossing.groups.length;
  }

  @Override
  public double worth() {
    return workers.sum(night.crossings.length, (worker, c) -> worth(night.crossings[c], worker));
  }

  private double worth(Crossing crossing, int worker) {
    double worth = 0;
    if (rows.open(crossing.index)) {
      for (int t = crossing.from; t < crossing.to; t++) {
        worth += search(crossing, t, worker);
      }
    }
    return worth;
  }

  private double search(Crossing crossing, int t, int worker) {
    int at = offset(crossing, t);
    CrossingSearch search = searches[worker];
    double[] prices = rows.prices(crossing.index);
    double worth = search.solve(crossing, t, range, prices, at * night.levels);
    for (int arm = 0; arm < crossing.groups.length; arm++) {
      wanted[crossing.index][at + arm] = (byte) search.best[arm];
    }
    return worth;
  }

  @Override
  public double aim(byte[][] programs, double memory) {
    return workers.sum(
        night.crossings.length, (worker, c) -> aim(night.crossings[c], programs, memory, worker));
  }

  /** Toward the combinations that {@link #worth} has just found at these prices. */
  private double aim(Crossing crossing, byte[][] programs, double memory, int worker) {
    if (!rows.open(crossing.index)) {
      if (crossing.broken(programs) == 0) {
        return 0;
      }
      int length = (crossing.to - crossing.from) * crossing.groups.length * night.levels;
      rows.open(crossing.index, length);
      worth(crossing, worker);
    }
    double squares = 0;
    for (int t = crossing.from; t < crossing.to; t++) {
      for (int arm = 0; arm < crossing.groups.length; arm++) {
        int g = crossing.groups[arm];
        int level = programs[g][t];
        int place = offset(crossing, t) + arm;
        int at = place * night.levels;
        for (int l = range.lowest[g][t] + 1; l <= range.highest[g][t]; l++) {
          int excess = (wanted[crossing.index][place] >= l ? 1 : 0) - (level >= l ? 1 : 0);
          double turned = rows.turn(crossing.index, at + l, excess, memory);
          squares += turned * turned * scale(g);
        }
      }
    }
    return squares;
  }

  private double scale(int g) {
    return night.stiffness(g) / 2;
  }

  @Override
  public void move(double length) {
    workers.each(
        night.crossings.length,
        (worker, c) -> {
          int[] groups = night.crossings[c].groups;
          int cells = rows.prices(c).length;
          for (int at = 0, arm = 0; at < cells; arm++, at += night.levels) {
            double scaled = length * scale(groups[arm % groups.length]);
            for (int i = at; i < at + night.levels; i++) {
              rows.move(c, i, scaled);
            }
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
