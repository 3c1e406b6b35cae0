package city.nhip.engine.review;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.Kpi;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.schedule.ScheduleLine;
import city.nhip.engine.schedule.ScheduleOrigin;
import city.nhip.engine.schedule.ScheduleStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of the review desk.
 *
 * @param severity of its most urgent request, 1 to 3
 */
record ScheduleView(
    UUID id,
    String domain,
    String scope,
    ScheduleStatus status,
    Instant createdAt,
    TimeWindow validity,
    String score,
    boolean feasible,
    boolean safe,
    Localized summary,
    List<Kpi> kpis,
    List<String> rules,
    int severity,
    ScheduleOrigin origin) {
  static ScheduleView of(ScheduleLine schedule) {
    return new ScheduleView(
        schedule.id(),
        schedule.domain(),
        schedule.scope(),
        schedule.status(),
        schedule.createdAt(),
        schedule.validity(),
        schedule.score(),
        schedule.feasible(),
        schedule.safety().safe(),
        schedule.review().summary(),
        schedule.review().kpis(),
        schedule.cause().stream().map(OptimizationRequest::rule).distinct().toList(),
        schedule.cause().stream().mapToInt(OptimizationRequest::severity).max().orElse(1),
        schedule.origin());
  }

  Map<String, Object> asMap(JsonMapper json) {
    return json.convertValue(this, new TypeReference<LinkedHashMap<String, Object>>() {});
  }
}
