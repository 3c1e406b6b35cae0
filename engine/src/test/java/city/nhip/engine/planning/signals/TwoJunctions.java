package city.nhip.engine.planning.signals;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.planning.signals.SignalSites.Approach;
import city.nhip.engine.planning.signals.SignalSites.Clearance;
import city.nhip.engine.planning.signals.SignalSites.Group;
import city.nhip.engine.planning.signals.SignalSites.Pair;
import city.nhip.engine.planning.signals.SignalSites.Site;
import city.nhip.engine.planning.signals.SignalSites.StageGreen;
import city.nhip.engine.planning.signals.SignalSites.StageSite;
import city.nhip.engine.planning.signals.SignalSites.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A street from west to east with two crossings, A and B, and a detector on each approach. */
final class TwoJunctions {
  static final int CYCLE = 120;
  static final int EAST_WEST_GREEN = 55;
  static final int LENGTH = 300;
  static final int SPEED = 50;

  private static final List<String> TURNS = List.of("left", "through", "right");

  /** Where turns lead that do not leave the two. */
  private static final Map<String, String> AHEAD =
      Map.of(
          "A:W through", "B:W",
          "A:N left", "B:W",
          "A:S right", "B:W",
          "B:E through", "A:E",
          "B:N right", "A:E",
          "B:S left", "A:E");

  private TwoJunctions() {}

  /**
   * @param shares of left, through and right by approach
   */
  static SignalSites file(Map<String, double[]> shares, int saturationFlow) {
    return new SignalSites(
        TrafficMix.CARS,
        1.1,
        List.of(site("A", shares, saturationFlow), site("B", shares, saturationFlow)));
  }

  private static Site site(String id, Map<String, double[]> shares, int saturationFlow) {
    List<Group> groups = new ArrayList<>();
    List<Approach> approaches = new ArrayList<>();
    List<Pair> conflicts = new ArrayList<>();
    List<Clearance> clearances = new ArrayList<>();
    for (String side : List.of("E", "N", "S", "W")) {
      String approach = id + ":" + side;
      groups.add(new Group(side, "vehicle", approach, TURNS, 5, 0, List.of()));
      double[] share = shares.getOrDefault(approach, new double[] {0.2, 0.6, 0.2});
      List<Turn> turns = new ArrayList<>();
      for (int k = 0; k < TURNS.size(); k++) {
        String turn = TURNS.get(k);
        turns.add(new Turn(turn, share[k], AHEAD.getOrDefault(approach + " " + turn, "")));
      }
      approaches.add(
          new Approach(
              approach,
              "street",
              LENGTH,
              SPEED,
              List.of(List.of("left"), List.of("through", "right")),
              saturationFlow,
              800,
              turns));
    }
    for (String one : List.of("E", "W")) {
      for (String other : List.of("N", "S")) {
        conflicts.add(new Pair(one, other));
        clearances.add(new Clearance(one, other, 5));
        clearances.add(new Clearance(other, one, 5));
      }
    }
    return new Site(
        id,
        "zone",
        new Localized(id, id),
        new Position(11, 106),
        "",
        3,
        2,
        groups,
        conflicts,
        clearances,
        List.of(
            new StageSite("EW", List.of("E", "W"), List.of()),
            new StageSite("NS", List.of("N", "S"), List.of())),
        new SignalSites.FixedPlan(
            CYCLE,
            0,
            List.of(
                new StageGreen("EW", EAST_WEST_GREEN),
                new StageGreen("NS", CYCLE - 10 - EAST_WEST_GREEN))),
        approaches);
  }
}
