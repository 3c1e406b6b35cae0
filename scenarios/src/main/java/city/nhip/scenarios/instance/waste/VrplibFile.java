package city.nhip.scenarios.instance.waste;

import city.nhip.engine.planning.waste.Congestion;
import city.nhip.engine.planning.waste.Matrix;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.TableMatrix;
import city.nhip.engine.planning.waste.Truck;
import city.nhip.engine.planning.waste.WasteProblem;
import city.nhip.engine.planning.waste.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Capacitated vehicle routing as VRPLIB and CVRPLIB write it: the sum of whole distances counts,
 * any number of vehicles may go, or as many as VEHICLES says. With DISTANCE, a route's length and
 * service times stay within it.
 */
final class VrplibFile {
  private final InstanceLines lines;
  private static final int MOST_NODES = 1_000_000;

  /** Of other types the files hold more than is read here. */
  private static final List<String> TYPES = List.of("CVRP", "ACVRP", "DCVRP", "VRP");

  private final Map<String, String> header = new HashMap<>();
  private final Map<String, Integer> headerLine = new HashMap<>();
  private final NavigableSet<Integer> nodes = new TreeSet<>();
  private final Map<Integer, double[]> places = new HashMap<>();
  private final Map<Integer, Integer> demands = new HashMap<>();
  private final Map<Integer, Integer> demandLines = new HashMap<>();
  private final List<Integer> weights = new ArrayList<>();
  private final List<Integer> depots = new ArrayList<>();
  private boolean depotsEnd;

  VrplibFile(InstanceLines lines) {
    this.lines = lines;
  }

  /**
   * @throws city.nhip.engine.files.BadFile with the line that is wrong
   */
  WasteInstance read() {
    String section = "";
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.line(at);
      String key = line.split("[\\s:]", 2)[0].toUpperCase(Locale.ROOT);
      if (line.isEmpty()) {
        continue;
      }
      if (key.equals("EOF")) {
        break;
      }
      if (key.endsWith("_SECTION")) {
        section = key;
        open(at, section);
      } else if (Character.isLetter(line.charAt(0))) {
        section = "";
        header.put(key, line.substring(key.length()).replaceFirst("^\\s*:?", "").strip());
        headerLine.put(key, at);
      } else {
        row(at, section);
      }
    }
    return instance();
  }

  private void open(int at, String section) {
    if (!List.of(
            "NODE_COORD_SECTION",
            "DEMAND_SECTION",
            "DEPOT_SECTION",
            "EDGE_WEIGHT_SECTION",
            "DISPLAY_DATA_SECTION")
        .contains(section)) {
      throw lines.bad(
          at, "%s is not known here. Only plain CVRP files are read.".formatted(section));
    }
  }

  private void row(int at, String section) {
    String[] words = lines.words(at);
    switch (section) {
      case "NODE_COORD_SECTION" -> {
        double[] place = {
          lines.number(at, word(at, words, 1)), lines.number(at, word(at, words, 2))
        };
        put(at, words, places, place);
      }
      case "DEMAND_SECTION" -> {
        put(at, words, demands, lines.amount(at, "demand", word(at, words, 1), 0));
        demandLines.put(lines.whole(at, "node", words[0], 0), at);
      }
      case "DEPOT_SECTION" -> {
        for (String word : words) {
          depotsEnd |= word.equals("-1");
          if (!depotsEnd) {
            depots.add(lines.whole(at, "depot", word, 0));
            headerLine.putIfAbsent("DEPOT", at);
          }
        }
      }
      case "EDGE_WEIGHT_SECTION" -> {
        for (String word : words) {
          weights.add(lines.whole(at, "weight", word, 0));
        }
      }
      case "DISPLAY_DATA_SECTION" -> {
        // where a picture shows the nodes: no way is reckoned from it
      }
      default -> throw lines.bad(at, "these numbers belong to no section. Name it above them.");
    }
  }

  private String word(int at, String[] words, int index) {
    if (index >= words.length) {
      throw lines.bad(
          at, "%d values stand here, more are needed. Give them.".formatted(words.length));
    }
    return words[index];
  }

  private <T> void put(int at, String[] words, Map<Integer, T> values, T value) {
    int node = lines.whole(at, "node", words[0], 0);
    if (values.put(node, value) != null) {
      throw lines.bad(at, "node %d is listed twice. Correct one.".formatted(node));
    }
    nodes.add(node);
  }

  /** Nodes count in the order of their numbers, which may start anywhere and leave some out. */
  private WasteInstance instance() {
    String type = header.getOrDefault("TYPE", "CVRP").split("\\s")[0].toUpperCase(Locale.ROOT);
    if (!TYPES.contains(type)) {
      throw lines.bad(
          lineOf("TYPE"), "TYPE %s is not read here. Give a CVRP file.".formatted(type));
    }
    int dimension = lines.whole(lineOf("DIMENSION"), "DIMENSION", need("DIMENSION"), 1);
    if (dimension > MOST_NODES) {
      throw lines.bad(lineOf("DIMENSION"), "1000000 nodes are the most that are read.");
    }
    int capacity = lines.amount(lineOf("CAPACITY"), "CAPACITY", need("CAPACITY"), 1);
    int depot = depot();
    if (nodes.size() != dimension) {
      throw lines.bad(
          lineOf("DIMENSION"),
          "DIMENSION is %d, but the sections name %d nodes. Correct one, or complete them."
              .formatted(dimension, nodes.size()));
    }
    List<Stop> stops = new ArrayList<>();
    List<Integer> stopLines = new ArrayList<>();
    boolean bounded = header.containsKey("DISTANCE");
    int service = bounded ? headed("SERVICE_TIME", 0) : 0;
    int index = 0;
    for (int node : nodes) {
      if (node != depot) {
        stops.add(stop(node, index, capacity, service));
        stopLines.add(demandLines.getOrDefault(node, 0));
      }
      index++;
    }
    if (stops.isEmpty()) {
      throw lines.bad("the depot is the only node: there is nothing to plan. Add customers.");
    }
    int home = nodes.headSet(depot).size();
    int latest = headed("DISTANCE", Truck.UNLIMITED);
    WasteProblem problem =
        new WasteProblem(
            lines.file().getFileName().toString(),
            stops,
            Collections.nCopies(
                fleet(stops, capacity, bounded), SolomonFile.truck(home, capacity, 0, latest)),
            List.of(),
            matrix(),
            Congestion.NONE);
    Reach.check(problem, lines, stopLines);
    return new WasteInstance(problem, "distance", 1, 0);
  }

  /** The first node where none is named. */
  private int depot() {
    if (depots.size() > 1 || (depots.isEmpty() && depotsEnd)) {
      throw lines.bad(
          lineOf("DEPOT"), "the DEPOT_SECTION must name one node, then -1. Leave one there.");
    }
    if (depots.isEmpty() && nodes.isEmpty()) {
      throw lines.bad("no node is listed. Complete the sections.");
    }
    int depot = depots.isEmpty() ? nodes.first() : depots.get(0);
    if (!places.containsKey(depot) && !places.isEmpty()) {
      throw lines.bad(
          lineOf("DEPOT"),
          "the depot, %d, is no node of the NODE_COORD_SECTION. Correct one.".formatted(depot));
    }
    nodes.add(depot);
    return depot;
  }

  private Stop stop(int node, int index, int capacity, int service) {
    Integer demand = demands.get(node);
    if (demand == null) {
      throw lines.bad("node %d has no demand. Complete the DEMAND_SECTION.".formatted(node));
    }
    if (demand > capacity) {
      throw lines.bad(
          demandLines.getOrDefault(node, 0),
          "demand %d fits no vehicle of capacity %d. Split it.".formatted(demand, capacity));
    }
    return new Stop(
        String.valueOf(node),
        index,
        0,
        demand,
        0,
        service,
        List.of(new Window(0, Truck.UNLIMITED)),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** VEHICLES where given; else more than a plan can want: first fit leaves one under half full. */
  private int fleet(List<Stop> stops, int capacity, boolean bounded) {
    long volume = stops.stream().mapToLong(Stop::volume).sum();
    if (header.containsKey("VEHICLES")) {
      int at = lineOf("VEHICLES");
      int vehicles = lines.whole(at, "VEHICLES", need("VEHICLES"), 1);
      lines.mustHold(at, volume, vehicles, capacity);
      return Math.min(vehicles, stops.size());
    }
    return bounded ? stops.size() : (int) Math.min(stops.size(), 2 * volume / capacity + 2);
  }

  private Matrix matrix() {
    String type = header.getOrDefault("EDGE_WEIGHT_TYPE", "EUC_2D").toUpperCase(Locale.ROOT);
    if (type.equals("EXPLICIT")) {
      String format = header.getOrDefault("EDGE_WEIGHT_FORMAT", "FULL_MATRIX");
      int[] table = WeightTable.of(nodes.size(), format.toUpperCase(Locale.ROOT), weights, lines);
      return new TableMatrix(nodes.size(), table, table);
    }
    PlanarMatrix.Metric metric =
        switch (type) {
          case "EUC_2D" -> PlanarMatrix.Metric.EUCLID_ROUNDED;
          case "CEIL_2D" -> PlanarMatrix.Metric.EUCLID_UP;
          case "FLOOR_2D" -> PlanarMatrix.Metric.EUCLID_CUT;
          case "MAN_2D" -> PlanarMatrix.Metric.MANHATTAN;
          case "MAX_2D" -> PlanarMatrix.Metric.MAXIMUM;
          case "ATT" -> PlanarMatrix.Metric.PSEUDO_EUCLID;
          case "GEO" -> PlanarMatrix.Metric.GEOGRAPHIC;
          default ->
              throw lines.bad(
                  lineOf("EDGE_WEIGHT_TYPE"),
                  "edge weights of type %s are not known here. Use EUC_2D, CEIL_2D, FLOOR_2D, MAN_2D,"
                          .formatted(type)
                      + " MAX_2D, ATT, GEO or EXPLICIT.");
        };
    double[] x = new double[nodes.size()];
    double[] y = new double[nodes.size()];
    int index = 0;
    for (int node : nodes) {
      double[] place = places.get(node);
      if (place == null) {
        throw lines.bad(
            "node %d has no coordinates. Complete the NODE_COORD_SECTION.".formatted(node));
      }
      x[index] = place[0];
      y[index++] = place[1];
    }
    lines.mustSpan(x, y);
    return new PlanarMatrix(x, y, metric, 1);
  }

  private int headed(String key, int otherwise) {
    String value = header.get(key);
    return value == null ? otherwise : lines.scaled(lineOf(key), key, value, 1);
  }

  private String need(String key) {
    String value = header.get(key);
    if (value == null) {
      throw lines.bad("%s is missing. Write it above the sections.".formatted(key));
    }
    return value;
  }

  private int lineOf(String key) {
    return headerLine.getOrDefault(key, 0);
  }
}
