package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** Gives some intersections other timings, all at once. */
final class Retime extends AbstractMove<SignalPlan> {
  private final String kind;
  private final List<IntersectionTiming> intersections;
  private final List<Timing> timings;

  Retime(String kind, List<IntersectionTiming> intersections, List<Timing> timings) {
    this.kind = kind;
    this.intersections = List.copyOf(intersections);
    this.timings = List.copyOf(timings);
  }

  String kind() {
    return kind;
  }

  /** The plan's timings as they are after the move. */
  List<Timing> timings(SignalPlan plan) {
    List<Timing> after = new ArrayList<>(plan.timings());
    for (int i = 0; i < timings.size(); i++) {
      after.set(plan.intersections().indexOf(intersections.get(i)), timings.get(i));
    }
    return after;
  }

  @Override
  public boolean isMoveDoable(ScoreDirector<SignalPlan> director) {
    for (int i = 0; i < timings.size(); i++) {
      if (!timings.get(i).equals(intersections.get(i).timing())) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected Retime createUndoMove(ScoreDirector<SignalPlan> director) {
    return new Retime(
        kind, intersections, intersections.stream().map(IntersectionTiming::timing).toList());
  }

  @Override
  protected void doMoveOnGenuineVariables(ScoreDirector<SignalPlan> director) {
    for (int i = 0; i < timings.size(); i++) {
      IntersectionTiming it = intersections.get(i);
      director.beforeVariableChanged(it, "timing");
      it.retime(timings.get(i));
      director.afterVariableChanged(it, "timing");
    }
  }

  @Override
  public Retime rebase(ScoreDirector<SignalPlan> destination) {
    List<IntersectionTiming> there = new ArrayList<>(intersections.size());
    for (IntersectionTiming it : intersections) {
      there.add(destination.lookUpWorkingObject(it));
    }
    return new Retime(kind, there, timings);
  }

  @Override
  public String getSimpleMoveTypeDescription() {
    return "Retime(" + kind + ")";
  }

  @Override
  public Collection<? extends Object> getPlanningEntities() {
    return intersections;
  }

  @Override
  public Collection<? extends Object> getPlanningValues() {
    return timings;
  }

  @Override
  public String toString() {
    return kind + " " + timings;
  }
}
