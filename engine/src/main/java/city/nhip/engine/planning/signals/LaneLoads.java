package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of its time each lane before an intersection's signals would need at saturation flow.
 *
 * @param lanes one a lane that somebody uses
 */
record LaneLoads(List<LaneLoad> lanes) {
  /** Degree of saturation above which queues no longer clear reliably. */
  static final double LIMIT = 0.95;

  /**
   * @param signals the signals that the lane's movements look at
   * @param ratios flow over saturation flow, one a signal, at least 0
   * @param vehicles in the period, one a signal
   */
  record LaneLoad(List<Integer> signals, List<Double> ratios, List<Double> vehicles) {}

  LaneLoads {
    lanes = List.copyOf(lanes);
  }

  /**
   * @return vehicles of the whole period by movement: each trip spreads evenly over the lanes that
   *     it may choose
   */
  static double[] flow(LaneGraph graph) {
    double[] flow = new double[graph.fromLane.length];
    for (int route : graph.tripRoute) {
      for (int[] choice : graph.choices[route]) {
        for (int i = 0; i < choice.length; i += 2) {
          if (choice[i + 1] >= 0) {
            flow[choice[i + 1]] += 2.0 / choice.length;
          }
        }
      }
    }
    return flow;
  }

  /** One a site, from the trips. */
  static List<LaneLoads> of(LaneGraph graph) {
    double[] flow = flow(graph);
    double millis = 1000.0 * (graph.network.end() - graph.network.begin());
    List<LaneLoads> sites = new ArrayList<>();
    for (int site = 0; site < graph.network.intersections().size(); site++) {
      Map<Integer, LaneLoad> byLane = new HashMap<>();
      List<LaneLoad> inOrder = new ArrayList<>();
      for (int m = 0; m < flow.length; m++) {
        if (graph.siteOf[m] == site && flow[m] > 0) {
          LaneLoad load =
              byLane.computeIfAbsent(
                  graph.fromLane[m],
                  lane -> {
                    LaneLoad fresh =
                        new LaneLoad(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                    inOrder.add(fresh);
                    return fresh;
                  });
          load.signals().add(graph.signalOf[m]);
          load.vehicles().add(flow[m]);
          load.ratios().add(flow[m] * graph.headway[m] / millis);
        }
      }
      sites.add(new LaneLoads(inOrder));
    }
    return sites;
  }

  /**
   * @return the highest degree of saturation of a lane; yielding greens count as full ones, a lane
   *     without green as twice its demand over the whole cycle
   */
  double worst(Intersection site, Timing timing) {
    double worst = 0;
    for (LaneLoad lane : lanes) {
      worst = Math.max(worst, saturation(lane, site, timing));
    }
    return worst;
  }

  /**
   * @return the degrees of saturation above the limit, summed, in thousandths
   */
  long excessPermille(Intersection site, Timing timing) {
    double excess = 0;
    for (LaneLoad lane : lanes) {
      excess += Math.max(0, saturation(lane, site, timing) - LIMIT);
    }
    return Math.round(1000 * excess);
  }

  /**
   * Vehicles in the period that yield from a lane which others share, and are not let go right
   * after: who stands behind them, past the stop line, is caught inside when the others start.
   */
  long unguarded(Intersection site, Timing timing) {
    double vehicles = 0;
    List<Timing.Green> greens = timing.greens();
    for (int i = 0; i < greens.size(); i++) {
      Stage stage = site.stages().get(greens.get(i).stage());
      Stage next = site.stages().get(greens.get((i + 1) % greens.size()).stage());
      for (LaneLoad lane : lanes) {
        for (int s = 0; s < lane.signals().size(); s++) {
          int signal = lane.signals().get(s);
          boolean yields = stage.state().charAt(signal) == 'g';
          boolean shared =
              lane.signals().stream().anyMatch(other -> stage.state().charAt(other) == 'G');
          if (yields && shared && next.state().charAt(signal) != 'G') {
            vehicles += lane.vehicles().get(s);
          }
        }
      }
    }
    return Math.round(vehicles);
  }

  /**
   * @return flow over capacity, at least 0
   */
  static double saturation(LaneLoad lane, Intersection site, Timing timing) {
    double sum = 0;
    for (int i = 0; i < lane.signals().size(); i++) {
      int green = 0;
      for (Timing.Green running : timing.greens()) {
        Stage stage = site.stages().get(running.stage());
        if (stage.green(lane.signals().get(i))) {
          green += running.seconds();
        }
      }
      double share = green == 0 ? 0.5 : (double) green / Math.max(1, timing.cycle());
      sum += lane.ratios().get(i) / share;
    }
    return sum;
  }
}
