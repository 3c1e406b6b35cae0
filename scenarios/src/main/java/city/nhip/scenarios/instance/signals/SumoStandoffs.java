package city.nhip.scenarios.instance.signals;

import city.nhip.engine.planning.signals.Intersection.Conflict;
import city.nhip.engine.planning.signals.Stage;
import city.nhip.engine.planning.signals.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Pairs of signals whose drivers each yield to the other. Where both may go at once, yielding, two
 * can wait for each other for good: SUMO runs such a program of the network, but refuses one that
 * is loaded beside it. So no stage lets both go.
 */
final class SumoStandoffs {
  private SumoStandoffs() {}

  /** In the matrices of the junctions that a program controls. */
  static Set<Conflict> of(SumoNet net, String program) {
    Map<SumoNet.Junction, Map<Integer, Integer>> signals = new IdentityHashMap<>();
    for (SumoNet.Connection it : net.connections) {
      SumoNet.Edge from = net.edges.get(it.from());
      SumoNet.Junction junction = from == null ? null : net.junctions.get(from.to());
      if (junction != null && it.signal().equals(program)) {
        int request = net.request(it, junction);
        if (request >= 0) {
          signals.computeIfAbsent(junction, any -> new HashMap<>()).put(request, it.linkIndex());
        }
      }
    }
    Set<Conflict> pairs =
        new TreeSet<>(Comparator.comparingInt(Conflict::one).thenComparingInt(Conflict::other));
    signals.forEach(
        (junction, rows) -> {
          Map<Integer, String> response = junction.response();
          for (Map.Entry<Integer, Integer> one : rows.entrySet()) {
            for (Map.Entry<Integer, Integer> other : rows.entrySet()) {
              if (one.getValue() < other.getValue()
                  && SumoNet.Junction.bit(response, one.getKey(), other.getKey())
                  && SumoNet.Junction.bit(response, other.getKey(), one.getKey())) {
                pairs.add(new Conflict(one.getValue(), other.getValue()));
              }
            }
          }
        });
    return pairs;
  }

  /**
   * Of each pair one turns red: the one that goes in more of the other stages. Where neither goes
   * in any, a stage for it alone is added at the end.
   *
   * @param stages of a program, in its order
   */
  static List<Stage> resolved(List<Stage> stages, Set<Conflict> pairs) {
    List<Stage> resolved = new ArrayList<>(stages);
    for (int s = 0; s < resolved.size(); s++) {
      for (Conflict pair : pairs) {
        Stage stage = resolved.get(s);
        if (bothYield(stage.state(), pair)) {
          long one = elsewhere(resolved, stage, pair.one());
          long other = elsewhere(resolved, stage, pair.other());
          int red = one >= other ? pair.one() : pair.other();
          int green = red == pair.one() ? pair.other() : pair.one();
          if (one + other == 0) {
            resolved.add(shown(stage, resolved.size(), without(stage.state(), green)));
          }
          resolved.set(s, shown(stage, s, without(stage.state(), red)));
        }
      }
    }
    return IntStream.range(0, resolved.size())
        .mapToObj(s -> ending(resolved, s, stages, pairs))
        .toList();
  }

  private static boolean bothYield(String state, Conflict pair) {
    return yields(state.charAt(pair.one())) && yields(state.charAt(pair.other()));
  }

  private static boolean yields(char letter) {
    return letter == 'g' || letter == 's' || letter == 'o';
  }

  private static long elsewhere(List<Stage> stages, Stage but, int signal) {
    return stages.stream()
        .filter(stage -> stage != but && stage.state().charAt(signal) != 'r')
        .count();
  }

  private static String without(String state, int signal) {
    return state.substring(0, signal) + 'r' + state.substring(signal + 1);
  }

  /** With its own ending only where it, the next stage and the ending are as the site has them. */
  private static Stage ending(
      List<Stage> resolved, int s, List<Stage> before, Set<Conflict> pairs) {
    Stage stage = resolved.get(s);
    boolean kept =
        stage.keepsEnding()
            && resolved.get((s + 1) % resolved.size()) == before.get((s + 1) % before.size())
            && stage.ending().stream()
                .map(Step::state)
                .noneMatch(state -> pairs.stream().anyMatch(pair -> bothYield(state, pair)));
    return kept ? stage : shown(stage, s, stage.state());
  }

  /** With a derived ending. */
  private static Stage shown(Stage stage, int index, String state) {
    return Stage.of(
        Integer.toString(index), state, stage.minimumGreen(), stage.yellow(), stage.allRed());
  }
}
