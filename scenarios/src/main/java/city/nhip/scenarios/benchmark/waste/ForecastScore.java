package city.nhip.scenarios.benchmark.waste;

/** How far foretold levels were from what came, beside the same span of a week ago. */
public final class ForecastScore {
  private double ours;
  private double naive;
  private int covered;
  private int count;

  /** All levels in % of the volume. */
  void add(double foretold, double low, double high, double weekAgo, double came) {
    ours += Math.abs(foretold - came);
    naive += Math.abs(weekAgo - came);
    covered += came >= low && came <= high ? 1 : 0;
    count++;
  }

  /** Mean absolute error, points. */
  public double ours() {
    return ours / count;
  }

  public double naive() {
    return naive / count;
  }

  /** Share of levels within the interval. */
  public double coverage() {
    return (double) covered / count;
  }
}
