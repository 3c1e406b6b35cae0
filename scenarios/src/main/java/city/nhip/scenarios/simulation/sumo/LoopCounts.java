package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.scenarios.instance.signals.SumoLoops;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Vehicles over the loops since they were last cleared; one that stands on a loop counts once. */
final class LoopCounts {
  /** Who is on a loop for longer does not drive, seconds. */
  private static final int DRIVES = 2;

  private final List<String> ids = new ArrayList<>();
  private final List<Runnable> adds = new ArrayList<>();
  private final List<Set<String>> before = new ArrayList<>();
  private final List<Integer> loopOfLink = new ArrayList<>();
  private final int[] stays;
  private final int[] stood;
  private final SumoLoops loops;
  private int seconds;

  /** By movement. */
  final int[] crossed;

  /** By link, where loops stand at its start. */
  final int[] entered;

  LoopCounts(SignalNetwork network, SumoLoops loops) {
    this.loops = loops;
    crossed = new int[network.movements().size()];
    entered = new int[network.links().size()];
    for (int m = 0; m < crossed.length; m++) {
      int movement = m;
      if (!loops.ofMovement().get(m).isEmpty()) {
        loop(loops.ofMovement().get(m), () -> crossed[movement]++);
      }
    }
    for (int l = 0; l < entered.length; l++) {
      int link = l;
      loopOfLink.add(ids.size());
      loops.ofEntry().get(l).forEach(id -> loop(id, () -> entered[link]++));
    }
    stays = new int[ids.size()];
    stood = new int[ids.size()];
  }

  private void loop(String id, Runnable add) {
    ids.add(id);
    adds.add(add);
    before.add(Set.of());
  }

  void clear() {
    Arrays.fill(crossed, 0);
    Arrays.fill(entered, 0);
    Arrays.fill(stood, 0);
    seconds = 0;
  }

  void read(Traci traci) {
    seconds++;
    List<List<String>> over = traci.over(ids);
    for (int i = 0; i < over.size(); i++) {
      Set<String> earlier = before.get(i);
      boolean stays = false;
      for (String vehicle : over.get(i)) {
        if (earlier.contains(vehicle)) {
          stays = true;
        } else {
          adds.get(i).run();
        }
      }
      this.stays[i] = stays ? this.stays[i] + 1 : 0;
      stood[i] += this.stays[i] >= DRIVES ? 1 : 0;
      before.set(i, over.get(i).isEmpty() ? Set.of() : new HashSet<>(over.get(i)));
    }
  }

  /**
   * @return by link, the share of the time for which somebody stood on a loop at its start, 0..1:
   *     the mean of its lanes
   */
  double[] standing() {
    double[] share = new double[entered.length];
    for (int link = 0; link < share.length; link++) {
      int lanes = loops.ofEntry().get(link).size();
      for (int lane = 0; lane < lanes; lane++) {
        share[link] += stood[loopOfLink.get(link) + lane] / (double) lanes / Math.max(1, seconds);
      }
    }
    return share;
  }
}
