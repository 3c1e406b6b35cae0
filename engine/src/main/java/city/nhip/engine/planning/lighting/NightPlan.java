package city.nhip.engine.planning.lighting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;

/** A night and a program for each of its groups. Mutable, the solver's own. */
@PlanningSolution
public final class NightPlan {
  private final LightingProblem problem;

  @ProblemFactCollectionProperty private final List<LimitShare> shares;

  @PlanningEntityCollectionProperty private final List<GroupProgram> groups;

  @ValueRangeProvider(id = "known programs")
  private final List<Program> known;

  @PlanningScore private @Nullable HardSoftLongScore score;

  /** The loads that score and moves share; only the working plan's are up to date. */
  private @Nullable LightState state;

  @SuppressWarnings("NullAway") // for the solver's cloner, which fills the fields
  private NightPlan() {
    this.problem = null;
    this.shares = new ArrayList<>();
    this.groups = new ArrayList<>();
    this.known = new ArrayList<>();
  }

  private NightPlan(LightingProblem problem, List<LimitShare> shares, List<GroupProgram> groups) {
    this.problem = problem;
    this.shares = shares;
    this.groups = groups;
    this.known = List.of();
  }

  /** A plan whose limits are facts, for the constraint streams. */
  public static NightPlan withLimits(LightingProblem problem, byte[][] levels) {
    return new NightPlan(problem, LimitShare.of(problem), programs(problem, levels));
  }

  /** A plan for the incremental score, which has the limits from the problem. */
  static NightPlan of(LightingProblem problem, byte[][] levels) {
    return new NightPlan(problem, List.of(), programs(problem, levels));
  }

  private static List<GroupProgram> programs(LightingProblem problem, byte[][] levels) {
    List<GroupProgram> groups = new ArrayList<>();
    for (int g = 0; g < levels.length; g++) {
      groups.add(new GroupProgram(problem, g, new Program(levels[g])));
    }
    return groups;
  }

  LightingProblem problem() {
    return problem;
  }

  public List<GroupProgram> groups() {
    return groups;
  }

  /** Level index by group and slot. */
  public byte[][] levels() {
    return groups.stream().map(group -> group.program().levels()).toArray(byte[][]::new);
  }

  @Nullable HardSoftLongScore score() {
    return score;
  }

  LightState state() {
    if (state == null) {
      throw new IllegalStateException("This plan is not being worked on.");
    }
    return state;
  }

  void work(LightState loads) {
    state = loads;
  }
}
