package city.nhip.scenarios.instance.signals;

import city.nhip.engine.files.BadFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a SUMO network file says, as far as signals and cars need it. */
final class SumoNet {
  private static final List<String> MOTORS =
      List.of("bus", "truck", "delivery", "taxi", "motorcycle", "coach", "trailer", "emergency");

  /**
   * @param lanes those that cars may use, by SUMO's lane index
   */
  record Edge(String id, String from, String to, boolean internal, List<Lane> lanes) {
    /** Whether the other one is the same street's way back. */
    boolean backFrom(Edge other) {
      return from.equals(other.to) && to.equals(other.from);
    }

    /** Position of a SUMO lane among the lanes that cars use; empty where they may not. */
    Optional<Integer> findPosition(int laneIndex) {
      for (int i = 0; i < lanes.size(); i++) {
        if (lanes.get(i).index() == laneIndex) {
          return Optional.of(i);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * @param speed metres a second
   */
  record Lane(int index, double length, double speed) {}

  /**
   * @param signal the tlLogic's id; empty without a signal
   */
  record Connection(
      String from, int fromLane, String to, int toLane, String via, String signal, int linkIndex) {}

  /**
   * @param response row i, bit j: lane i yields to j; {@code foes} alike: they cross or merge
   */
  record Junction(
      String id,
      List<String> inner,
      Map<Integer, String> response,
      Map<Integer, String> foes,
      Map<Integer, Boolean> waitsInside) {
    static boolean bit(Map<Integer, String> rows, int row, int column) {
      String bits = rows.getOrDefault(row, "");
      return column < bits.length() && bits.charAt(bits.length() - 1 - column) == '1';
    }
  }

  /** A phase; the limits are those that SUMO's controllers would keep. */
  record Phase(int seconds, String state, int minimum, int maximum) {}

  record Program(String id, String programId, int offset, List<Phase> phases) {}

  final Path file;
  final Map<String, Edge> edges = new LinkedHashMap<>();
  final Map<String, Lane> innerLanes = new HashMap<>();
  final List<Connection> connections = new ArrayList<>();
  final Map<String, Connection> innerConnections = new HashMap<>();
  final Map<String, Junction> junctions = new HashMap<>();
  final Map<String, Program> programs = new LinkedHashMap<>();

  private SumoNet(Path file) {
    this.file = file;
  }

  static SumoNet read(Path file) {
    SumoNet net = new SumoNet(file);
    SumoXml.read(file, "net", net.new Reader());
    if (net.edges.values().stream().allMatch(Edge::internal)) {
      throw new BadFile(file, "", "it has no edge that cars may use. Give a road network.");
    }
    if (net.programs.isEmpty()) {
      throw new BadFile(file, "", "it has no tlLogic. Give a network with a signal.");
    }
    return net;
  }

  /** The row of a connection in the matrix of the junction that it crosses; -1 without one. */
  int request(Connection it, Junction junction) {
    String via = it.via();
    for (int hops = 0; hops < 4 && !via.isEmpty(); hops++) {
      int index = junction.inner().indexOf(via);
      if (index >= 0) {
        return index;
      }
      Connection on = innerConnections.get(via);
      via = on == null ? "" : on.via();
    }
    return -1;
  }

  private final class Reader implements SumoXml.Visitor {
    private String edge = "";
    private String edgeFrom = "";
    private String edgeTo = "";
    private boolean internal;
    private List<Lane> cars = new ArrayList<>();
    private List<Lane> motors = new ArrayList<>();
    private List<Phase> phases = new ArrayList<>();
    private Junction junction = new Junction("", List.of(), Map.of(), Map.of(), Map.of());
    private Program program = new Program("", "", 0, List.of());

    @Override
    public void start(SumoXml.Element element) {
      switch (element.name()) {
        case "edge" -> {
          edge = element.get("id");
          edgeFrom = element.find("from").orElse("");
          edgeTo = element.find("to").orElse("");
          internal = element.find("function").isPresent();
          cars = new ArrayList<>();
          motors = new ArrayList<>();
        }
        case "lane" -> lane(element);
        case "connection" -> connection(element);
        case "junction" -> junction(element);
        case "request" -> {
          int index = element.integer("index");
          junction.response().put(index, element.get("response"));
          junction.foes().put(index, element.get("foes"));
          junction.waitsInside().put(index, element.find("cont").orElse("0").equals("1"));
        }
        case "tlLogic" -> {
          if (element.find("type").orElse("").equals("NEMA")) {
            throw element.wrong(
                "tlLogic %s is a NEMA program: its phases are rings, which run at once. Give it a static or actuated one."
                    .formatted(element.get("id")));
          }
          phases = new ArrayList<>();
          program =
              new Program(
                  element.get("id"),
                  element.find("programID").orElse("0"),
                  (int) Math.round(element.number("offset", 0)),
                  phases);
        }
        case "phase" -> {
          int seconds = (int) Math.max(1, Math.round(element.number("duration")));
          phases.add(
              new Phase(
                  seconds,
                  element.get("state"),
                  (int) Math.round(element.number("minDur", 5)),
                  (int) Math.round(element.number("maxDur", 50))));
        }
        default -> {}
      }
    }

    @Override
    public void end(String name) {
      if (name.equals("edge")) {
        edges.put(edge, new Edge(edge, edgeFrom, edgeTo, internal, cars.isEmpty() ? motors : cars));
      } else if (name.equals("tlLogic") && !phases.isEmpty()) {
        programs.put(program.id(), program);
      }
    }

    private void lane(SumoXml.Element element) {
      Lane lane =
          new Lane(
              element.integer("index"),
              Math.max(0.1, element.number("length")),
              Math.max(0.5, element.number("speed")));
      if (internal) {
        innerLanes.put(element.get("id"), lane);
      }
      List<String> allow = words(element, "allow");
      List<String> disallow = words(element, "disallow");
      if (allows(allow, disallow, "passenger")) {
        cars.add(lane);
      } else if (MOTORS.stream().anyMatch(kind -> allows(allow, disallow, kind))) {
        motors.add(lane);
      }
    }

    private void connection(SumoXml.Element element) {
      Connection connection =
          new Connection(
              element.get("from"),
              element.integer("fromLane"),
              element.get("to"),
              element.integer("toLane"),
              element.find("via").orElse(""),
              element.find("tl").orElse(""),
              element.find("tl").isPresent() ? element.integer("linkIndex") : -1);
      if (connection.from().startsWith(":")) {
        innerConnections.put(connection.from() + "_" + connection.fromLane(), connection);
      } else if (!connection.to().startsWith(":")) {
        connections.add(connection);
      }
    }

    private void junction(SumoXml.Element element) {
      junction =
          new Junction(
              element.get("id"),
              words(element, "intLanes"),
              new HashMap<>(),
              new HashMap<>(),
              new HashMap<>());
      junctions.put(junction.id(), junction);
    }
  }

  private static List<String> words(SumoXml.Element element, String attribute) {
    return element
        .find(attribute)
        .filter(text -> !text.isBlank())
        .map(text -> Arrays.asList(text.trim().split("\\s+")))
        .orElse(List.of());
  }

  private static boolean allows(List<String> allow, List<String> disallow, String kind) {
    if (!allow.isEmpty()) {
      return allow.contains(kind) || allow.contains("all");
    }
    return !disallow.contains(kind) && !disallow.contains("all");
  }
}
