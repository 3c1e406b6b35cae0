package city.nhip.scenarios.generator;

import city.nhip.engine.planning.signals.SignalSites.Clearance;
import city.nhip.engine.planning.signals.SignalSites.Group;
import city.nhip.engine.planning.signals.SignalSites.Pair;
import city.nhip.engine.planning.signals.SignalSites.StageSite;
import city.nhip.scenarios.generator.Turning.Movement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An intersection's signal groups, what conflicts, and its stages. Each arm has a group for through
 * traffic, one for the left turn, one for the right turn, and a crossing; the two turns yield while
 * those that go first are green, and left turns with a lane of their own get a stage too.
 */
final class SignalGroups {
  private static final int LEAST_GREEN = 7;
  private static final int LEAST_TURN = 5;
  private static final int WALK = 7;

  private final String site;
  private final Map<Character, Integer> crossings;
  private final List<Character> leftLanes;

  /**
   * @param crossings the arms, each with its width in metres
   * @param leftLanes arms whose left turn has a lane of its own
   */
  SignalGroups(String site, Map<Character, Integer> crossings, List<Character> leftLanes) {
    this.site = site;
    this.crossings = crossings;
    this.leftLanes = leftLanes;
  }

  private static String name(Movement movement) {
    return movement.from() + movement.turn().substring(0, 1).toUpperCase(Locale.ROOT);
  }

  private static String walk(char arm) {
    return "P" + arm;
  }

  private int width(char arm) {
    return crossings.getOrDefault(arm, 0);
  }

  /** Left, through and right, as far as the arms are there. */
  List<String> turns(char from) {
    return List.of("left", "through", "right").stream()
        .filter(turn -> crossings.containsKey(Turning.side(from, turn)))
        .toList();
  }

  private List<Movement> movements() {
    List<Movement> all = new ArrayList<>();
    for (char side : Turning.SIDES) {
      if (crossings.containsKey(side)) {
        turns(side).forEach(turn -> all.add(new Movement(side, turn)));
      }
    }
    return all;
  }

  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (Movement it : movements()) {
      groups.add(
          new Group(
              name(it),
              "vehicle",
              site + ":" + it.from(),
              List.of(it.turn()),
              it.turn().equals("through") ? LEAST_GREEN : LEAST_TURN,
              0,
              goFirst(it)));
    }
    for (char side : Turning.SIDES) {
      if (crossings.containsKey(side)) {
        groups.add(
            new Group(walk(side), "pedestrian", "", List.of(), WALK, width(side), List.of()));
      }
    }
    return groups;
  }

  /** A turn gives way to walkers on the arm that it leaves by; a left turn to who comes towards. */
  private List<String> goFirst(Movement it) {
    if (it.turn().equals("through")) {
      return List.of();
    }
    List<String> first = new ArrayList<>();
    for (Movement other : movements()) {
      if (it.turn().equals("left")
          && other.from() == Turning.opposite(it.from())
          && it.meets(other)) {
        first.add(name(other));
      }
    }
    first.add(walk(it.to()));
    return first;
  }

  List<Pair> conflicts() {
    List<Pair> pairs = new ArrayList<>();
    List<Movement> all = movements();
    for (int i = 0; i < all.size(); i++) {
      for (Movement other : all.subList(i + 1, all.size())) {
        if (all.get(i).meets(other)) {
          pairs.add(new Pair(name(all.get(i)), name(other)));
        }
      }
      for (char arm : Turning.SIDES) {
        if (crossings.containsKey(arm) && all.get(i).crosses(arm)) {
          pairs.add(new Pair(name(all.get(i)), walk(arm)));
        }
      }
    }
    return pairs;
  }

  /**
   * @param intergreen seconds of yellow and all-red
   * @param walkingSpeed m/s
   */
  List<Clearance> clearances(int intergreen, double walkingSpeed) {
    List<Clearance> clearances = new ArrayList<>();
    for (Pair pair : conflicts()) {
      clearances.add(new Clearance(pair.one(), pair.other(), intergreen));
      int back =
          pair.other().startsWith("P")
              ? (int) Math.ceil(width(pair.other().charAt(1)) / walkingSpeed)
              : intergreen;
      clearances.add(new Clearance(pair.other(), pair.one(), back));
    }
    return clearances;
  }

  /** East-west, its left turns, north-south, its left turns. */
  List<StageSite> stages() {
    List<StageSite> stages = new ArrayList<>();
    for (String axis : List.of("EW", "NS")) {
      List<String> green = new ArrayList<>();
      List<String> yielding = new ArrayList<>();
      List<String> lefts = new ArrayList<>();
      for (Movement it : movements()) {
        if (axis.indexOf(it.from()) >= 0) {
          (it.turn().equals("through") ? green : yielding).add(name(it));
          if (it.turn().equals("left")
              && leftLanes.contains(it.from())
              && crossings.containsKey(Turning.opposite(it.from()))) {
            lefts.add(name(it));
          }
        }
      }
      for (char arm : crossings.keySet()) {
        if (axis.indexOf(arm) < 0) {
          green.add(walk(arm));
        }
      }
      stages.add(new StageSite(axis, green, yielding));
      if (!lefts.isEmpty()) {
        stages.add(new StageSite(axis + "L", lefts, List.of()));
      }
    }
    return stages;
  }
}
