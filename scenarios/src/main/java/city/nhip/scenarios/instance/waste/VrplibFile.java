package city.nhip.scenarios.instance.waste;

import city.nhip.engine.planning.waste.Congestion;
import city.nhip.engine.planning.waste.Matrix;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.TableMatrix;
import city.nhip.engine.planning.waste.Truck;
import city.nhip.engine.planning.waste.WasteProblem;
import city.nhip.engine.planning.waste.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Capacitated vehicle routing as VRPLIB and CVRPLIB write it: any number of vehicles, the sum of
 * whole distances counts. With DISTANCE, a route's length and service times stay within it.
 */
final class VrplibFile {
  private final InstanceLines lines;
  private final Map<String, String> header = new HashMap<>();
  private final Map<String, Integer> headerLine = new HashMap<>();
  private int dimension = -1;
  private double[] x = new double[0];
  private double[] y = new double[0];
  private int[] demand = new int[0];
  private int[] demandLine = new int[0];
  private final List<Integer> weights = new ArrayList<>();
  private final List<Integer> depots = new ArrayList<>();
  private int located;
  private int demanded;

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
    if (dimension < 0) {
      dimension = lines.whole(lineOf("DIMENSION"), need("DIMENSION"), 2);
      if (dimension > 1_000_000) {
        throw lines.bad(lineOf("DIMENSION"), "1000000 nodes are the most that are read.");
      }
      x = new double[dimension];
      y = new double[dimension];
      demand = new int[dimension];
      demandLine = new int[dimension];
    }
    if (!List.of("NODE_COORD_SECTION", "DEMAND_SECTION", "DEPOT_SECTION", "EDGE_WEIGHT_SECTION")
        .contains(section)) {
      throw lines.bad(
          at, "%s is not known here. Only plain CVRP files are read.".formatted(section));
    }
  }

  private void row(int at, String section) {
    String[] words = lines.words(at);
    switch (section) {
      case "NODE_COORD_SECTION" -> {
        int node = node(at, words, 3);
        x[node] = lines.number(at, words[1]);
        y[node] = lines.number(at, words[2]);
        located++;
      }
      case "DEMAND_SECTION" -> {
        int node = node(at, words, 2);
        demand[node] = lines.whole(at, words[1], 0);
        demandLine[node] = at;
        demanded++;
      }
      case "DEPOT_SECTION" -> {
        for (String word : words) {
          if (lines.number(at, word) > 0) {
            depots.add(lines.whole(at, word, 1) - 1);
          }
        }
      }
      case "EDGE_WEIGHT_SECTION" -> {
        for (String word : words) {
          weights.add((int) Math.round(lines.number(at, word)));
        }
      }
      default -> throw lines.bad(at, "these numbers belong to no section. Name it above them.");
    }
  }

  private int node(int at, String[] words, int columns) {
    if (words.length < columns) {
      throw lines.bad(at, "%d values are needed here. Give them.".formatted(columns));
    }
    int node = lines.whole(at, words[0], 1);
    if (node > dimension) {
      throw lines.bad(
          at, "node %d is beyond DIMENSION %d. Correct one.".formatted(node, dimension));
    }
    return node - 1;
  }

  private WasteInstance instance() {
    if (dimension < 0 || demanded < dimension - 1) {
      throw lines.bad(
          "%d of %d nodes have a demand. Complete the DEMAND_SECTION."
              .formatted(demanded, dimension));
    }
    int capacity = lines.whole(lineOf("CAPACITY"), need("CAPACITY"), 1);
    int depot = depots.isEmpty() ? 0 : depots.get(0);
    if (depots.size() > 1 || depot >= dimension) {
      throw lines.bad("the DEPOT_SECTION must name one node of 1 to DIMENSION, then -1.");
    }
    boolean bounded = header.containsKey("DISTANCE");
    int longest = bounded ? lines.scaled(lineOf("DISTANCE"), need("DISTANCE"), 1) : 0;
    int service =
        header.containsKey("SERVICE_TIME")
            ? lines.scaled(lineOf("SERVICE_TIME"), need("SERVICE_TIME"), 1)
            : 0;
    List<Stop> stops = new ArrayList<>();
    for (int node = 0; node < dimension; node++) {
      if (node != depot) {
        if (demand[node] > capacity) {
          throw lines.bad(
              demandLine[node],
              "demand %d fits no vehicle of capacity %d. Split it."
                  .formatted(demand[node], capacity));
        }
        stops.add(
            new Stop(
                String.valueOf(node + 1),
                node,
                0,
                demand[node],
                0,
                bounded ? service : 0,
                List.of(new Window(0, Truck.UNLIMITED)),
                List.of(),
                Optional.empty(),
                Optional.empty()));
      }
    }
    Truck any = SolomonFile.truck(capacity, 0, bounded ? longest : Truck.UNLIMITED);
    Truck truck =
        new Truck(
            any.id(),
            Truck.Start.empty(depot, 0),
            depot,
            any.compartments(),
            any.payload(),
            any.shift(),
            any.limits(),
            any.prices());
    WasteProblem problem =
        new WasteProblem(
            lines.file().getFileName().toString(),
            stops,
            Collections.nCopies(fleet(capacity, bounded), truck),
            List.of(),
            matrix(),
            Congestion.NONE);
    return new WasteInstance(problem, "distance", 1, 0);
  }

  /** More vehicles than a plan can want: first fit leaves at most one less than half full. */
  private int fleet(int capacity, boolean bounded) {
    long volume = Arrays.stream(demand).asLongStream().sum();
    return bounded ? dimension - 1 : (int) Math.min(dimension - 1, 2 * volume / capacity + 2);
  }

  private Matrix matrix() {
    String type = header.getOrDefault("EDGE_WEIGHT_TYPE", "EUC_2D").toUpperCase(Locale.ROOT);
    if (type.equals("EXPLICIT")) {
      String format = header.getOrDefault("EDGE_WEIGHT_FORMAT", "FULL_MATRIX");
      int[] table = WeightTable.of(dimension, format.toUpperCase(Locale.ROOT), weights, lines);
      return new TableMatrix(dimension, table, table);
    }
    if (located < dimension) {
      throw lines.bad(
          "%d of %d nodes have coordinates. Complete the NODE_COORD_SECTION."
              .formatted(located, dimension));
    }
    PlanarMatrix.Metric metric =
        switch (type) {
          case "EUC_2D" -> PlanarMatrix.Metric.EUCLID_ROUNDED;
          case "CEIL_2D" -> PlanarMatrix.Metric.EUCLID_UP;
          case "FLOOR_2D" -> PlanarMatrix.Metric.EUCLID_CUT;
          case "MAN_2D" -> PlanarMatrix.Metric.MANHATTAN;
          case "MAX_2D" -> PlanarMatrix.Metric.MAXIMUM;
          default ->
              throw lines.bad(
                  lineOf("EDGE_WEIGHT_TYPE"),
                  "edge weights of type %s are not known here. Use EUC_2D or EXPLICIT."
                      .formatted(type));
        };
    return new PlanarMatrix(x, y, metric, 1);
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
