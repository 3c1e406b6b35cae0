package city.nhip.scenarios.instance.signals;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.SignalNetwork.Movement;
import city.nhip.engine.planning.signals.Stage;
import city.nhip.engine.planning.signals.Step;
import city.nhip.engine.planning.signals.Timing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A SUMO signal program as an intersection: its phases with green and without yellow are the
 * stages, and the phases between them belong to the site and are kept.
 */
final class SumoPrograms {
  /** Seconds; what the guidelines ask where the network says nothing. */
  private static final int USUAL_YELLOW = 3;

  private static final int SHORTEST_GREEN = 5;

  private SumoPrograms() {}

  static List<Intersection> intersections(SumoNet net, SumoLanes lanes) {
    List<Intersection> sites = new ArrayList<>();
    for (SumoNet.Program program : net.programs.values()) {
      sites.add(intersection(net, program, lanes));
    }
    return sites;
  }

  private static Intersection intersection(SumoNet net, SumoNet.Program program, SumoLanes lanes) {
    List<SumoNet.Phase> phases = program.phases();
    int signals = phases.get(0).state().length();
    for (SumoNet.Phase phase : phases) {
      if (phase.state().length() != signals || !phase.state().matches("[GgrsyYuUoO]+")) {
        throw new BadFile(
            net.file,
            "",
            "tlLogic %s has the phase '%s'. Give phases of one length made of GgrsyuoO."
                .formatted(program.id(), phase.state()));
      }
    }
    for (Movement movement : lanes.movements) {
      if (movement.intersection() == lanes.site(program.id()) && movement.signal() >= signals) {
        throw new BadFile(
            net.file,
            "",
            "a connection has linkIndex %d, tlLogic %s has %d signals. Correct one."
                .formatted(movement.signal(), program.id(), signals));
      }
    }
    List<Integer> starts =
        IntStream.range(0, phases.size()).filter(i -> isStage(phases.get(i))).boxed().toList();
    if (starts.isEmpty()) {
      throw new BadFile(
          net.file,
          "",
          "tlLogic %s has no phase with green and without yellow. Give it one."
              .formatted(program.id()));
    }
    List<Stage> own = new ArrayList<>();
    List<Timing.Green> greens = new ArrayList<>();
    int usualYellow = usualYellow(phases);
    for (int s = 0; s < starts.size(); s++) {
      int from = starts.get(s);
      int to = s + 1 < starts.size() ? starts.get(s + 1) : starts.get(0) + phases.size();
      List<Step> ending = new ArrayList<>();
      for (int i = from + 1; i < to; i++) {
        SumoNet.Phase phase = phases.get(i % phases.size());
        ending.add(
            new Step(s, yellow(phase) ? "yellow" : "all-red", phase.seconds(), phase.state()));
      }
      own.add(stage(s, phases.get(from), ending, usualYellow));
      greens.add(
          new Timing.Green(s, Math.max(own.get(s).minimumGreen(), phases.get(from).seconds())));
    }
    List<Stage> stages = SumoStandoffs.resolved(own, SumoStandoffs.of(net, program.id()));
    for (int s = own.size(); s < stages.size(); s++) {
      greens.add(new Timing.Green(s, stages.get(s).minimumGreen()));
    }
    int lead = phases.subList(0, starts.get(0)).stream().mapToInt(SumoNet.Phase::seconds).sum();
    List<String> names = IntStream.range(0, signals).mapToObj(Integer::toString).toList();
    Set<Intersection.Conflict> conflicts = conflicts(program, lanes);
    Intersection bare =
        new Intersection(
            program.id(),
            "",
            names,
            stages,
            Intersection.ANY_STAGE,
            conflicts,
            yields(program, lanes),
            Intersection.LONGEST_CYCLE,
            new Timing(0, 0, greens));
    return bare.running(Timing.of(bare, program.offset() + lead, greens));
  }

  private static Stage stage(int index, SumoNet.Phase phase, List<Step> ending, int usualYellow) {
    int yellow =
        ending.stream().filter(s -> s.kind().equals("yellow")).mapToInt(Step::seconds).sum();
    int allRed =
        ending.stream().filter(s -> s.kind().equals("all-red")).mapToInt(Step::seconds).sum();
    int minimum = Math.max(SHORTEST_GREEN, Math.min(phase.minimum(), phase.seconds()));
    return new Stage(
        Integer.toString(index),
        phase.state(),
        minimum,
        yellow == 0 ? usualYellow : yellow,
        allRed,
        0,
        List.of(),
        true,
        ending);
  }

  static int usualYellow(List<SumoNet.Phase> phases) {
    return phases.stream()
        .filter(SumoPrograms::yellow)
        .mapToInt(SumoNet.Phase::seconds)
        .max()
        .orElse(USUAL_YELLOW);
  }

  private static boolean yellow(SumoNet.Phase phase) {
    return phase.state().chars().anyMatch(c -> "yYuUoO".indexOf(c) >= 0);
  }

  private static boolean isStage(SumoNet.Phase phase) {
    return !yellow(phase) && phase.state().chars().anyMatch(c -> c == 'G' || c == 'g');
  }

  /** Crossing or merging connections that today's program never shows green together. */
  private static Set<Intersection.Conflict> conflicts(SumoNet.Program program, SumoLanes lanes) {
    int site = lanes.site(program.id());
    Set<Intersection.Conflict> conflicts = new HashSet<>();
    for (int[] pair : lanes.foes) {
      Movement one = lanes.movements.get(pair[0]);
      Movement other = lanes.movements.get(pair[1]);
      if (one.intersection() == site && other.intersection() == site) {
        int low = Math.min(one.signal(), other.signal());
        int high = Math.max(one.signal(), other.signal());
        if (low != high && program.phases().stream().noneMatch(p -> shows(p, low, high))) {
          conflicts.add(new Intersection.Conflict(low, high));
        }
      }
    }
    return conflicts;
  }

  private static Set<Intersection.Yield> yields(SumoNet.Program program, SumoLanes lanes) {
    int site = lanes.site(program.id());
    Set<Intersection.Yield> yields = new HashSet<>();
    for (Movement it : lanes.movements) {
      for (int before : it.yieldsTo()) {
        Movement other = lanes.movements.get(before);
        if (it.intersection() == site
            && other.intersection() == site
            && it.signal() != other.signal()) {
          boolean crosses = it.toLink() != other.toLink();
          yields.add(new Intersection.Yield(it.signal(), other.signal(), crosses));
        }
      }
    }
    return yields;
  }

  private static boolean shows(SumoNet.Phase phase, int low, int high) {
    return phase.state().charAt(low) != 'r' && phase.state().charAt(high) != 'r';
  }
}
