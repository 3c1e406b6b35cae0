package city.nhip.engine.review;

import city.nhip.engine.city.City;
import city.nhip.engine.planning.PlanView;
import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.Schedules;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves the domains' further views of a schedule's plan. */
@RestController
@RequestMapping("/api/schedules/{id}/views")
class PlanViewController {
  private final Schedules schedules;
  private final List<PlanView> views;
  private final City city;

  PlanViewController(Schedules schedules, List<PlanView> views, City city) {
    this.schedules = schedules;
    this.views = views;
    this.city = city;
  }

  /** The names of the views that the schedule's domain has. */
  @GetMapping
  List<String> list(@PathVariable UUID id) {
    return of(schedules.get(id)).stream().map(PlanView::name).sorted().toList();
  }

  @GetMapping("/{name}")
  Object get(
      @PathVariable UUID id,
      @PathVariable String name,
      @RequestParam Map<String, String> parameters) {
    Schedule schedule = schedules.get(id);
    return of(schedule).stream()
        .filter(view -> view.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "Plans of %s have no view %s. Ask /views for their names."
                        .formatted(schedule.domain(), name)))
        .of(schedule.artefact(), city, parameters);
  }

  private List<PlanView> of(Schedule schedule) {
    return views.stream().filter(view -> view.domain().equals(schedule.domain())).toList();
  }
}
