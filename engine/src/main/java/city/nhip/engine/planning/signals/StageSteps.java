package city.nhip.engine.planning.signals;

import java.util.List;

/** What signals show while a stage is green, and until the next one is. */
final class StageSteps {
  private StageSteps() {}

  static void addGreen(List<Step> steps, int index, Stage stage, int seconds) {
    int cut = Math.min(stage.walkCut(), seconds - 1);
    if (cut <= 0) {
      steps.add(new Step(index, "green", seconds, stage.state()));
      return;
    }
    steps.add(new Step(index, "green", seconds - cut, stage.state()));
    char[] cleared = stage.state().toCharArray();
    stage.walkers().forEach(walker -> cleared[walker] = 'r');
    steps.add(new Step(index, "walk-clearance", cut, new String(cleared)));
  }

  /** Signals that stay green in the next stage stay so through its start; all else turns red. */
  static void addEnding(List<Step> steps, int index, Stage stage, Stage next) {
    char[] yellow = stage.state().toCharArray();
    char[] red = stage.state().toCharArray();
    for (int signal = 0; signal < yellow.length; signal++) {
      boolean walker = stage.walkers().contains(signal);
      if (stage.green(signal)
          && (walker ? stage.walkCut() > 0 || !next.green(signal) : !keeps(stage, next, signal))) {
        yellow[signal] = walker || yellow[signal] == 's' ? 'r' : 'y';
        red[signal] = 'r';
      }
    }
    if (stage.yellow() > 0) {
      steps.add(new Step(index, "yellow", stage.yellow(), new String(yellow)));
    }
    if (stage.allRed() > 0) {
      steps.add(new Step(index, "all-red", stage.allRed(), new String(red)));
    }
  }

  /**
   * Who has gone first and must yield from now on ends like everybody else: some are half across.
   */
  private static boolean keeps(Stage stage, Stage next, int signal) {
    return next.green(signal)
        && !(stage.state().charAt(signal) == 'G' && next.state().charAt(signal) == 'g');
  }
}
