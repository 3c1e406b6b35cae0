package city.nhip.scenarios.instance.waste;

import city.nhip.engine.planning.waste.Congestion;
import city.nhip.engine.planning.waste.DisposalSite;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.Truck;
import city.nhip.engine.planning.waste.WasteProblem;
import city.nhip.engine.planning.waste.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Waste collection with disposal sites and lunch as Kim, Kim and Sahoo (2006) write it. The
 * problem's units: hundredths of a foot, milliseconds, thousandths of a cubic yard.
 */
final class KimFile {
  private static final int FOOT = 100;
  private static final int MILE = 5_280 * FOOT;
  private static final int YARD = 1_000;
  private static final int HOUR = 3_600_000;

  /** A truck less is worth so much way: a crew's day costs more than any detour of a few hours. */
  private static final int MILES_A_TRUCK = 100;

  private static final int COLUMNS = 8;

  private final InstanceLines lines;
  private final List<Stop> stops = new ArrayList<>();
  private final List<DisposalSite> sites = new ArrayList<>();
  private final List<Integer> stopRows = new ArrayList<>();
  private int capacity;
  private int dayVolume;
  private int depotRow = -1;
  private int depotNode;

  KimFile(InstanceLines lines) {
    this.lines = lines;
  }

  /**
   * @throws city.nhip.engine.files.BadFile with the line that is wrong
   */
  WasteInstance read() {
    int header = 0;
    List<Integer> settings = new ArrayList<>();
    for (; !lines.line(header).toUpperCase(java.util.Locale.ROOT).startsWith("STOP_ID"); header++) {
      if (!lines.line(header).isEmpty()) {
        settings.add(header);
      }
    }
    if (settings.size() != 5) {
      throw lines.bad(
          header,
          "above the header stand vehicle capacity, yards a day, stops a day, lunch and speed: %d"
                  .formatted(settings.size())
              + " lines are there. Give these five, a line each.");
    }
    capacity = setting("vehicle capacity", settings.get(0), YARD);
    dayVolume = setting("yards a day", settings.get(1), YARD);
    int dayStops = setting("stops a day", settings.get(2), 1);
    int lunch = setting("lunch", settings.get(3), 1_000);
    double milesAnHour = lines.number(settings.get(4), lines.words(settings.get(4))[0]);
    if (!(milesAnHour > 0)) {
      throw lines.bad(settings.get(4), "the speed must be above 0.");
    }
    List<Integer> rows = new ArrayList<>();
    for (int at = header + 1; at < lines.size(); at++) {
      if (!lines.line(at).isEmpty()) {
        rows.add(at);
      }
    }
    double[] x = new double[rows.size()];
    double[] y = new double[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.get(i);
      String[] words = lines.words(row);
      if (words.length < COLUMNS) {
        throw lines.bad(
            row, "a site has id, x, y, earliest, latest, service, load and type; give all eight.");
      }
      x[i] = FOOT * lines.number(row, words[1]);
      y[i] = FOOT * lines.number(row, words[2]);
      site(i, row, words);
    }
    if (depotRow < 0 || sites.isEmpty()) {
      throw lines.bad("a depot (type 0) and a disposal site (type 2) are needed. Add the rows.");
    }
    if (stops.isEmpty()) {
      throw lines.bad("there is no stop (type 1): nothing to plan. Add rows.");
    }
    lines.mustSpan(x, y);
    Window day = window(depotRow, lines.words(depotRow));
    Window noon = new Window(11 * HOUR, 12 * HOUR);
    Truck truck =
        new Truck(
            "truck",
            Truck.Start.empty(depotNode, day.from()),
            depotNode,
            List.of(new Truck.Compartment(Set.of(0), capacity)),
            Truck.UNLIMITED,
            new Truck.Shift(
                day.to(),
                Truck.UNLIMITED,
                Truck.UNLIMITED,
                lunch == 0
                    ? Optional.empty()
                    : Optional.of(new Truck.Rest(noon, lunch, noon.from()))),
            new Truck.DayLimits(dayVolume, dayStops),
            new Truck.Prices((long) MILES_A_TRUCK * MILE, 1, 0, 0));
    WasteProblem problem =
        new WasteProblem(
            lines.file().getFileName().toString(),
            stops,
            Collections.nCopies(fleet(dayStops), truck),
            sites,
            new PlanarMatrix(x, y, PlanarMatrix.Metric.MANHATTAN, HOUR / (milesAnHour * MILE)),
            Congestion.NONE);
    Reach.check(problem, lines, stopRows);
    return new WasteInstance(problem, "miles", MILE, 3);
  }

  private int setting(String name, int row, int scale) {
    return lines.scaled(row, name, lines.words(row)[0], scale);
  }

  private void site(int node, int row, String[] words) {
    switch (lines.whole(row, "type", words[7], 0)) {
      case 0 -> {
        if (depotRow >= 0) {
          throw lines.bad(row, "this is a second depot (type 0). Leave one.");
        }
        depotRow = row;
        depotNode = node;
      }
      case 1 -> {
        int load = lines.scaled(row, "load", words[6], YARD);
        if (load > Math.min(capacity, dayVolume)) {
          throw lines.bad(
              row, "load %s fits no truck, or no truck's day. Split it.".formatted(words[6]));
        }
        stopRows.add(row);
        stops.add(
            new Stop(
                words[0],
                node,
                0,
                load,
                0,
                lines.scaled(row, "service time", words[5], 1_000),
                List.of(window(row, words)),
                List.of(),
                Optional.empty(),
                Optional.empty()));
      }
      case 2 ->
          sites.add(
              new DisposalSite(
                  words[0],
                  node,
                  Set.of(0),
                  List.of(window(row, words)),
                  lines.scaled(row, "service time", words[5], 1_000),
                  0,
                  0));
      default -> throw lines.bad(row, "type %s is none. Give 0, 1 or 2.".formatted(words[7]));
    }
  }

  private Window window(int row, String[] words) {
    int from = time(row, words[3]);
    int to = time(row, words[4]);
    if (to < from) {
      throw lines.bad(row, "the window ends before it starts. Exchange the times.");
    }
    return new Window(from, to);
  }

  /** HHMM; the minutes may exceed 59, as they do in the published files. */
  private int time(int row, String word) {
    int value = lines.whole(row, "time", word, 0);
    if (value > 9_999) {
      throw lines.bad(row, "%s is no time of day. Write HHMM.".formatted(word));
    }
    return (value / 100 * 60 + value % 100) * 60_000;
  }

  /** More trucks than a plan can want. */
  private int fleet(int dayStops) {
    long volume = stops.stream().mapToLong(Stop::volume).sum();
    long byLoad = 3 * (volume / Math.max(1, dayVolume) + stops.size() / Math.max(1, dayStops));
    return (int) Math.max(1, Math.min(stops.size(), byLoad + 60));
  }
}
