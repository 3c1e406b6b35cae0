package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A signalised site: what may never be green together, its stages, and the program that runs today.
 *
 * @param coordination intersections of one non-empty name share a cycle; empty where it is free
 * @param signals the ids of its signals (groups, or links of a network), in the states' order
 * @param firstStage every plan runs it and starts its cycle with it, so that any plan may follow
 *     any other at its end; {@link #ANY_STAGE} where a controller sees to that
 * @param conflicts pairs of signals that must never be green together
 * @param yields who looks out for whom while shown a yielding green
 * @param longestCycle that a plan may have there, seconds, 30 to 140
 * @param today the program in force, or the site's fixed plan
 */
public record Intersection(
    String id,
    String coordination,
    List<String> signals,
    List<Stage> stages,
    int firstStage,
    Set<Conflict> conflicts,
    Set<Yield> yields,
    int longestCycle,
    Timing today) {
  public static final int ANY_STAGE = -1;

  /** Of any site, seconds. */
  public static final int LONGEST_CYCLE = 140;

  public static final int SHORTEST_CYCLE = 30;

  /** Two signals, the lower index first. */
  public record Conflict(int one, int other) {
    public Conflict {
      if (one < 0 || one >= other) {
        throw new IllegalArgumentException("A conflict names two signals, the lower one first.");
      }
    }
  }

  /**
   * Two signals by index: the one lets the other go first.
   *
   * @param crosses whether their ways cross; else they only come into the same street
   */
  public record Yield(int one, int to, boolean crosses) {}

  public Intersection {
    signals = List.copyOf(signals);
    stages = List.copyOf(stages);
    conflicts = Set.copyOf(conflicts);
    yields = Set.copyOf(yields);
    if (longestCycle < SHORTEST_CYCLE || longestCycle > LONGEST_CYCLE) {
      throw new IllegalArgumentException(
          "Intersection %s has a longest cycle of %d s. Give %d to %d."
              .formatted(id, longestCycle, SHORTEST_CYCLE, LONGEST_CYCLE));
    }
    if (stages.isEmpty()) {
      throw new IllegalArgumentException(
          "Intersection %s has no stage. Give it one at least.".formatted(id));
    }
    for (Stage stage : stages) {
      if (stage.state().length() != signals.size()) {
        throw new IllegalArgumentException(
            "Stage %s of intersection %s shows %d signals, the site has %d. Give one letter each."
                .formatted(stage.id(), id, stage.state().length(), signals.size()));
      }
    }
  }

  /** The same site under another program. */
  public Intersection running(Timing program) {
    return new Intersection(
        id, coordination, signals, stages, firstStage, conflicts, yields, longestCycle, program);
  }

  /** The same site with another longest cycle, seconds. */
  Intersection within(int longest) {
    return new Intersection(
        id, coordination, signals, stages, firstStage, conflicts, yields, longest, today);
  }

  /** By how many seconds a cycle is too short or too long for a plan. */
  int outsideRange(int cycle) {
    return Math.max(0, Math.max(SHORTEST_CYCLE - cycle, cycle - longestCycle));
  }

  /** The same site with a cycle of its own. */
  Intersection free() {
    return new Intersection(
        id, "", signals, stages, firstStage, conflicts, yields, longestCycle, today);
  }

  /** What the signals show over one cycle, from its start. */
  public List<Step> steps(Timing timing) {
    List<Step> steps = new ArrayList<>();
    List<Timing.Green> greens = timing.greens();
    for (int i = 0; i < greens.size(); i++) {
      int index = greens.get(i).stage();
      Stage stage = stages.get(index);
      int next = greens.get((i + 1) % greens.size()).stage();
      StageSteps.addGreen(steps, index, stage, greens.get(i).seconds());
      if (follows(index, next)) {
        steps.addAll(stage.ending());
      } else {
        StageSteps.addEnding(steps, index, stage, stages.get(next));
      }
    }
    return steps;
  }

  /** Signals that pedestrians look at. */
  Set<Integer> walkers() {
    Set<Integer> walkers = new TreeSet<>();
    stages.forEach(stage -> walkers.addAll(stage.walkers()));
    return walkers;
  }

  /**
   * Pedestrians come at any second alike, and go while their signal is green: the squares of its
   * reds over twice the cycle (Highway Capacity Manual 2010, chapter 18, with one red).
   *
   * @return seconds that one waits in the mean; the cycle where the signal is never green
   */
  double walkerWait(int signal, Timing timing) {
    List<Step> steps = steps(timing);
    int first = 0;
    while (first < steps.size() && steps.get(first).state().charAt(signal) == 'r') {
      first++;
    }
    double cycle = steps.stream().mapToInt(Step::seconds).sum();
    if (first == steps.size()) {
      return cycle;
    }
    double squares = 0;
    double red = 0;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get((first + i) % steps.size());
      if (step.state().charAt(signal) == 'r') {
        red += step.seconds();
      } else {
        squares += red * red;
        red = 0;
      }
    }
    return (squares + red * red) / (2 * cycle);
  }

  /**
   * @param step one of the timing's
   * @return seconds for which it is shown at least where greens may end early: a green keeps the
   *     stage's minimum and the share of it that the timing keeps
   */
  public int shortest(Timing timing, Step step) {
    if (!step.kind().equals("green")) {
      return step.seconds();
    }
    Stage stage = stages.get(step.stage());
    int kept = Math.max(stage.minimumGreen(), timing.green(step).kept());
    return Math.min(step.seconds(), kept - stage.walkCut());
  }

  /** Whether the site's own ending fits: the stage that comes next is the one of its program. */
  private boolean follows(int stage, int next) {
    return stages.get(stage).keepsEnding() && next == (stage + 1) % stages.size();
  }

  /**
   * @return seconds of yellow and all-red between the greens of two stages
   */
  int intergreen(int stage, int next) {
    return follows(stage, next)
        ? stages.get(stage).ending().stream().mapToInt(Step::seconds).sum()
        : stages.get(stage).yellow() + stages.get(stage).allRed();
  }

  /**
   * @return the sum of all intergreens of the stages in this order, seconds
   */
  int lostTime(List<Timing.Green> greens) {
    int lost = 0;
    for (int i = 0; i < greens.size(); i++) {
      lost += intergreen(greens.get(i).stage(), greens.get((i + 1) % greens.size()).stage());
    }
    return lost;
  }

  /** Whether a plan that runs these stages leaves out the one to start with. */
  boolean startsElsewhere(Timing timing) {
    return firstStage != ANY_STAGE && !timing.runs(firstStage);
  }

  /** Signals that no running stage makes green, though some stage of the site would. */
  List<Integer> unserved(Timing timing) {
    List<Integer> unserved = new ArrayList<>();
    for (int signal = 0; signal < signals.size(); signal++) {
      int s = signal;
      boolean wanted = stages.stream().anyMatch(stage -> stage.green(s));
      if (wanted && timing.greens().stream().noneMatch(g -> stages.get(g.stage()).green(s))) {
        unserved.add(signal);
      }
    }
    return unserved;
  }

  /**
   * Who yields and sees yellow while those to whom it yields keep their green: it takes their end
   * for granted, and turns before them. What today's program has, drivers know; who comes into the
   * same street is met slowly, and told.
   */
  Set<Yield> newYellowTraps(Timing timing) {
    Set<Yield> traps = yellowTraps(timing);
    traps.removeIf(trap -> !trap.crosses());
    if (!traps.isEmpty()) {
      traps.removeAll(yellowTraps(today));
    }
    return traps;
  }

  /** Those of a plan, also where today's program has them, or nobody crosses. */
  Set<Yield> yellowTraps(Timing timing) {
    return YellowTraps.of(steps(timing), yields);
  }

  /** Pairs that one of the plan's steps shows green (or yellow) together against the matrix. */
  Set<Conflict> shownTogether(Timing timing) {
    Set<Conflict> broken = new HashSet<>();
    for (Step step : steps(timing)) {
      for (Conflict conflict : conflicts) {
        if (step.state().charAt(conflict.one()) != 'r'
            && step.state().charAt(conflict.other()) != 'r') {
          broken.add(conflict);
        }
      }
    }
    return broken;
  }
}
