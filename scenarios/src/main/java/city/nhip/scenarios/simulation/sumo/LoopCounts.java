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
  private final List<String> ids = new ArrayList<>();
  private final List<Runnable> adds = new ArrayList<>();
  private final List<Set<String>> before = new ArrayList<>();

  /** By movement. */
  final int[] crossed;

  /** By link, where loops stand at its start. */
  final int[] entered;

  LoopCounts(SignalNetwork network, SumoLoops loops) {
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
      loops.ofEntry().get(l).forEach(id -> loop(id, () -> entered[link]++));
    }
  }

  private void loop(String id, Runnable add) {
    ids.add(id);
    adds.add(add);
    before.add(Set.of());
  }

  void clear() {
    Arrays.fill(crossed, 0);
    Arrays.fill(entered, 0);
  }

  void read(Traci traci) {
    List<List<String>> over = traci.over(ids);
    for (int i = 0; i < over.size(); i++) {
      Set<String> earlier = before.get(i);
      for (String vehicle : over.get(i)) {
        if (!earlier.contains(vehicle)) {
          adds.get(i).run();
        }
      }
      before.set(i, over.get(i).isEmpty() ? Set.of() : new HashSet<>(over.get(i)));
    }
  }
}
