package city.nhip.engine.planning.lighting;

import city.nhip.engine.planning.lighting.LightingSupplies.Supply;
import java.util.Arrays;
import java.util.List;

/**
 * The batteries and panels of a night beside its lamps. First the batteries promise what the lamps'
 * limits are then raised by; once levels are found, each battery is planned anew, exactly, within
 * what it promised. The bound lets every battery do what is best at the limits' prices.
 */
final class SupplyPlan {
  /**
   * What a watt over a limit weighs where a battery promises: light is dearer than energy, mVND.
   */
  private static final double OVERLOAD = 5_000;

  /** A promise is kept, mVND a watt. */
  private static final double BROKEN_PROMISE = 1e7;

  private final NightSetting setting;
  private final NightSupply supply;
  private final NightGrid grid;
  private final int[] cost;

  /** By supply: its cabinet's groups. */
  private final int[][] members;

  private final List<ControlGroup> groups;

  /** Watts by supply and slot that the limits count on. */
  final int[][] promised;

  /** Of the forecast, what is surely used. */
  private final int[][] solar;

  private final int[][] most;

  /**
   * @param cost energy and carbon, mVND per watt and slot
   * @param least level indexes of about the least light, by group and slot
   */
  SupplyPlan(NightSetting setting, int[] cost, List<ControlGroup> groups, byte[][] least) {
    this.setting = setting;
    this.supply = setting.supply();
    this.grid = setting.grid();
    this.cost = cost;
    this.groups = List.copyOf(groups);
    this.members = new int[supply.count()][];
    this.promised = NightSupply.copy(supply.known());
    this.solar = new int[members.length][grid.slots()];
    this.most = new int[members.length][grid.slots()];
    byte[][] wanted =
        brighter(setting.past().planned() ? setting.past().levels() : required(), least);
    for (int s = 0; s < members.length; s++) {
      String cabinet = supply.supply(s).cabinet();
      members[s] = setting.network().where(group -> group.cabinet().equals(cabinet));
      promise(s, least, wanted);
      for (int t = 0; t < grid.slots(); t++) {
        int spare = Math.max(0, load(members[s], least, t) - promised[s][t]);
        solar[s][t] = Math.min(spare, NightSupply.solarWatts(supply.supply(s), grid, t));
        most[s][t] =
            Math.max(0, supply.supply(s).battery().dischargeWatts() - promised[s][t])
                + NightSupply.solarWatts(supply.supply(s), grid, t)
                - solar[s][t];
      }
    }
  }

  private byte[][] required() {
    byte[][] levels = new byte[groups.size()][grid.slots()];
    for (int g = 0; g < levels.length; g++) {
      for (int t = 0; t < grid.slots(); t++) {
        levels[g][t] = (byte) groups.get(g).required()[t];
      }
    }
    return levels;
  }

  /** A plan in force may lie below what is asked now: who charges by it leaves too little. */
  private static byte[][] brighter(byte[][] levels, byte[][] least) {
    byte[][] brighter = new byte[levels.length][];
    for (int g = 0; g < levels.length; g++) {
      brighter[g] = levels[g].clone();
      for (int t = 0; t < brighter[g].length; t++) {
        brighter[g][t] = (byte) Math.max(levels[g][t], least[g][t]);
      }
    }
    return brighter;
  }

  private int load(int[] some, byte[][] levels, int t) {
    return Arrays.stream(some).map(g -> groups.get(g).watts()[levels[g][t]]).sum();
  }

  private int[] loads(int s, byte[][] levels) {
    int[] loads = new int[grid.slots()];
    Arrays.setAll(loads, t -> load(members[s], levels, t));
    return loads;
  }

  private void promise(int s, byte[][] least, byte[][] wanted) {
    Supply one = supply.supply(s);
    double[] over = new double[grid.slots()];
    for (int t = supply.fixed(); t < over.length; t++) {
      over[t] = over(one, s, wanted, t);
    }
    promised[s] =
        BatteryProgram.cheapest(
            one.battery(),
            grid,
            supply.known()[s],
            supply.fixed(),
            loads(s, least),
            (t, watts) -> OVERLOAD * Math.max(0, over[t] - watts) - cost[t] * watts);
  }

  /** By how much the lamps go beyond the tightest limit on the supply's cabinet. */
  private double over(Supply one, int s, byte[][] wanted, int t) {
    int cap =
        setting.network().cabinets().stream()
            .filter(cabinet -> cabinet.id().equals(one.cabinet()))
            .mapToInt(LightingNetwork.Cabinet::capWatts)
            .findFirst()
            .orElseThrow();
    int sun = NightSupply.solarWatts(one, grid, t);
    double over =
        load(members[s], wanted, t) - sun - setting.watts("cabinet", one.cabinet(), cap, t);
    for (PowerLimit limit : setting.limits()) {
      if (limit.kind().equals("curtailment") && grid.within(t, limit.from(), limit.until())) {
        int[] called =
            setting
                .network()
                .where(g -> limit.asset().equals("*") || g.zone().equals(limit.asset()));
        double drawn = load(called, wanted, t) - sun;
        for (int other = 0; other < s; other++) {
          drawn -= feeds(other, limit.kind(), limit.asset()) ? promised[other][t] : 0;
        }
        if (feeds(s, limit.kind(), limit.asset())) {
          over = Math.max(over, drawn - limit.watts());
        }
      }
    }
    return over;
  }

  private boolean feeds(int s, String kind, String asset) {
    String cabinet = supply.supply(s).cabinet();
    return kind.equals("cabinet")
        ? cabinet.equals(asset)
        : kind.equals("curtailment")
            && (asset.equals("*")
                || setting.network().cabinets().stream()
                    .anyMatch(one -> one.id().equals(cabinet) && one.zone().equals(asset)));
  }

  /** What a limit on lamps may be raised by in a slot, W. */
  long support(String kind, String asset, int t) {
    return sum(kind, asset, t, promised) + sum(kind, asset, t, solar);
  }

  /** What other promises could raise it by beyond that, W. */
  long spare(String kind, String asset, int t) {
    return sum(kind, asset, t, most);
  }

  private long sum(String kind, String asset, int t, int[][] watts) {
    long sum = 0;
    for (int s = 0; s < watts.length; s++) {
      sum += feeds(s, kind, asset) ? watts[s][t] : 0;
    }
    return sum;
  }

  /** The cheapest programs for these levels, within every limit of the problem. */
  int[][] dispatched(LightingProblem problem, byte[][] levels) {
    int[][] programs = new int[members.length][];
    for (int s = 0; s < programs.length; s++) {
      int[] load = loads(s, levels);
      double[] needed = needed(problem, s, levels);
      int[] sun = sun(s);
      programs[s] =
          BatteryProgram.cheapest(
              supply.supply(s).battery(),
              grid,
              supply.known()[s],
              supply.fixed(),
              load,
              (t, watts) ->
                  BROKEN_PROMISE * Math.max(0, needed[t] - watts)
                      + cost[t] * Math.max(0, load[t] - watts - sun[t]));
    }
    return programs;
  }

  private double[] needed(LightingProblem problem, int s, byte[][] levels) {
    double[] needed = new double[grid.slots()];
    Arrays.fill(needed, Double.NEGATIVE_INFINITY);
    for (Coupling limit : problem.couplings()) {
      if (feeds(s, limit.kind(), limit.id())) {
        for (int t = limit.from(); t < limit.to(); t++) {
          boolean own = limit.kind().equals("cabinet");
          double room = limit.limits()[limit.row(t)] - load(members[s], levels, t);
          needed[t] = Math.max(needed[t], promised[s][t] - (own ? room : 0));
        }
      }
    }
    return needed;
  }

  private int[] sun(int s) {
    int[] sun = new int[grid.slots()];
    Arrays.setAll(sun, t -> NightSupply.solarWatts(supply.supply(s), grid, t));
    return sun;
  }

  /** What the feeder carries less in a slot, W: below 0 where a battery is charged. */
  double relief(int s, int[][] programs, byte[][] levels, int t) {
    int load = load(members[s], levels, t);
    int sun = NightSupply.solarWatts(supply.supply(s), grid, t);
    return load - Math.max(0, load - programs[s][t] - sun);
  }

  /** What the supplies cost the plan, mVND; below 0 where they save. */
  long value(int[][] programs, byte[][] levels) {
    double sum = 0;
    for (int s = 0; s < programs.length; s++) {
      for (int t = 0; t < grid.slots(); t++) {
        sum -= cost[t] * relief(s, programs, levels, t);
      }
    }
    return Math.round(sum);
  }

  /**
   * What has to be added to a bound of the lamps alone, mVND: each battery's best at the limits'
   * prices, less what the promises are worth at them.
   */
  long bound(LightingProblem problem, double[][] prices) {
    double sum = 0;
    for (int s = 0; s < members.length; s++) {
      double[] price = new double[grid.slots()];
      for (int c = 0; c < prices.length; c++) {
        Coupling limit = problem.couplings().get(c);
        if (feeds(s, limit.kind(), limit.id())) {
          for (int t = limit.from(); t < limit.to(); t++) {
            price[t] += prices[c][limit.row(t)];
          }
        }
      }
      int[] sun = sun(s);
      for (int t = 0; t < grid.slots(); t++) {
        sum += price[t] * (promised[s][t] + solar[s][t]) - (cost[t] + price[t]) * sun[t];
        sum -= t < supply.fixed() ? (cost[t] + price[t]) * promised[s][t] : 0;
      }
      sum +=
          BatteryProgram.leastCost(
              supply.supply(s).battery(),
              grid,
              supply.known()[s],
              supply.fixed(),
              loads(s, full()),
              (t, watts) -> -(cost[t] + price[t]) * watts);
    }
    return members.length == 0 ? 0 : (long) Math.floor(sum) - 1;
  }

  private byte[][] full() {
    byte[][] full = new byte[groups.size()][grid.slots()];
    for (int g = 0; g < full.length; g++) {
      Arrays.fill(full[g], (byte) (groups.get(g).watts().length - 1));
    }
    return full;
  }

  /** Of a cabinet; 0 where nothing stands behind it. */
  double relief(String cabinet, int[][] programs, byte[][] levels, int t) {
    double relief = 0;
    for (int s = 0; s < programs.length; s++) {
      relief += supply.supply(s).cabinet().equals(cabinet) ? relief(s, programs, levels, t) : 0;
    }
    return relief;
  }
}
