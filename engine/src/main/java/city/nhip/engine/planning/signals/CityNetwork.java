package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.signals.SignalNetwork.Link;
import city.nhip.engine.planning.signals.SignalNetwork.Movement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The lane graph of a zone's sites: a link an approach, and one for each turn that leads out of the
 * network, so that who leaves it needs the lane and the green of that turn.
 */
final class CityNetwork {
  /** Passenger car units stand this far apart, metres. */
  private static final double SPACING = 7;

  private static final int CROSSING_MILLIS = 3_000;
  private static final int GAP_MILLIS = 4_500;

  /**
   * Units that wait inside the junction for a gap and clear it after the green, a lane of their
   * own: two, as HCM 6 counts them. Where others share the lane the second one keeps them.
   */
  private static final int BAY = 2;

  private static final int SHARED_BAY = 1;

  /** Where a queue spills back, the search plans as if the street held this much less. */
  private static final double SPILLED_STORAGE = 0.7;

  final List<Link> links = new ArrayList<>();
  final List<Movement> movements = new ArrayList<>();
  final Map<String, Integer> linkOf = new HashMap<>();
  private final List<SignalSites.Site> sites;
  private final ToDoubleFunction<String> saturationFactor;
  private final Set<String> spilling;

  /**
   * @param saturationFactor of an approach: 1 on a dry street without incident
   * @param spilling approaches whose queue reached the intersection behind
   */
  CityNetwork(
      List<SignalSites.Site> sites,
      ToDoubleFunction<String> saturationFactor,
      Set<String> spilling) {
    this.sites = sites;
    this.saturationFactor = saturationFactor;
    this.spilling = spilling;
    for (SignalSites.Site site : sites) {
      site.approaches().forEach(this::link);
    }
    for (SignalSites.Site site : sites) {
      site.approaches().forEach(this::waysOut);
    }
    for (int site = 0; site < sites.size(); site++) {
      connect(site);
    }
  }

  private void link(SignalSites.Approach approach) {
    double storage =
        approach.lengthMetres()
            / SPACING
            * (spilling.contains(approach.id()) ? SPILLED_STORAGE : 1);
    linkOf.put(approach.id(), links.size());
    links.add(
        new Link(
            approach.id(),
            approach.lengthMetres(),
            (int) Math.round(3_600 * approach.lengthMetres() / approach.speedKmh()),
            approach.lanes().size(),
            (int) Math.max(1, storage)));
  }

  private void waysOut(SignalSites.Approach approach) {
    for (SignalSites.Turn turn : approach.turns()) {
      if (!linkOf.containsKey(turn.to())) {
        linkOf.put(wayOut(approach, turn), links.size());
        links.add(new Link(wayOut(approach, turn), 300, 20_000, 8, 1_000));
      }
    }
  }

  private static String wayOut(SignalSites.Approach approach, SignalSites.Turn turn) {
    return approach.id() + ":" + turn.turn();
  }

  /** The link that a turn leads to, by index. */
  int target(SignalSites.Approach approach, SignalSites.Turn turn) {
    Integer next = linkOf.get(turn.to());
    return next == null ? linkOf.getOrDefault(wayOut(approach, turn), 0) : next;
  }

  private record Lane(SignalSites.Approach approach, int lane, SignalSites.Turn turn, int group) {}

  private void connect(int index) {
    SignalSites.Site site = sites.get(index);
    List<Lane> all = new ArrayList<>();
    for (SignalSites.Approach approach : site.approaches()) {
      for (int lane = 0; lane < approach.lanes().size(); lane++) {
        for (SignalSites.Turn turn : approach.turns()) {
          if (approach.lanes().get(lane).contains(turn.turn())) {
            all.add(new Lane(approach, lane, turn, group(site, approach, turn)));
          }
        }
      }
    }
    int first = movements.size();
    for (Lane it : all) {
      List<Integer> yieldsTo = new ArrayList<>();
      List<String> before = site.groups().get(it.group()).yieldsTo();
      for (int other = 0; other < all.size(); other++) {
        if (before.contains(site.groups().get(all.get(other).group()).id())) {
          yieldsTo.add(first + other);
        }
      }
      int target = target(it.approach(), it.turn());
      movements.add(
          new Movement(
              linkOf.getOrDefault(it.approach().id(), 0),
              it.lane(),
              target,
              Math.min(it.lane(), links.get(target).lanes() - 1),
              index,
              it.group(),
              headwayMillis(it.approach()),
              CROSSING_MILLIS,
              GAP_MILLIS,
              waits(site, it.group()) ? bay(it) : 0,
              false,
              yieldsTo));
    }
  }

  private int headwayMillis(SignalSites.Approach approach) {
    double left = saturationFactor.applyAsDouble(approach.id());
    return (int) Math.round(3_600_000 / (approach.saturationFlow() * left));
  }

  /**
   * Whether a group's vehicles drive into the junction before they may go on: some stage has it.
   */
  private static boolean waits(SignalSites.Site site, int group) {
    String id = site.groups().get(group).id();
    return site.stages().stream().anyMatch(stage -> stage.yielding().contains(id));
  }

  private static int bay(Lane it) {
    return it.approach().lanes().get(it.lane()).size() == 1 ? BAY : SHARED_BAY;
  }

  private static int group(
      SignalSites.Site site, SignalSites.Approach approach, SignalSites.Turn turn) {
    for (int g = 0; g < site.groups().size(); g++) {
      SignalSites.Group group = site.groups().get(g);
      if (group.approach().equals(approach.id()) && group.turns().contains(turn.turn())) {
        return g;
      }
    }
    throw new IllegalArgumentException(
        "No group of %s serves %s from %s. Add the turn to one."
            .formatted(site.id(), turn.turn(), approach.id()));
  }
}
