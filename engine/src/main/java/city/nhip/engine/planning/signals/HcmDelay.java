package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Timings and delays of a quarter of an hour from its flows alone, each intersection by itself:
 * Webster's timings and the uniform and incremental delay of the Highway Capacity Manual 2010
 * (equations 18-20 and 18-45, k = 0.5, isolated). Rough, and thousands of times quicker than to
 * play single vehicles.
 */
public final class HcmDelay {
  private static final double HOURS = 0.25;
  private static final double K = 0.5;

  private final List<Intersection> sites;
  private final double unitsPerVehicle;

  /** By site, the lanes before its signals. */
  private final List<List<Lane>> lanes = new ArrayList<>();

  /**
   * @param signals that its movements look at
   * @param approach index of the approach
   * @param perVehicle flow ratio of each signal's movement at a vehicle an hour on the approach
   * @param saturationFlow passenger car units an hour
   */
  private record Lane(
      List<Integer> signals, int approach, List<Double> perVehicle, double saturationFlow) {}

  public HcmDelay(ZoneSignals zone) {
    sites = zone.intersections();
    unitsPerVehicle = zone.unitsPerVehicle();
    List<SignalSites.Approach> approaches = zone.approaches();
    Map<Integer, Integer> approachOf = new HashMap<>();
    for (int a = 0; a < approaches.size(); a++) {
      approachOf.put(zone.lanes().linkOf.getOrDefault(approaches.get(a).id(), -1), a);
    }
    List<SignalNetwork.Movement> movements = zone.lanes().movements;
    for (int site = 0; site < sites.size(); site++) {
      Map<List<Integer>, Lane> byLane = new HashMap<>();
      List<Lane> inOrder = new ArrayList<>();
      for (SignalNetwork.Movement it : movements) {
        if (it.intersection() == site) {
          int approach = approachOf.getOrDefault(it.fromLink(), 0);
          Lane lane =
              byLane.computeIfAbsent(
                  List.of(it.fromLink(), it.fromLane()),
                  key -> {
                    Lane fresh =
                        new Lane(
                            new ArrayList<>(),
                            approach,
                            new ArrayList<>(),
                            3_600_000.0 / it.headwayMillis());
                    inOrder.add(fresh);
                    return fresh;
                  });
          lane.signals().add(it.signal());
          lane.perVehicle()
              .add(
                  share(zone, approaches.get(approach), it)
                      * zone.unitsPerVehicle(approaches.get(approach).id())
                      * it.headwayMillis()
                      / 3_600_000);
        }
      }
      lanes.add(inOrder);
    }
  }

  /**
   * Of the approach's vehicles, those of one movement: a turn spreads over the lanes it may use.
   */
  private static double share(
      ZoneSignals zone, SignalSites.Approach approach, SignalNetwork.Movement it) {
    for (SignalSites.Turn turn : approach.turns()) {
      if (zone.lanes().target(approach, turn) == it.toLink()
          && approach.lanes().get(it.fromLane()).contains(turn.turn())) {
        long wide = approach.lanes().stream().filter(lane -> lane.contains(turn.turn())).count();
        return turn.share() / wide;
      }
    }
    return 0;
  }

  /**
   * @param vehiclesPerHour by approach, in the zone's order
   * @return Webster's timings with the stages of the fixed plans
   */
  public List<Timing> timings(double[] vehiclesPerHour) {
    List<Timing> timings = new ArrayList<>();
    for (int site = 0; site < sites.size(); site++) {
      Intersection it = sites.get(site);
      timings.add(
          Webster.timing(
              it,
              loads(site, vehiclesPerHour),
              it.today().greens().stream().map(Timing.Green::stage).toList()));
    }
    return timings;
  }

  private LaneLoads loads(int site, double[] vehiclesPerHour) {
    return new LaneLoads(
        lanes.get(site).stream()
            .map(
                lane -> {
                  double flow = vehiclesPerHour[lane.approach()];
                  return new LaneLoads.LaneLoad(
                      lane.signals(),
                      lane.perVehicle().stream().map(ratio -> ratio * flow).toList(),
                      List.of());
                })
            .toList());
  }

  /**
   * @return the highest degree of saturation of a lane, at least 0
   */
  public double worstSaturation(List<Timing> timings, double[] vehiclesPerHour) {
    double worst = 0;
    for (int site = 0; site < sites.size(); site++) {
      worst =
          Math.max(worst, loads(site, vehiclesPerHour).worst(sites.get(site), timings.get(site)));
    }
    return worst;
  }

  /** What timings cost in any quarter of an hour, ready to be asked many times. */
  public Costs costs(List<Timing> timings) {
    return new Costs(timings);
  }

  /** Green shares looked up once. */
  public final class Costs {
    private final double[] cycles;

    /** By site and lane: degree of saturation at a vehicle an hour, and its flow ratio. */
    private final double[][] saturation;

    private final double[][] ratio;

    private Costs(List<Timing> timings) {
      cycles = new double[sites.size()];
      saturation = new double[sites.size()][];
      ratio = new double[sites.size()][];
      for (int site = 0; site < cycles.length; site++) {
        List<Lane> its = lanes.get(site);
        cycles[site] = timings.get(site).cycle();
        saturation[site] = new double[its.size()];
        ratio[site] = new double[its.size()];
        for (int lane = 0; lane < its.size(); lane++) {
          Lane it = its.get(lane);
          ratio[site][lane] = it.perVehicle().stream().mapToDouble(Double::doubleValue).sum();
          saturation[site][lane] =
              LaneLoads.saturation(
                  new LaneLoads.LaneLoad(it.signals(), it.perVehicle(), List.of()),
                  sites.get(site),
                  timings.get(site));
        }
      }
    }

    /**
     * @param vehiclesPerHour by approach, in the zone's order
     * @return vehicle-hours of delay in a quarter of an hour, at least 0
     */
    public double vehicleHours(double[] vehiclesPerHour) {
      double hours = 0;
      for (int site = 0; site < cycles.length; site++) {
        List<Lane> its = lanes.get(site);
        for (int lane = 0; lane < its.size(); lane++) {
          double flow = vehiclesPerHour[its.get(lane).approach()];
          double x = flow * saturation[site][lane];
          if (x > 0) {
            hours +=
                delay(cycles[site], flow * ratio[site][lane], x, its.get(lane).saturationFlow());
          }
        }
      }
      return hours / unitsPerVehicle;
    }
  }

  private static double delay(double cycle, double y, double x, double saturationFlow) {
    double green = Math.min(1, y / x);
    double uniform = 0.5 * cycle * (1 - green) * (1 - green) / (1 - Math.min(1, x) * green);
    double capacity = green * saturationFlow;
    double over = x - 1;
    double queued = 900 * HOURS * (over + Math.sqrt(over * over + 8 * K * x / (capacity * HOURS)));
    return y * saturationFlow * HOURS * (uniform + queued) / 3_600;
  }
}
