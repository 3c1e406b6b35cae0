package city.nhip.scenarios.instance.waste;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks a route file against the text of its instance, with no code of the solver's or the
 * readers'.
 */
final class RouteChecker {
  final List<String> wrongs = new ArrayList<>();
  final List<List<String>> routes = new ArrayList<>();
  double cost;
  private final Set<Integer> served = new HashSet<>();

  private RouteChecker(Path solution) throws IOException {
    for (String line : Files.readAllLines(solution)) {
      if (line.startsWith("Route #")) {
        if (!line.startsWith("Route #" + (routes.size() + 1) + ": ")) {
          wrongs.add("routes are not counted: " + line);
        }
        routes.add(List.of(line.substring(line.indexOf(':') + 1).strip().split(" ")));
      } else if (line.startsWith("Cost ")) {
        cost = Double.parseDouble(line.substring(5));
      } else {
        wrongs.add("what is this: " + line);
      }
    }
  }

  static RouteChecker vrplib(Path instance, Path solution) throws IOException {
    RouteChecker checker = new RouteChecker(solution);
    List<double[]> rows = numbers(instance);
    int nodes = (rows.size() - 2) / 2;
    double capacity = 0;
    for (String line : Files.readAllLines(instance)) {
      if (line.startsWith("CAPACITY")) {
        capacity = Double.parseDouble(line.substring(line.indexOf(':') + 1));
      }
    }
    double sum = 0;
    for (List<String> route : checker.routes) {
      double load = 0;
      double[] at = rows.get(0);
      for (String word : route) {
        int customer = checker.serve(word);
        load += rows.get(nodes + customer)[1];
        sum += Math.rint(far(at, rows.get(customer)));
        at = rows.get(customer);
      }
      sum += Math.rint(far(at, rows.get(0)));
      checker.must(load <= capacity, "overloaded " + route);
    }
    checker.end(nodes - 1, sum, 0.001);
    return checker;
  }

  static RouteChecker solomon(Path instance, Path solution) throws IOException {
    RouteChecker checker = new RouteChecker(solution);
    List<double[]> all = numbers(instance);
    double capacity = all.get(0)[1];
    List<double[]> rows = all.stream().filter(row -> row.length == 7).toList();
    double sum = 0;
    for (List<String> route : checker.routes) {
      double load = 0;
      double now = 0;
      double[] at = rows.get(0);
      for (String word : route) {
        double[] to = rows.get(checker.serve(word));
        double way = Math.floor(10 * far(at, to)) / 10;
        load += to[3];
        sum += way;
        now = Math.max(now + way, to[4]);
        checker.must(now <= to[5] + 1e-6, "late at " + word + " in " + route);
        now += to[6];
        at = to;
      }
      double home = Math.floor(10 * far(at, rows.get(0))) / 10;
      sum += home;
      checker.must(now + home <= rows.get(0)[5] + 1e-6, "late at the depot: " + route);
      checker.must(load <= capacity, "overloaded " + route);
    }
    checker.end(rows.size() - 1, sum, 0.05);
    return checker;
  }

  static RouteChecker kim(Path instance, Path solution) throws IOException {
    RouteChecker checker = new RouteChecker(solution);
    KimSites kim = new KimSites(instance);
    double feet = 0;
    for (List<String> route : checker.routes) {
      feet += checker.kimRoute(kim, route);
    }
    checker.end(kim.stops.size(), feet / 5_280, 0.001);
    return checker;
  }

  /** The five settings above the header, and the rows below it by their type. */
  private static final class KimSites {
    final double[] settings = new double[5];
    final List<double[]> stops = new ArrayList<>();
    final List<double[]> landfills = new ArrayList<>();
    double[] depot = {};

    KimSites(Path file) throws IOException {
      int settled = 0;
      for (String line : Files.readAllLines(file)) {
        String[] words = line.strip().split("\\s+");
        if (!words[0].matches("[\\d.]+")) {
          continue;
        }
        if (settled < settings.length) {
          settings[settled++] = Double.parseDouble(words[0]);
          continue;
        }
        double[] row = Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
        switch ((int) row[7]) {
          case 0 -> depot = row;
          case 1 -> stops.add(row);
          default -> landfills.add(row);
        }
      }
    }
  }

  /** Lunch is taken at the first chance that keeps the rest of the day in time. */
  private double kimRoute(KimSites kim, List<String> route) {
    double feet = 0;
    double load = 0;
    double day = 0;
    int stops = 0;
    List<double[]> visits = new ArrayList<>();
    double[] at = kim.depot;
    for (String word : route) {
      double[] to;
      if (word.startsWith("D")) {
        to = kim.landfills.get(Integer.parseInt(word.substring(1)) - 1);
        load = 0;
      } else {
        to = kim.stops.get(serve(word) - 1);
        load += to[6];
        day += to[6];
        stops++;
      }
      must(load <= kim.settings[0] + 1e-6, "overloaded before " + word + " in " + route);
      feet += apart(at, to);
      visits.add(to);
      at = to;
    }
    visits.add(kim.depot);
    feet += apart(at, kim.depot);
    must(load == 0, "not empty at the depot: " + route);
    must(
        day <= kim.settings[1] + 1e-6 && stops <= kim.settings[2],
        "more than a day takes: " + route);
    boolean inTime = false;
    for (int lunch = 0; lunch <= visits.size() && !inTime; lunch++) {
      inTime = inTime(kim, visits, lunch, true) || inTime(kim, visits, lunch, false);
    }
    must(inTime, "no lunch keeps this in time: " + route);
    return feet;
  }

  /**
   * @param lunch before the visit of this index; beyond the last there is none
   */
  private static boolean inTime(KimSites kim, List<double[]> visits, int lunch, boolean first) {
    double now = seconds(kim.depot[3]);
    double[] at = kim.depot;
    for (int i = 0; i < visits.size(); i++) {
      double[] to = visits.get(i);
      double way = apart(at, to) / (kim.settings[4] * 5_280) * 3_600;
      now += i == lunch && first ? 0 : way;
      if (i == lunch) {
        if (now > seconds(1200)) {
          return false;
        }
        now = Math.max(now, seconds(1100)) + kim.settings[3] + (first ? way : 0);
      }
      if (i < visits.size() - 1) {
        now = Math.max(now, seconds(to[3]));
      }
      if (now > seconds(to[4]) + 1e-6) {
        return false;
      }
      now += to[5];
      at = to;
    }
    return lunch < visits.size() || now <= seconds(1100);
  }

  private static double apart(double[] a, double[] b) {
    return Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]);
  }

  private static double seconds(double clock) {
    return (Math.floor(clock / 100) * 60 + clock % 100) * 60;
  }

  private int serve(String word) {
    int customer = Integer.parseInt(word);
    must(served.add(customer), "served twice: " + word);
    return customer;
  }

  private void end(int customers, double sum, double tolerance) {
    must(served.size() == customers, "served " + served.size() + " of " + customers);
    must(Math.abs(sum - cost) <= tolerance, "the cost is " + sum + ", not " + cost);
  }

  private void must(boolean holds, String wrong) {
    if (!holds) {
      wrongs.add(wrong);
    }
  }

  private static double far(double[] a, double[] b) {
    return Math.hypot(a[1] - b[1], a[2] - b[2]);
  }

  private static List<double[]> numbers(Path file) throws IOException {
    List<double[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.matches("[-\\d.\\s]+") && !line.isBlank()) {
        String[] words = line.strip().split("\\s+");
        double[] row = new double[words.length];
        for (int i = 0; i < row.length; i++) {
          row[i] = Double.parseDouble(words[i]);
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
