package city.nhip.engine.draft;

import city.nhip.engine.planning.Supposition;
import city.nhip.engine.web.Tagged;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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

  /** A draft with its plan, once there is one. */
  record Whole(Draft draft, Optional<JsonNode> plan) implements Tagged {
    @Override
    public String tag() {
      return draft.tag();
    }
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
  Whole get(@PathVariable UUID id) {
    Draft draft = desk.get(id);
    return new Whole(draft, desk.plan(draft).map(this::read));
  }

  @PostMapping("/drafts")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Draft start(@RequestBody DraftAsk ask, Principal who) {
    return desk.start(ask, who.getName());
  }

  @PostMapping("/drafts/{id}/cancellation")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void stop(@PathVariable UUID id, @RequestHeader("If-Match") Optional<String> match) {
    desk.stop(id, match);
  }

  /** Answers with the proposal's id. */
  @PostMapping("/drafts/{id}/offer")
  Map<String, UUID> offer(
      @PathVariable UUID id, @RequestHeader("If-Match") Optional<String> match, Principal who) {
    return Map.of("schedule", desk.offer(id, who.getName(), match));
  }

  private JsonNode read(byte[] artefact) {
    return json.readTree(artefact);
  }
}
