package city.nhip.engine.planning.signals;

import java.util.List;

/**
 * Signals that are green together, and how the site ends them. Yellow and all-red are the site's
 * own and never the plan's.
 *
 * @param state one letter a signal: {@code G} green with right of way, {@code g} green that yields,
 *     {@code s} turn on red after a stop, {@code r} red
 * @param minimumGreen seconds, at least 1
 * @param yellow seconds, 0 or more
 * @param allRed seconds after the yellow, 0 or more
 * @param walkCut seconds by which {@link #walkers} turn red before the stage's green ends, so that
 *     the slowest walker has crossed when the next stage starts
 * @param walkers signals that pedestrians look at; they have no yellow
 * @param keepsEnding true where {@code ending} is shown as it is before the stage that follows in
 *     the site's program; else, and before any other stage, yellow and all-red are derived
 * @param ending the site's own steps from this stage to the one that follows; may be empty
 */
public record Stage(
    String id,
    String state,
    int minimumGreen,
    int yellow,
    int allRed,
    int walkCut,
    List<Integer> walkers,
    boolean keepsEnding,
    List<Step> ending) {
  public Stage {
    if (!state.matches("[Ggrs]+") || state.chars().noneMatch(c -> c != 'r')) {
      throw new IllegalArgumentException(
          "Stage %s shows '%s'. Give one letter G, g, s or r a signal, and one green at least."
              .formatted(id, state));
    }
    if (minimumGreen < 1 || yellow < 0 || allRed < 0 || walkCut < 0 || walkCut >= minimumGreen) {
      throw new IllegalArgumentException(
          "Stage %s has minimum green %d s, yellow %d s, all-red %d s, walk cut %d s. Give a"
                  .formatted(id, minimumGreen, yellow, allRed, walkCut)
              + " minimum green of 1 s or more that is longer than the cut, and no negative time.");
    }
    walkers = List.copyOf(walkers);
    ending = List.copyOf(ending);
  }

  /** A stage for vehicles alone whose ending is derived. */
  public static Stage of(String id, String state, int minimumGreen, int yellow, int allRed) {
    return new Stage(id, state, minimumGreen, yellow, allRed, 0, List.of(), false, List.of());
  }

  boolean green(int signal) {
    return state.charAt(signal) != 'r';
  }
}
