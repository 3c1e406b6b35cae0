package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Roads.BannedTurn;
import city.nhip.engine.city.Roads.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The nodes of the streets' graph: the junctions, and for each arc from which not every turn is
 * allowed one node more, which those who come by that arc reach in the junction's stead. Where no
 * turn is banned there are no more nodes than junctions.
 */
final class TurnNodes {
  private static final int NOWHERE = -1;

  private final int[] from;
  private final int[] to;

  /** By arc, as in the graph: the node in which it ends. */
  private final int[] reached;

  /** By node beyond the junctions: the one that it is part of. */
  private final List<Integer> parts = new ArrayList<>();

  /** By node: the next one of the same junction. */
  private final int[] next;

  /** By node beyond the junctions: the arcs that it does not lead to. */
  private final List<Set<Integer>> banned = new ArrayList<>();

  private final int plain;

  /**
   * @param index of each junction, by id
   * @param from the junction where each section starts
   * @param to where it ends
   */
  TurnNodes(Roads roads, Map<String, Integer> index, int[] from, int[] to) {
    this.from = from;
    this.to = to;
    plain = roads.junctions().size();
    reached = new int[2 * from.length];
    for (int arc = 0; arc < reached.length; arc++) {
      reached[arc] = end(arc);
    }
    List<BannedTurn> turns = roads.bannedTurns().orElse(List.of());
    Map<String, Integer> sections = new HashMap<>();
    for (int s = 0; s < from.length && !turns.isEmpty(); s++) {
      Section section = roads.sections().get(s);
      sections.put(section.id(), s);
    }
    for (BannedTurn turn : turns) {
      ban(
          sections.getOrDefault(turn.from(), 0),
          index.getOrDefault(turn.via(), 0),
          sections.getOrDefault(turn.to(), 0));
    }
    next = new int[plain + parts.size()];
    Arrays.fill(next, NOWHERE);
    for (int n = plain; n < next.length; n++) {
      next[n] = next[junction(n)];
      next[junction(n)] = n;
    }
  }

  private void ban(int one, int via, int other) {
    for (int arc = 2 * one; arc <= 2 * one + 1; arc++) {
      if (end(arc) == via) {
        if (reached[arc] < plain) {
          reached[arc] = plain + parts.size();
          parts.add(via);
          banned.add(new HashSet<>());
        }
        Set<Integer> ofArc = banned.get(reached[arc] - plain);
        for (int onward = 2 * other; onward <= 2 * other + 1; onward++) {
          if (start(onward) == via) {
            ofArc.add(onward);
          }
        }
      }
    }
  }

  private int start(int arc) {
    return arc % 2 == 0 ? from[arc / 2] : to[arc / 2];
  }

  private int end(int arc) {
    return arc % 2 == 0 ? to[arc / 2] : from[arc / 2];
  }

  int nodes() {
    return next.length;
  }

  int junction(int node) {
    return node < plain ? node : parts.get(node - plain);
  }

  /** The next node of the same junction, the first of which is the junction's own; -1 for none. */
  int nextOf(int node) {
    return next[node];
  }

  /**
   * @param arc that leaves the node's junction
   */
  boolean mayGo(int node, int arc) {
    return node < plain || !banned.get(node - plain).contains(arc);
  }

  int reachedBy(int arc) {
    return reached[arc];
  }

  /**
   * @param open arcs that may be used
   * @param first takes by node where its arcs begin, and one more where they end
   * @return the arcs by node
   */
  int[] arcs(int[] open, int[] first) {
    for (int arc : open) {
      for (int n = start(arc); n != NOWHERE; n = next[n]) {
        first[n + 1] += mayGo(n, arc) ? 1 : 0;
      }
    }
    for (int n = 0; n < next.length; n++) {
      first[n + 1] += first[n];
    }
    int[] arcs = new int[first[next.length]];
    int[] free = first.clone();
    for (int arc : open) {
      for (int n = start(arc); n != NOWHERE; n = next[n]) {
        if (mayGo(n, arc)) {
          arcs[free[n]++] = arc;
        }
      }
    }
    return arcs;
  }
}
