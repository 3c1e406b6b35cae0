package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.signals.Intersection.Yield;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who yields and sees yellow while those to whom it yields keep their green. */
final class YellowTraps {
  private YellowTraps() {}

  /**
   * @param steps of one cycle
   */
  static Set<Yield> of(List<Step> steps, Set<Yield> yields) {
    Set<Yield> traps = new HashSet<>();
    for (int i = 0; i < steps.size(); i++) {
      for (Yield pair : yields) {
        if (letter(steps, i, pair.one()) == 'g'
            && letter(steps, i + 1, pair.one()) == 'y'
            && goesOn(steps, i, pair)) {
          traps.add(pair);
        }
      }
    }
    return traps;
  }

  /** Whether the other is green from a step on until the one's yellow is over. */
  private static boolean goesOn(List<Step> steps, int from, Yield pair) {
    int step = from;
    do {
      if ("Gg".indexOf(letter(steps, step, pair.to())) < 0) {
        return false;
      }
      step++;
    } while (letter(steps, step, pair.one()) == 'y');
    return "Gg".indexOf(letter(steps, step, pair.to())) >= 0;
  }

  /** What a step of the endless cycle shows; yellow is small. */
  private static char letter(List<Step> steps, int step, int signal) {
    char letter = steps.get(step % steps.size()).state().charAt(signal);
    return letter == 'Y' ? 'y' : letter;
  }
}
