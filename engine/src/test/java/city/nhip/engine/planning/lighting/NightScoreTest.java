package city.nhip.engine.planning.lighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;

class NightScoreTest {
  /** More with {@code -Dnhip.moves=1000000}. */
  private static final int MOVES = Integer.getInteger("nhip.moves", 3_000);

  private static final int STREAMS_EVERY = 100;

  @Test
  void incremental_from_scratch_and_constraint_streams_agree_on_random_moves() {
    Random random = new Random(11);
    LightingProblem problem = SmallNights.night(random, 6, 16, 5);
    NightPlan plan = NightPlan.withLimits(problem, randomLevels(problem, random));
    NightScore incremental = new NightScore();
    incremental.resetWorkingSolution(plan);
    SolutionManager<NightPlan, HardSoftLongScore> streams = streams();
    for (int i = 0; i < MOVES; i++) {
      if (random.nextInt(4) == 0) {
        GroupProgram any = plan.groups().get(random.nextInt(plan.groups().size()));
        move(incremental, any, new Program(randomLevels(problem, random)[any.index()]));
      } else {
        Reprogram drawn = ProgramMoves.draw(plan, random);
        List<?> groups = List.copyOf(drawn.getPlanningEntities());
        List<?> programs = List.copyOf(drawn.getPlanningValues());
        for (int k = 0; k < groups.size(); k++) {
          move(incremental, (GroupProgram) groups.get(k), (Program) programs.get(k));
        }
      }
      NightScore scratch = new NightScore();
      scratch.resetWorkingSolution(NightPlan.of(problem, plan.levels()));
      assertThat(incremental.calculateScore()).isEqualTo(scratch.calculateScore());
      if (i % STREAMS_EVERY == 0) {
        NightPlan same = NightPlan.withLimits(problem, plan.levels());
        assertThat(streams.update(same)).isEqualTo(incremental.calculateScore());
        assertThat(incremental.calculateScore().isFeasible())
            .isEqualTo(Exhaustive.feasible(problem, plan.levels()));
      }
    }
  }

  private static void move(NightScore score, GroupProgram group, Program program) {
    score.beforeVariableChanged(group, "program");
    group.become(program);
    score.afterVariableChanged(group, "program");
  }

  private static byte[][] randomLevels(LightingProblem problem, Random random) {
    byte[][] levels = new byte[problem.groups().size()][problem.slots()];
    for (byte[] program : levels) {
      for (int t = 0; t < program.length; t++) {
        boolean same = t > 0 && random.nextInt(4) > 0;
        program[t] = same ? program[t - 1] : (byte) random.nextInt(problem.percents().length);
      }
    }
    return levels;
  }

  private static SolutionManager<NightPlan, HardSoftLongScore> streams() {
    return SolutionManager.create(
        SolverFactory.<NightPlan>create(
            new SolverConfig()
                .withSolutionClass(NightPlan.class)
                .withEntityClasses(GroupProgram.class)
                .withScoreDirectorFactory(
                    new ScoreDirectorFactoryConfig()
                        .withConstraintProviderClass(NightConstraints.class))));
  }
}
