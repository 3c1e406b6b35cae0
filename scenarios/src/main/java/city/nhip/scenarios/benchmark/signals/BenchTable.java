package city.nhip.scenarios.benchmark.signals;

import city.nhip.scenarios.simulation.sumo.TripTally;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Delays of every peer on every scenario, as Markdown. */
public final class BenchTable {
  /**
   * @param solveSeconds wall clock
   */
  public record Row(
      String scenario,
      Map<SignalPeer, List<TripTally>> tallies,
      double solveSeconds,
      long evaluations) {
    /** Median over the seeds of the mean delay, s/veh. */
    double median(SignalPeer peer) {
      double[] sorted = sorted(peer);
      int middle = sorted.length / 2;
      return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double mean(SignalPeer peer) {
      return tallies.getOrDefault(peer, List.of()).stream()
          .mapToDouble(TripTally::delay)
          .average()
          .orElse(0);
    }

    private double[] sorted(SignalPeer peer) {
      return tallies.getOrDefault(peer, List.of()).stream()
          .mapToDouble(TripTally::delay)
          .sorted()
          .toArray();
    }

    long gridlocked(SignalPeer peer) {
      return tallies.getOrDefault(peer, List.of()).stream().filter(TripTally::gridlocked).count();
    }

    long teleports(SignalPeer peer) {
      return tallies.getOrDefault(peer, List.of()).stream()
          .mapToLong(tally -> tally.liftedOut().size())
          .sum();
    }

    private OptionalDouble bestBuiltIn() {
      return tallies.keySet().stream().filter(SignalPeer::builtIn).mapToDouble(this::mean).min();
    }
  }

  private BenchTable() {}

  /** Mean delay in s/veh over the seeds; the median in brackets where a seed gridlocked. */
  public static String markdown(List<Row> rows) {
    List<SignalPeer> peers =
        List.of(SignalPeer.values()).stream()
            .filter(peer -> rows.stream().anyMatch(row -> row.tallies().containsKey(peer)))
            .toList();
    StringBuilder table = new StringBuilder("| |");
    rows.forEach(row -> table.append(' ').append(row.scenario()).append(" |"));
    table.append("\n|---|").append("---|".repeat(rows.size())).append('\n');
    for (SignalPeer peer : peers) {
      table.append("| ").append(peer.title()).append(" |");
      rows.forEach(row -> table.append(' ').append(cell(row, peer)).append(" |"));
      table.append('\n');
    }
    table.append("| solve, s (evaluations) |");
    for (Row row : rows) {
      table.append(
          String.format(Locale.ROOT, " %.0f (%d) |", row.solveSeconds(), row.evaluations()));
    }
    table.append("\n\n");
    for (SignalPeer ours : List.of(SignalPeer.PLAN, SignalPeer.GAP_OUT)) {
      table.append(ratios(rows, ours));
    }
    return table.toString();
  }

  private static String cell(Row row, SignalPeer peer) {
    if (!row.tallies().containsKey(peer)) {
      return "SUMO failed";
    }
    long gridlocked = row.gridlocked(peer);
    long teleports = row.teleports(peer);
    String mean = String.format(Locale.ROOT, "%.1f", row.mean(peer));
    String median =
        gridlocked == 0
            ? ""
            : String.format(Locale.ROOT, " (%.1f, %d gridlocked)", row.median(peer), gridlocked);
    return mean + median + (teleports == 0 ? "" : ", %d lifted out".formatted(teleports));
  }

  private static String ratios(List<Row> rows, SignalPeer ours) {
    double builtIn = 1;
    double pressure = 1;
    double worst = 0;
    for (Row row : rows) {
      double ratio = row.mean(ours) / row.bestBuiltIn().orElse(Double.NaN);
      builtIn *= ratio;
      worst = Math.max(worst, ratio);
      pressure *=
          row.tallies().containsKey(SignalPeer.MAX_PRESSURE)
              ? row.mean(ours) / row.median(SignalPeer.MAX_PRESSURE)
              : Double.NaN;
    }
    return String.format(
        Locale.ROOT,
        "%s / best built-in: geometric mean %.3f, worst %.3f; / MaxPressure's median: %.3f%n",
        ours.title(),
        Math.pow(builtIn, 1.0 / rows.size()),
        worst,
        Math.pow(pressure, 1.0 / rows.size()));
  }
}
