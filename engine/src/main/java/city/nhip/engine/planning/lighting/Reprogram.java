package city.nhip.engine.planning.lighting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** Gives one or two groups other programs, at once. */
final class Reprogram extends AbstractMove<NightPlan> {
  private static final String NOTHING = "nothing";

  private final String kind;
  private final List<GroupProgram> groups;
  private final List<Program> programs;

  Reprogram(String kind, List<GroupProgram> groups, List<Program> programs) {
    this.kind = kind;
    this.groups = List.copyOf(groups);
    this.programs = List.copyOf(programs);
  }

  /** Where no program of the night can change: a move that counts, so that the search ends. */
  static Reprogram nothing(GroupProgram group) {
    return new Reprogram(NOTHING, List.of(group), List.of(group.program()));
  }

  @Override
  public boolean isMoveDoable(ScoreDirector<NightPlan> director) {
    if (kind.equals(NOTHING)) {
      return true;
    }
    for (int i = 0; i < programs.size(); i++) {
      if (!programs.get(i).equals(groups.get(i).program())) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected Reprogram createUndoMove(ScoreDirector<NightPlan> director) {
    return new Reprogram(kind, groups, groups.stream().map(GroupProgram::program).toList());
  }

  @Override
  protected void doMoveOnGenuineVariables(ScoreDirector<NightPlan> director) {
    for (int i = 0; i < programs.size(); i++) {
      GroupProgram group = groups.get(i);
      director.beforeVariableChanged(group, "program");
      group.become(programs.get(i));
      director.afterVariableChanged(group, "program");
    }
  }

  @Override
  public Reprogram rebase(ScoreDirector<NightPlan> destination) {
    List<GroupProgram> there = new ArrayList<>(groups.size());
    for (GroupProgram group : groups) {
      there.add(destination.lookUpWorkingObject(group));
    }
    return new Reprogram(kind, there, programs);
  }

  @Override
  public String getSimpleMoveTypeDescription() {
    return "Reprogram(" + kind + ")";
  }

  @Override
  public Collection<? extends Object> getPlanningEntities() {
    return groups;
  }

  @Override
  public Collection<? extends Object> getPlanningValues() {
    return programs;
  }

  @Override
  public String toString() {
    return kind + " " + programs;
  }
}
