package city.nhip.engine.safety;

import city.nhip.engine.safety.RandomSignals.Plan;
import city.nhip.engine.safety.RandomSignals.Step;
import java.util.ArrayList;
import java.util.List;

/** Plays a plan second by second and looks at every second and every pair: slow and plain. */
final class BruteForce {
  private final RandomSignals site;
  private final List<String> seconds = new ArrayList<>();

  private BruteForce(RandomSignals site, Plan plan) {
    this.site = site;
    for (Step step : plan.steps()) {
      for (int s = 0; s < step.seconds(); s++) {
        seconds.add(step.state());
      }
    }
  }

  static boolean safe(RandomSignals site, Plan plan) {
    int cycle = plan.steps().stream().mapToInt(Step::seconds).sum();
    return plan.cycle() == cycle
        && cycle >= 30
        && cycle <= 140
        && plan.offset() < cycle
        && told(site, plan)
        && new BruteForce(site, plan).safe();
  }

  private static boolean told(RandomSignals site, Plan plan) {
    Step first = plan.steps().get(0);
    if (!first.kind().equals("green") || first.stage() != 0) {
      return false;
    }
    List<int[]> run = new ArrayList<>();
    for (Step step : plan.steps()) {
      boolean walk = step.kind().equals("walk-clearance");
      if (step.kind().equals("green")) {
        run.add(new int[] {step.stage(), step.seconds()});
      } else if (walk) {
        run.get(run.size() - 1)[1] += step.seconds();
      } else {
        continue;
      }
      for (int g = 0; g < site.walks.length; g++) {
        char letter = step.state().charAt(g);
        boolean cleared = walk && site.walks[g] && letter == 'r';
        if (letter != site.stages.get(step.stage()).charAt(g) && !cleared) {
          return false;
        }
      }
    }
    if (run.size() != plan.greens().size()) {
      return false;
    }
    for (int i = 0; i < run.size(); i++) {
      if (run.get(i)[0] != plan.greens().get(i)[0] || run.get(i)[1] != plan.greens().get(i)[1]) {
        return false;
      }
    }
    return true;
  }

  private char at(int group, int second) {
    return seconds.get(Math.floorMod(second, seconds.size())).charAt(group);
  }

  private boolean green(int group, int second) {
    return at(group, second) == 'G' || at(group, second) == 'g';
  }

  private boolean safe() {
    for (int g = 0; g < site.walks.length; g++) {
      boolean served = false;
      for (int t = 0; t < seconds.size(); t++) {
        served |= green(g, t);
        if (!follows(g, t)) {
          return false;
        }
        for (int other = 0; other < site.walks.length; other++) {
          if (trapped(g, other, t)) {
            return false;
          }
          if (site.conflicts[g][other] && (together(g, other, t) || tooEarly(g, other, t))) {
            return false;
          }
        }
      }
      if (!served) {
        return false;
      }
    }
    return true;
  }

  private boolean follows(int g, int t) {
    char before = at(g, t - 1);
    switch (at(g, t)) {
      case 'G', 'g' -> {
        if (!green(g, t - 1)) {
          int length = 0;
          while (length < seconds.size() && green(g, t + length)) {
            length++;
          }
          return (before == 'r' || (at(g, t) == 'g' && before == 'y' && hadRightOfWay(g, t)))
              && length >= Math.max(5, site.minimum[g]);
        }
        return true;
      }
      case 'y' -> {
        if (site.walks[g] || before == 'r') {
          return false;
        }
        if (before == 'y') {
          return true;
        }
        int length = 0;
        while (length < seconds.size() && at(g, t + length) == 'y') {
          length++;
        }
        return length == site.yellow;
      }
      default -> {
        return before == 'r' || before == 'y' || site.walks[g];
      }
    }
  }

  /** The random sites' fixed plan is one stage long: it has no trap. */
  private boolean trapped(int g, int other, int t) {
    if (!site.yields[g][other]
        || !site.straightOn(other)
        || at(g, t - 1) != 'g'
        || at(g, t) != 'y') {
      return false;
    }
    boolean goesOn = green(other, t - 1);
    int second = t;
    while (at(g, second) == 'y') {
      goesOn &= green(other, second);
      second++;
    }
    return goesOn && green(other, second);
  }

  private boolean hadRightOfWay(int g, int t) {
    int back = t - 1;
    while (at(g, back) == 'y') {
      back--;
    }
    return at(g, back) == 'G';
  }

  private boolean together(int a, int b, int t) {
    return at(a, t) != 'r' && at(b, t) != 'r' && claims(a, b, t) && claims(b, a, t);
  }

  private boolean claims(int a, int b, int t) {
    for (int back = 0; back < seconds.size(); back++) {
      if (at(a, t - back) != 'y') {
        return at(a, t - back) != 'g' || !site.yields[a][b];
      }
    }
    return true;
  }

  /** Whether b starts at t though a ended less than its clearance ago. */
  private boolean tooEarly(int a, int b, int t) {
    boolean starts = (green(b, t) && !green(b, t - 1)) || (at(b, t) == 'G' && at(b, t - 1) == 'g');
    if (!starts) {
      return false;
    }
    double clearance =
        Math.max(
            site.clearance[a][b],
            site.walks[a] ? site.crossing[a] / 1.1 : site.yellow + site.allRed);
    for (int ago = 0; ago < clearance; ago++) {
      int end = t - ago;
      boolean ends =
          (at(a, end - 1) == 'G' && at(a, end) != 'G') || (green(a, end - 1) && !green(a, end));
      if (ends) {
        return true;
      }
    }
    return false;
  }
}
