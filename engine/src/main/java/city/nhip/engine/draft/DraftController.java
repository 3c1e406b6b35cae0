package city.nhip.engine.draft;

import city.nhip.engine.planning.Supposition;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Edit, pin, suppose, solve again. */
@RestController
@RequestMapping("/api")
class DraftController {
  private final DraftDesk desk;
  private final JsonMapper json;

  DraftController(DraftDesk desk, JsonMapper json) {
    this.desk = desk;
    this.json = json;
  }

  /** What may be supposed about a schedule in a what-if. */
  @GetMapping("/schedules/{id}/suppositions")
  List<Supposition> suppositions(@PathVariable UUID id) {
    return desk.suppositions(id);
  }

  /** Scores an edited plan; its form is that of the schedule's own plan. */
  @PostMapping("/schedules/{id}/rescoring")
  Map<String, Object> rescore(@PathVariable UUID id, @RequestBody JsonNode plan) {
    PlanTrials.Trial trial = desk.rescore(id, plan);
    return Map.of("result", trial.result(), "plan", read(trial.artefact()));
  }

  /** At most 100, newest first. */
  @GetMapping("/drafts")
  List<Draft> list() {
    return desk.list();
  }

  @GetMapping("/drafts/{id}")
  Map<String, Object> get(@PathVariable UUID id) {
    return desk.whole(id, this::read);
  }

  @PostMapping("/drafts")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Draft start(@RequestBody DraftAsk ask, Principal who) {
    return desk.start(ask, who.getName());
  }

  @PostMapping("/drafts/{id}/cancellation")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void stop(@PathVariable UUID id) {
    desk.stop(id);
  }

  /** Answers with the proposal's id. */
  @PostMapping("/drafts/{id}/offer")
  Map<String, UUID> offer(@PathVariable UUID id, Principal who) {
    return Map.of("schedule", desk.offer(id, who.getName()));
  }

  private JsonNode read(byte[] artefact) {
    return json.readTree(artefact);
  }
}
