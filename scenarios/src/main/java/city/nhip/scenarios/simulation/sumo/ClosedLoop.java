package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.Timing;
import city.nhip.scenarios.instance.signals.SumoLoops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * SUMO under our control: it starts with the network's own programs, and every few minutes the
 * signals are planned anew from what its loops counted, and from nothing else. Where the network's
 * greens may end early, loops before the stop lines end them; those of the own programs, as soon as
 * each has had its minimum.
 */
public final class ClosedLoop {
  /** What a new plan is tried on. */
  private static final int PLANNED_SECONDS = 1_800;

  /** Others like them, on which it is compared with the plan in force. */
  private static final int JUDGED_SECONDS = 3_600;

  private final SignalNetwork network;
  private final SumoLoops loops;
  private final int periodSeconds;
  private final PlanFromCounts planning;

  /**
   * @param network with greens that end early, or fixed ones
   * @param periodSeconds between plans; the first comes after half of it
   * @param limits of each solve
   */
  public ClosedLoop(SignalNetwork network, SumoLoops loops, int periodSeconds, SolveLimits limits) {
    this.network = network;
    this.loops = loops;
    this.periodSeconds = periodSeconds;
    planning = new PlanFromCounts(limits);
  }

  public TripTally play(Sumo sumo, SumoScenario scenario, long seed, Path folder) {
    try {
      Path file = Files.writeString(folder.resolve("loops.add.xml"), loops.file());
      SumoRun run = new SumoRun(scenario, List.of(file), seed, -1);
      Path trips = Files.createTempFile(folder, "trips", ".xml");
      try (Traci traci = Traci.open(sumo, folder, run.command(trips))) {
        control(traci, scenario);
      }
      return TripTally.take(trips, scenario);
    } catch (IOException e) {
      throw new SumoFailed("The folder %s cannot be written.".formatted(folder), e);
    }
  }

  private void control(Traci traci, SumoScenario scenario) {
    LoopCounts counts = new LoopCounts(network, loops);
    CountedDemand demand = new CountedDemand(network);
    List<Timing> plan = network.intersections().stream().map(this::own).toList();
    GreenCalls calls = new GreenCalls(network, loops);
    List<SignalRunner> runners = new ArrayList<>();
    for (int site = 0; site < plan.size(); site++) {
      runners.add(runner(site, plan.get(site), scenario.begin(), calls));
    }
    int since = scenario.begin();
    for (int second = scenario.begin(); second < scenario.end(); second++) {
      if (second - scenario.begin() >= periodSeconds / 2
          && (second - scenario.begin() - periodSeconds / 2) % periodSeconds == 0) {
        demand.add(counts.crossed, counts.entered, counts.standing(), second - since);
        counts.clear();
        since = second;
        plan = planned(demand, second, plan);
        for (int site = 0; site < runners.size(); site++) {
          runners.get(site).change(plan.get(site));
        }
      }
      for (int site = 0; site < runners.size(); site++) {
        traci.show(network.intersections().get(site).id(), runners.get(site).show(second));
      }
      traci.step();
      counts.read(traci);
      calls.read(traci);
    }
  }

  /** Until something was counted loops alone can tell how long a green is worth showing. */
  private Timing own(Intersection site) {
    return network.gapOut() ? site.today().keeping(0) : site.today();
  }

  private SignalRunner runner(int site, Timing own, int begin, GreenCalls calls) {
    Intersection it = network.intersections().get(site);
    return network.gapOut()
        ? new GapOutRunner(it, own, state -> calls.called(site, state))
        : new PlanRunner(it, own, begin);
  }

  private List<Timing> planned(CountedDemand demand, int second, List<Timing> inForce) {
    return planning.next(
        demand.network(PLANNED_SECONDS, second),
        demand.network(JUDGED_SECONDS, second + 1),
        inForce);
  }
}
