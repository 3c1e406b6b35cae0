package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.waste.city.WasteArtefact.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Solves small towns, and reads what came of it. */
final class EveningPlans {
  private EveningPlans() {}

  static CollectionPlan solved(CollectionPlan problem) {
    return new WasteDomain()
        .solve(problem, SolveLimits.ofEvaluations(1_000, 1), SolveControl.UNWATCHED)
        .plan();
  }

  static WasteArtefact artefact(CollectionPlan plan) {
    return WasteArtefact.read(new WasteDomain().encode(plan));
  }

  static List<String> served(WasteArtefact artefact) {
    return artefact.trucks().stream()
        .flatMap(tour -> tour.visits().stream())
        .filter(one -> one.kind().equals("collect"))
        .map(Activity::at)
        .toList();
  }

  static Finding urgent(String container, Instant at) {
    TimeWindow span = new TimeWindow(at.minusSeconds(60), at.plus(Duration.ofHours(12)));
    return new Finding(WasteFindings.URGENT, container, 97, span.from(), span.to());
  }
}
