package city.nhip.scenarios.instance.waste;

import city.nhip.engine.planning.waste.Congestion;
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
 * Vehicle routing with time windows as Solomon (1987) and Gehring and Homberger (1999) write it,
 * under the conventions of the DIMACS challenge: distance alone counts, ways and times are cut to
 * one decimal. The problem's units are tenths.
 */
final class SolomonFile {
  private static final int TENTHS = 10;
  private static final int COLUMNS = 7;

  private final InstanceLines lines;

  SolomonFile(InstanceLines lines) {
    this.lines = lines;
  }

  /**
   * @throws city.nhip.engine.files.BadFile with the line that is wrong
   */
  WasteInstance read() {
    int fleet = -1;
    int at = 0;
    for (; at < lines.size() && !startsCustomers(lines.line(at)); at++) {
      if (lines.words(at).length == 2 && lines.line(at).matches("[\\d.\\s]+")) {
        fleet = at;
      }
    }
    if (fleet < 0) {
      throw lines.bad("no line gives the vehicles' NUMBER and CAPACITY. Write it below VEHICLE.");
    }
    int vehicles = lines.whole(fleet, "NUMBER", lines.words(fleet)[0], 1);
    int capacity = lines.amount(fleet, "CAPACITY", lines.words(fleet)[1], 1);
    List<Integer> rows = new ArrayList<>();
    for (at++; at < lines.size(); at++) {
      if (!lines.line(at).isEmpty() && Character.isDigit(lines.line(at).charAt(0))) {
        if (lines.words(at).length < COLUMNS) {
          throw lines.bad(
              at,
              "a customer has number, x, y, demand, ready time, due date and service time; give all"
                  + " seven.");
        }
        rows.add(at);
      } else if (!lines.line(at).isEmpty() && !rows.isEmpty()) {
        throw lines.bad(at, "this is no customer. Start the line with a number.");
      }
    }
    if (rows.size() < 2) {
      throw lines.bad(
          "below CUSTOMER stand a depot and at least one customer: %d of them are there. Add them."
              .formatted(rows.size()));
    }
    WasteProblem problem = problem(vehicles, capacity, rows);
    lines.mustHold(
        fleet, problem.stops().stream().mapToLong(Stop::volume).sum(), vehicles, capacity);
    Reach.check(problem, lines, rows.subList(1, rows.size()));
    return new WasteInstance(problem, "distance", TENTHS, 1);
  }

  /** {@code CUSTOMER}, or {@code CUSTOMERS}, with or without a colon. */
  static boolean startsCustomers(String line) {
    return line.matches("(?i)CUSTOMERS?\\s*:?");
  }

  private WasteProblem problem(int vehicles, int capacity, List<Integer> rows) {
    double[] x = new double[rows.size()];
    double[] y = new double[rows.size()];
    List<Stop> stops = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.get(i);
      String[] words = lines.words(row);
      x[i] = TENTHS * lines.number(row, words[1]);
      y[i] = TENTHS * lines.number(row, words[2]);
      if (i > 0) {
        stops.add(stop(i, row, words, capacity));
      }
    }
    Window day = window(rows.get(0), lines.words(rows.get(0)));
    lines.mustSpan(x, y);
    Truck truck = truck(0, capacity, day.from(), day.to());
    return new WasteProblem(
        lines.file().getFileName().toString(),
        stops,
        Collections.nCopies(Math.min(vehicles, Math.max(1, stops.size())), truck),
        List.of(),
        new PlanarMatrix(x, y, PlanarMatrix.Metric.EUCLID_CUT, 1),
        Congestion.NONE);
  }

  private Stop stop(int node, int row, String[] words, int capacity) {
    int demand = lines.amount(row, "demand", words[3], 0);
    if (demand > capacity) {
      throw lines.bad(
          row, "demand %d fits no vehicle of capacity %d. Split it.".formatted(demand, capacity));
    }
    return new Stop(
        words[0],
        node,
        0,
        demand,
        0,
        lines.scaled(row, "service time", words[6], TENTHS),
        List.of(window(row, words)),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private Window window(int row, String[] words) {
    int from = lines.scaled(row, "ready time", words[4], TENTHS);
    int to = lines.scaled(row, "due date", words[5], TENTHS);
    if (to < from) {
      throw lines.bad(row, "the due date is before the ready time. Exchange them.");
    }
    return new Window(from, to);
  }

  /** A truck that costs nothing but its way. */
  static Truck truck(int depot, int capacity, int from, int latest) {
    return new Truck(
        "truck",
        Truck.Start.empty(depot, from),
        depot,
        List.of(new Truck.Compartment(Set.of(0), capacity)),
        Truck.UNLIMITED,
        new Truck.Shift(latest, Truck.UNLIMITED, Truck.UNLIMITED, Optional.empty()),
        Truck.DayLimits.NONE,
        Truck.Prices.DISTANCE_ONLY);
  }
}
