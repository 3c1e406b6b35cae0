package city.nhip.scenarios.cityfolder;

import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Roads.Junction;
import city.nhip.engine.city.Roads.Section;
import city.nhip.engine.city.Roads.SizeLimit;
import city.nhip.engine.files.BadFile;
import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.DefaultImportRegistry;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.ImportUnit;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.Lanes;
import com.graphhopper.routing.ev.MaxSpeed;
import com.graphhopper.routing.ev.OSMWayID;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.SimpleBooleanEncodedValue;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.ev.VehicleSpeed;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.GHUtility;
import com.graphhopper.util.PointList;
import com.graphhopper.util.TurnCostsConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/**
 * A city's streets from an extract of OpenStreetMap, read by GraphHopper: all that motor vehicles
 * may use and that is joined to the rest. Bends become junctions at which nobody waits.
 */
final class OsmRoads {
  static final List<String> FILES = List.of("roads.osm.pbf", "roads.osm.gz", "roads.osm");

  private static final int MOST_SECTIONS = 200_000;
  private static final int LEAST_JOINED = 20;
  private static final String SIGNAL = "signal_at_end";

  private final BaseGraph graph;
  private final BooleanEncodedValue open;
  private final BooleanEncodedValue cutOff;
  private final BooleanEncodedValue signal;
  private final DecimalEncodedValue usual;
  private final DecimalEncodedValue permitted;
  private final IntEncodedValue lanes;
  private final IntEncodedValue way;
  private final EnumEncodedValue<RoadClass> roadClass;
  private final List<Position> positions = new ArrayList<>();
  private final Map<Integer, Integer> towers = new HashMap<>();
  private final Set<Integer> signalised = new HashSet<>();
  private final List<Section> sections = new ArrayList<>();
  private final Map<Integer, Integer> piecesOfWay = new HashMap<>();
  private final List<SizeLimit> limits = new ArrayList<>();
  private final OsmLimits size;
  private final OsmTurns turns;

  private OsmRoads(GraphHopper hopper) {
    graph = hopper.getBaseGraph();
    EncodingManager values = hopper.getEncodingManager();
    open = values.getBooleanEncodedValue(VehicleAccess.key("car"));
    cutOff = values.getBooleanEncodedValue(Subnetwork.key("car"));
    signal = values.getBooleanEncodedValue(SIGNAL);
    usual = values.getDecimalEncodedValue(VehicleSpeed.key("car"));
    permitted = values.getDecimalEncodedValue(MaxSpeed.KEY);
    lanes = values.getIntEncodedValue(Lanes.KEY);
    way = values.getIntEncodedValue(OSMWayID.KEY);
    roadClass = values.getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
    size = new OsmLimits(values);
    turns = new OsmTurns(graph, values);
  }

  /**
   * @param extract {@code .osm.pbf}, {@code .osm.gz} or {@code .osm}
   * @throws BadFile when it is no such file, or holds no streets or too many
   */
  static Roads read(Path extract) {
    try {
      Path scratch = Files.createTempDirectory("nhip-osm");
      try {
        return read(extract, hopper(extract, scratch));
      } finally {
        FileSystemUtils.deleteRecursively(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a folder for temporary files", e);
    }
  }

  private static Roads read(Path extract, GraphHopper hopper) {
    try {
      hopper.importOrLoad();
      return new OsmRoads(hopper).roads(extract);
    } catch (BadFile e) {
      throw e;
    } catch (RuntimeException e) {
      throw new BadFile(
          extract,
          "",
          "this is no extract of OpenStreetMap that can be read (%s). Download it again."
              .formatted(e.getMessage()));
    } finally {
      hopper.close();
    }
  }

  private static GraphHopper hopper(Path extract, Path scratch) {
    return new GraphHopper()
        .setOSMFile(extract.toString())
        .setGraphHopperLocation(scratch.resolve("graph").toString())
        .setStoreOnFlush(false)
        .setMinNetworkSize(LEAST_JOINED)
        .setImportRegistry(
            name ->
                name.equals(SIGNAL)
                    ? ImportUnit.create(
                        name,
                        properties -> new SimpleBooleanEncodedValue(name, true),
                        (values, properties) -> {
                          BooleanEncodedValue at = values.getBooleanEncodedValue(name);
                          return (edge, access, way, relations) -> signals(at, edge, access, way);
                        })
                    : new DefaultImportRegistry().createImportUnit(name))
        .setEncodedValuesString(
            String.join(
                ", ",
                VehicleAccess.key("car"),
                VehicleSpeed.key("car"),
                MaxSpeed.KEY,
                Lanes.KEY,
                OSMWayID.KEY,
                RoadClass.KEY,
                OsmLimits.KEYS,
                SIGNAL))
        .setProfiles(
            new Profile("car")
                .setCustomModel(GHUtility.loadCustomModelFromJar("car.json"))
                .setTurnCostsConfig(new TurnCostsConfig(OsmTurns.VEHICLES)));
  }

  /** GraphHopper gives the tags of a piece's nodes in their order. */
  private static void signals(
      BooleanEncodedValue at, int edge, EdgeIntAccess access, ReaderWay way) {
    List<Map<String, Object>> tags = way.getTag("node_tags", List.of());
    if (!tags.isEmpty()) {
      at.setBool(true, edge, access, isSignal(tags.get(0)));
      at.setBool(false, edge, access, isSignal(tags.get(tags.size() - 1)));
    }
  }

  private static boolean isSignal(Map<String, Object> tags) {
    return "traffic_signals".equals(tags.get("highway"));
  }

  private Roads roads(Path extract) {
    AllEdgesIterator edge = graph.getAllEdges();
    while (edge.next()) {
      boolean along = edge.get(open);
      boolean against = edge.getReverse(open);
      if ((along || against) && !edge.get(cutOff) && turns.isNew(edge)) {
        add(edge, along, against);
      }
      if (sections.size() > MOST_SECTIONS) {
        throw new BadFile(
            extract,
            "",
            "there are more than %d street sections. Cut the extract to the city."
                .formatted(MOST_SECTIONS));
      }
    }
    if (sections.isEmpty()) {
      throw new BadFile(
          extract, "", "no street for motor vehicles is in it. Give an extract of the city.");
    }
    List<Junction> junctions = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      junctions.add(new Junction("N" + i, positions.get(i), signalised.contains(i)));
    }
    return new Roads(
        junctions,
        sections,
        Optional.of(turns.banned(towers)).filter(some -> !some.isEmpty()),
        Optional.of(limits).filter(some -> !some.isEmpty()));
  }

  private void add(AllEdgesIterator edge, boolean along, boolean against) {
    PointList line = edge.fetchWayGeometry(FetchMode.ALL);
    int first = tower(edge.getBaseNode(), line, 0);
    int last = tower(edge.getAdjNode(), line, line.size() - 1);
    if (edge.getReverse(signal)) {
      signalised.add(first);
    }
    if (edge.get(signal)) {
      signalised.add(last);
    }
    int from = first;
    int before = sections.size();
    for (int i = 1; i < line.size(); i++) {
      int to = i == line.size() - 1 ? last : point(line, i);
      if (to != from) {
        sections.add(section(edge, along ? from : to, along ? to : from, !(along && against)));
      }
      from = to;
    }
    List<String> pieces =
        sections.subList(before, sections.size()).stream().map(Section::id).toList();
    turns.pieces(edge, pieces);
    size.of(edge).ifPresent(most -> pieces.forEach(it -> limits.add(new SizeLimit(it, most))));
  }

  private Section section(AllEdgesIterator edge, int from, int to, boolean oneWay) {
    double speed = edge.get(permitted);
    double known = speed > 0 && speed <= MaxSpeed.MAXSPEED_150 ? speed : edge.get(usual);
    int wide = oneWay ? edge.get(lanes) : edge.get(lanes) / 2;
    int wayId = edge.get(way);
    return new Section(
        "W%d-%d".formatted(wayId, piecesOfWay.merge(wayId, 1, Integer::sum)),
        "N" + from,
        "N" + to,
        edge.getName(),
        classOf(edge.get(roadClass)),
        Math.max(1, Math.min(6, wide)),
        (int) Math.max(5, Math.min(120, Math.round(known))),
        oneWay);
  }

  private static String classOf(RoadClass roadClass) {
    return switch (roadClass) {
      case MOTORWAY, TRUNK, PRIMARY -> "arterial";
      case SECONDARY, TERTIARY -> "collector";
      default -> "local";
    };
  }

  private int tower(int node, PointList line, int index) {
    Integer known = towers.get(node);
    if (known == null) {
      known = point(line, index);
      towers.put(node, known);
    }
    return known;
  }

  private int point(PointList line, int index) {
    positions.add(new Position(line.getLat(index), line.getLon(index)));
    return positions.size() - 1;
  }
}
