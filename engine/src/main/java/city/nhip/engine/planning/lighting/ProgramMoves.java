package city.nhip.engine.planning.lighting;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/**
 * The changes that a lighting engineer would try on whole runs of slots: shift an edge, raise or
 * lower a run, take a run into its neighbour, hand a limit's burden from one group to another. All
 * keep floor, ramp, dwell and changes.
 */
public final class ProgramMoves implements MoveIteratorFactory<NightPlan, Reprogram> {
  private static final int TRIES = 30;

  public ProgramMoves() {}

  @Override
  public long getSize(ScoreDirector<NightPlan> director) {
    return 1_000L * director.getWorkingSolution().groups().size();
  }

  @Override
  public Iterator<Reprogram> createOriginalMoveIterator(ScoreDirector<NightPlan> director) {
    throw new UnsupportedOperationException("Lighting moves are drawn at random only.");
  }

  @Override
  public Iterator<Reprogram> createRandomMoveIterator(
      ScoreDirector<NightPlan> director, Random random) {
    NightPlan plan = director.getWorkingSolution();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Reprogram next() {
        return draw(plan, random);
      }
    };
  }

  static Reprogram draw(NightPlan plan, Random random) {
    List<GroupProgram> all = plan.groups();
    GroupProgram first = all.get(random.nextInt(all.size()));
    for (int i = 0; i < TRIES; i++) {
      GroupProgram group = i == 0 ? first : all.get(random.nextInt(all.size()));
      Optional<Reprogram> move =
          switch (random.nextInt(6)) {
            case 0, 1 -> one("shift edge", group, shifted(group.program(), random));
            case 2, 3 -> one("raise or lower run", group, stepped(group.program(), random));
            case 4 -> one("join runs", group, joined(group.program(), random));
            default -> handOver(plan, group, random);
          };
      if (move.isPresent()) {
        return move.get();
      }
    }
    return Reprogram.nothing(first);
  }

  private static Optional<Reprogram> one(String kind, GroupProgram group, byte[] levels) {
    int highest = group.problem().percents().length - 1;
    for (byte level : levels) {
      if (level > highest) {
        return Optional.empty();
      }
    }
    Program program = new Program(levels);
    GroupProgram changed = new GroupProgram(group.problem(), group.index(), program);
    return !program.equals(group.program()) && ProgramFaults.all(changed) == 0
        ? Optional.of(new Reprogram(kind, List.of(group), List.of(program)))
        : Optional.empty();
  }

  /** Moves the boundary of two runs by one to three slots. */
  private static byte[] shifted(Program program, Random random) {
    byte[] levels = program.levels();
    int at = edge(program, random);
    int by = 1 + random.nextInt(3);
    boolean later = random.nextBoolean();
    for (int i = 0; at > 0 && i < by; i++) {
      int slot = later ? at + i : at - 1 - i;
      if (slot >= 0 && slot < levels.length) {
        levels[slot] = (byte) program.level(later ? at - 1 : at);
      }
    }
    return levels;
  }

  /** Another level for a whole run. */
  private static byte[] stepped(Program program, Random random) {
    byte[] levels = program.levels();
    int slot = random.nextInt(levels.length);
    int by = 1 + (random.nextInt(4) == 0 ? 1 : 0);
    step(levels, slot, random.nextBoolean() ? by : -by);
    return levels;
  }

  private static void step(byte[] levels, int slot, int by) {
    int level = levels[slot];
    int from = slot;
    int to = slot;
    while (from > 0 && levels[from - 1] == level) {
      from--;
    }
    while (to < levels.length && levels[to] == level) {
      to++;
    }
    for (int t = from; t < to; t++) {
      levels[t] = (byte) Math.max(0, level + by);
    }
  }

  /** Gives a run the level of the one before or after it. */
  private static byte[] joined(Program program, Random random) {
    byte[] levels = program.levels();
    int at = edge(program, random);
    if (at > 0) {
      boolean earlier = random.nextBoolean();
      int slot = earlier ? at : at - 1;
      int other = program.level(earlier ? at - 1 : at);
      step(levels, slot, other - program.level(slot));
    }
    return levels;
  }

  /**
   * @return the first slot of a run; 0 where there is one run only
   */
  private static int edge(Program program, Random random) {
    int start = random.nextInt(program.slots());
    for (int i = 0; i < program.slots(); i++) {
      int t = (start + i) % program.slots();
      if (t > 0 && program.level(t) != program.level(t - 1)) {
        return t;
      }
    }
    return 0;
  }

  /** One group goes down in a slot, another that shares a limit with it goes up. */
  private static Optional<Reprogram> handOver(NightPlan plan, GroupProgram lower, Random random) {
    int[] partners = plan.state().partners(lower.index(), random);
    if (partners.length < 2) {
      return Optional.empty();
    }
    GroupProgram raise = plan.groups().get(partners[random.nextInt(partners.length)]);
    int slot = random.nextInt(lower.program().slots());
    byte[] less = lower.program().levels();
    byte[] more = raise.program().levels();
    step(less, slot, -1);
    step(more, slot, 1);
    Optional<Reprogram> down = one("hand over", lower, less);
    Optional<Reprogram> up = one("hand over", raise, more);
    if (raise == lower || down.isEmpty() || up.isEmpty()) {
      return Optional.empty();
    }
    List<Program> programs = new ArrayList<>();
    programs.add(new Program(less));
    programs.add(new Program(more));
    return Optional.of(new Reprogram("hand over", List.of(lower, raise), programs));
  }
}
