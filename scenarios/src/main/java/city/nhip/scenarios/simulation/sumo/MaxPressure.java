package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.Stage;
import city.nhip.engine.planning.signals.Step;
import city.nhip.scenarios.instance.signals.SumoSignalLane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A peer: every ten seconds each intersection shows the stage with the largest pressure, vehicles
 * standing before its greens less those behind them (Varaiya 2013). It sees every vehicle.
 */
public final class MaxPressure {
  private static final int DECIDES_EVERY = 10;

  private MaxPressure() {}

  public static TripTally play(
      Sumo sumo, SumoRun run, SignalNetwork network, List<SumoSignalLane> lanes, Path folder) {
    try {
      Path trips = Files.createTempFile(folder, "trips", ".xml");
      try (Traci traci = Traci.open(sumo, folder, run.command(trips))) {
        control(traci, run.scenario(), network, lanes);
      }
      return TripTally.take(trips, run.scenario());
    } catch (IOException e) {
      throw new SumoFailed("The folder %s cannot be written.".formatted(folder), e);
    }
  }

  private static void control(
      Traci traci, SumoScenario scenario, SignalNetwork network, List<SumoSignalLane> lanes) {
    List<String> names =
        lanes.stream().flatMap(l -> List.of(l.from(), l.to()).stream()).distinct().toList();
    int[] shown = new int[network.intersections().size()];
    Map<Integer, List<Step>> ending = new HashMap<>();
    for (int second = 0; second < scenario.end() - scenario.begin(); second++) {
      int within = second % DECIDES_EVERY;
      if (within == 0) {
        List<Integer> standing = traci.halting(names);
        for (int site = 0; site < shown.length; site++) {
          Intersection it = network.intersections().get(site);
          int wanted = strongest(it, shown[site], lanes, names, standing);
          ending.put(site, StageChange.of(it, shown[site], wanted));
          shown[site] = wanted;
        }
      }
      for (int site = 0; site < shown.length; site++) {
        Intersection it = network.intersections().get(site);
        traci.show(it.id(), state(it, shown[site], ending.getOrDefault(site, List.of()), within));
      }
      traci.step();
    }
  }

  private static String state(Intersection site, int stage, List<Step> ending, int within) {
    int passed = 0;
    for (Step step : ending) {
      passed += step.seconds();
      if (within < passed) {
        return step.state();
      }
    }
    return site.stages().get(stage).state();
  }

  private static int strongest(
      Intersection site,
      int shown,
      List<SumoSignalLane> lanes,
      List<String> names,
      List<Integer> standing) {
    int best = shown;
    int most = pressure(site.stages().get(shown), site, lanes, names, standing);
    for (int stage = 0; stage < site.stages().size(); stage++) {
      int pressure = pressure(site.stages().get(stage), site, lanes, names, standing);
      if (pressure > most) {
        most = pressure;
        best = stage;
      }
    }
    return best;
  }

  private static int pressure(
      Stage stage,
      Intersection site,
      List<SumoSignalLane> lanes,
      List<String> names,
      List<Integer> standing) {
    int pressure = 0;
    for (SumoSignalLane lane : lanes) {
      if (lane.signal().equals(site.id()) && stage.state().charAt(lane.index()) != 'r') {
        pressure += standing.get(names.indexOf(lane.from()));
        pressure -= standing.get(names.indexOf(lane.to()));
      }
    }
    return pressure;
  }
}
