package city.nhip.engine.planning.lighting;

import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** The program that the solver gives one control group. Mutable, the solver's own. */
@PlanningEntity
public final class GroupProgram {
  @PlanningId private final Integer index;
  private final LightingProblem problem;

  @PlanningVariable(valueRangeProviderRefs = "known programs")
  private @Nullable Program program;

  @SuppressWarnings("NullAway") // for the solver's cloner, which fills the fields
  private GroupProgram() {
    this.index = 0;
    this.problem = null;
  }

  GroupProgram(LightingProblem problem, int index, Program program) {
    this.problem = problem;
    this.index = index;
    this.program = program;
  }

  /** Among the problem's groups. */
  public int index() {
    return index;
  }

  public ControlGroup group() {
    return problem.groups().get(index);
  }

  LightingProblem problem() {
    return problem;
  }

  public Program program() {
    if (program == null) {
      throw new IllegalStateException("Group " + group().id() + " has no program yet.");
    }
    return program;
  }

  void become(Program other) {
    program = other;
  }

  @Override
  public String toString() {
    return group().id() + " " + program;
  }
}
