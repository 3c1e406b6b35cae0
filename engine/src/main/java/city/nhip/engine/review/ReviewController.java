package city.nhip.engine.review;

import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.ScheduleAnnex;
import city.nhip.engine.schedule.ScheduleStatus;
import city.nhip.engine.schedule.Schedules;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a reviewer sees and says. */
@RestController
@RequestMapping("/api/schedules")
@EnableConfigurationProperties(ReviewSettings.class)
class ReviewController {
  private final Schedules schedules;
  private final Decisions decisions;
  private final ReviewSettings settings;
  private final ReadingJournal readings;
  private final List<ScheduleAnnex> annexes;
  private final JsonMapper json;

  ReviewController(
      Schedules schedules,
      Decisions decisions,
      ReviewSettings settings,
      ReadingJournal readings,
      List<ScheduleAnnex> annexes,
      JsonMapper json) {
    this.schedules = schedules;
    this.decisions = decisions;
    this.settings = settings;
    this.readings = readings;
    this.annexes = annexes;
    this.json = json;
  }

  /**
   * @param reason required for a rejection, 1 to 2,000 characters
   * @param hash of the plan that the person looked at; where given, no other plan is approved
   * @param notBefore the city's time until which an approved plan stays here
   */
  record Word(Optional<String> reason, Optional<String> hash, Optional<Instant> notBefore) {
    String said() {
      return reason.orElse("");
    }
  }

  /** A request behind the schedule, with the readings that made its rule fire. */
  record Cause(
      String rule,
      String ruleVersion,
      String zone,
      Object window,
      Object reason,
      int severity,
      Object findings,
      List<JournaledReading> readings) {}

  @GetMapping
  List<ScheduleView> list(
      @RequestParam Optional<ScheduleStatus> status, @RequestParam Optional<String> domain) {
    return schedules.list(status, domain).stream().map(ScheduleView::of).toList();
  }

  /** The entity tag names the state and the plan: send it back as {@code If-Match} to decide. */
  @GetMapping("/{id}")
  ResponseEntity<Map<String, Object>> get(@PathVariable UUID id) {
    Schedule schedule = schedules.get(id);
    return ResponseEntity.ok().eTag(schedule.line().tag()).body(view(schedule));
  }

  private Map<String, Object> view(Schedule schedule) {
    UUID id = schedule.id();
    Map<String, Object> view = ScheduleView.of(schedule.line()).asMap(json);
    view.put("plan", json.readValue(schedule.artefact(), JsonNode.class));
    view.put("hash", schedule.hash());
    view.put("tag", schedule.line().tag());
    view.put("jobId", schedule.jobId());
    view.put("origin", schedule.origin());
    view.put("fourEyes", settings.fourEyes().contains(schedule.domain()));
    view.put("expected", schedule.expected());
    view.put("constraints", schedule.review().constraints());
    view.put("notes", schedule.review().notes());
    schedule.review().bound().ifPresent(bound -> view.put("bound", bound));
    view.put(
        "safety",
        Map.of(
            "safe", schedule.safety().safe(),
            "checks", schedule.safety().checks(),
            "violations", schedule.safety().violations()));
    view.put(
        "cause",
        schedule.cause().stream()
            .map(
                request ->
                    new Cause(
                        request.rule(),
                        request.ruleVersion(),
                        request.zone(),
                        request.window(),
                        request.reason(),
                        request.severity(),
                        request.findings(),
                        readings.list(request.readingIds())))
            .toList());
    view.put("decisions", decisions.list(id));
    annexes.forEach(annex -> view.put(annex.field(), annex.list(id)));
    return view;
  }

  @PostMapping("/{id}/approval")
  ResponseEntity<Map<String, Object>> approve(
      @PathVariable UUID id,
      @RequestBody(required = false) Optional<Word> word,
      @RequestHeader("If-Match") Optional<String> match,
      Principal who) {
    decisions.approve(
        id,
        who.getName(),
        new Approval(
            word.map(Word::said).orElse(""),
            word.flatMap(Word::hash),
            match,
            word.flatMap(Word::notBefore)));
    return get(id);
  }

  @PostMapping("/{id}/rejection")
  ResponseEntity<Map<String, Object>> reject(
      @PathVariable UUID id,
      @RequestBody Word word,
      @RequestHeader("If-Match") Optional<String> match,
      Principal who) {
    return get(decisions.reject(id, who.getName(), word.said(), match));
  }

  /** Takes back what was approved for later. */
  @PostMapping("/{id}/withdrawal")
  ResponseEntity<Map<String, Object>> withdraw(
      @PathVariable UUID id,
      @RequestBody Word word,
      @RequestHeader("If-Match") Optional<String> match,
      Principal who) {
    return get(decisions.withdraw(id, who.getName(), word.said(), match));
  }

  /** Answers with the schedule that brings the earlier plan back. */
  @PostMapping("/{id}/rollback")
  ResponseEntity<Map<String, Object>> rollBack(
      @PathVariable UUID id,
      @RequestBody Word word,
      @RequestHeader("If-Match") Optional<String> match,
      Principal who) {
    return get(decisions.rollBack(id, who.getName(), word.said(), match));
  }
}
