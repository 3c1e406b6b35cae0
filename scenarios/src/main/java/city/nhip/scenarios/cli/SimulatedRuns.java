package city.nhip.scenarios.cli;

import city.nhip.scenarios.simulation.sumo.TripTally;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells what each run came to, and in the end what each way to time the signals did over seeds. */
final class SimulatedRuns {
  private final PrintWriter out;
  private final boolean several;

  /** By way; the first one is what the others stand beside. */
  private final Map<String, List<TripTally>> ways = new LinkedHashMap<>();

  /**
   * @param several whether more than one seed is played
   */
  SimulatedRuns(PrintWriter out, boolean several) {
    this.out = out;
    this.several = several;
  }

  /**
   * A run of one way; each seed begins with the first way.
   *
   * @param more about this run alone
   */
  void add(long seed, String way, String more, TripTally tally) {
    ways.computeIfAbsent(way, key -> new ArrayList<>()).add(tally);
    List<TripTally> first = ways.values().iterator().next();
    print(
        "%s%-36s %7.1f s/veh  %5.2f of the own program  %d of %d arrived%s",
        several ? "seed %-4d".formatted(seed) : "",
        way + more,
        tally.delay(),
        tally.delay() / first.get(first.size() - 1).delay(),
        tally.arrived(),
        tally.due(),
        tally.gridlocked() ? "  gridlocked" : "");
  }

  /** Nothing where there was one seed. */
  void sum() {
    if (!several) {
      return;
    }
    double own = mean(ways.values().iterator().next());
    ways.forEach(
        (way, tallies) -> {
          double[] sorted = tallies.stream().mapToDouble(TripTally::delay).sorted().toArray();
          int half = sorted.length / 2;
          print(
              "%-36s mean %.1f, median %.1f, worst %.1f s/veh; %.2f of the own program; %d of %d"
                  + " gridlocked",
              way,
              mean(tallies),
              (sorted[half] + sorted[(sorted.length - 1) / 2]) / 2,
              sorted[sorted.length - 1],
              mean(tallies) / own,
              tallies.stream().filter(TripTally::gridlocked).count(),
              sorted.length);
        });
  }

  private static double mean(List<TripTally> tallies) {
    return tallies.stream().mapToDouble(TripTally::delay).average().orElse(0);
  }

  private void print(String line, Object... values) {
    out.println(String.format(Locale.ROOT, line, values));
    out.flush();
  }
}
