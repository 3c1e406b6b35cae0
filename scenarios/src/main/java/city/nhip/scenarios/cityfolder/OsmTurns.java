package city.nhip.scenarios.cityfolder;

import city.nhip.engine.city.Roads.BannedTurn;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.OSMWayID;
import com.graphhopper.routing.ev.TurnRestriction;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.TurnCostStorage;
import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns that trucks may not make, as GraphHopper reads them from relations: over a junction. For
 * those over a way it doubles that way; the doubles stand for the same street and are left out, and
 * with them what they forbid.
 */
final class OsmTurns {
  /** The kinds of vehicles of a truck, in OpenStreetMap's words, the narrowest first. */
  static final List<String> VEHICLES = List.of("hgv", "motor_vehicle");

  private final BaseGraph graph;
  private final BooleanEncodedValue banned;
  private final IntEncodedValue way;

  /** The edge that an edge and its doubles stand for, by what they have in common. */
  private final Map<Street, Integer> firsts = new HashMap<>();

  private final Map<Integer, List<Integer>> doubles = new HashMap<>();
  private final Map<Integer, List<String>> pieces = new HashMap<>();

  private record Street(int way, int base, int end, double metres) {}

  OsmTurns(BaseGraph graph, EncodingManager values) {
    this.graph = graph;
    banned = values.getTurnBooleanEncodedValue(TurnRestriction.key("car"));
    way = values.getIntEncodedValue(OSMWayID.KEY);
  }

  /** Whether an edge is no double of one that was asked for before. */
  boolean isNew(EdgeIteratorState edge) {
    Integer first = firsts.putIfAbsent(street(edge), edge.getEdge());
    doubles
        .computeIfAbsent(first == null ? edge.getEdge() : first, key -> new ArrayList<>())
        .add(edge.getEdge());
    return first == null;
  }

  private Street street(EdgeIteratorState edge) {
    return new Street(edge.get(way), edge.getBaseNode(), edge.getAdjNode(), edge.getDistance());
  }

  /**
   * @param sections that an edge has become, from its base to its end
   */
  void pieces(EdgeIteratorState edge, List<String> sections) {
    if (!sections.isEmpty() && edge.getBaseNode() != edge.getAdjNode()) {
      pieces.put(edge.getEdge(), List.copyOf(sections));
    }
  }

  /**
   * @param junctions number of a junction, by GraphHopper's
   */
  List<BannedTurn> banned(Map<Integer, Integer> junctions) {
    Set<BannedTurn> turns = new LinkedHashSet<>();
    TurnCostStorage.Iterator turn = graph.getTurnCostStorage().getAllTurnCosts();
    while (turn.next()) {
      int from = turn.getFromEdge();
      int to = turn.getToEdge();
      int via = turn.getViaNode();
      if (pieces.containsKey(from) && pieces.containsKey(to) && isBanned(from, via, to)) {
        turns.add(new BannedTurn(piece(from, via), "N" + junctions.get(via), piece(to, via)));
      }
    }
    return List.copyOf(turns);
  }

  /** To all doubles, from all of them. */
  private boolean isBanned(int from, int via, int to) {
    return doubles.getOrDefault(from, List.of()).stream()
        .allMatch(
            one ->
                doubles.getOrDefault(to, List.of()).stream()
                    .allMatch(other -> graph.getTurnCostStorage().get(banned, one, via, other)));
  }

  private String piece(int edge, int via) {
    List<String> all = pieces.getOrDefault(edge, List.of());
    boolean atBase = graph.getEdgeIteratorState(edge, Integer.MIN_VALUE).getBaseNode() == via;
    return all.get(atBase ? 0 : all.size() - 1);
  }
}
