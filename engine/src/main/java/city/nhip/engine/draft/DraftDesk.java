package city.nhip.engine.draft;

import city.nhip.engine.audit.AuditLog;
import city.nhip.engine.city.City;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.Supposition;
import city.nhip.engine.safety.SafetyChecks;
import city.nhip.engine.safety.SafetyVerdict;
import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.ScheduleOrigin;
import city.nhip.engine.schedule.Schedules;
import city.nhip.engine.web.BadField;
import city.nhip.engine.web.Conflict;
import city.nhip.engine.web.Stale;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Where a person tries things out; one try is solved at a time. */
@Service
class DraftDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DraftDesk.class);

  private final Drafts drafts;
  private final PlanTrials trials;
  private final Schedules schedules;
  private final SafetyChecks safety;
  private final City city;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Set<UUID> stopped = ConcurrentHashMap.newKeySet();
  private final ExecutorService solver =
      Executors.newSingleThreadExecutor(new CustomizableThreadFactory("draft-"));

  DraftDesk(
      Drafts drafts,
      PlanTrials trials,
      Schedules schedules,
      SafetyChecks safety,
      City city,
      AuditLog audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.drafts = drafts;
    this.trials = trials;
    this.schedules = schedules;
    this.safety = safety;
    this.city = city;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  List<Supposition> suppositions(UUID schedule) {
    return trials.domain(schedules.get(schedule)).suppositions(city);
  }

  /** An edited plan, scored at once; nothing is kept. */
  PlanTrials.Trial rescore(UUID schedule, JsonNode plan) {
    DraftAsk ask =
        new DraftAsk(schedule, Draft.Kind.EDIT, "-", Optional.of(plan), List.of(), List.of(), 0);
    return trials.run(schedules.get(schedule), ask, SolveControl.UNWATCHED);
  }

  Draft start(DraftAsk ask, String by) {
    Schedule base = schedules.get(ask.schedule());
    checkAssets(ask, suppositions(ask.schedule()));
    Draft draft = drafts.create(ask, base.domain(), base.scope(), by);
    solver.execute(() -> solve(draft, base));
    return draft;
  }

  /** What is supposed about something that is not there would change nothing, without a word. */
  private static void checkAssets(DraftAsk ask, List<Supposition> known) {
    for (int i = 0; i < ask.findings().size(); i++) {
      Finding finding = ask.findings().get(i);
      boolean strange =
          known.stream()
              .filter(one -> one.kind().equals(finding.kind()) && !one.assets().isEmpty())
              .anyMatch(one -> !one.assets().contains(finding.asset()));
      if (strange) {
        throw new BadField(
            "/findings/%d/asset".formatted(i),
            "Không có %s ở đây. Hãy chọn một trong danh sách giả thiết của kế hoạch.",
            "There is no %s here. Choose one from the schedule's suppositions.",
            finding.asset());
      }
    }
  }

  void stop(UUID id, Optional<String> match) {
    Draft draft = drafts.get(id);
    Stale.check(match, draft.tag());
    if (draft.status() != Draft.Status.SOLVING) {
      throw new Conflict("Bản nháp không đang được tính.", "Draft %s is not being solved.", id);
    }
    stopped.add(id);
  }

  private void solve(Draft draft, Schedule base) {
    try {
      drafts.succeed(draft.id(), trials.run(base, draft.ask(), watch(draft.id())));
    } catch (RuntimeException failure) {
      LOG.info("Draft {} failed: {}", draft.id(), failure.getMessage());
      drafts.fail(draft.id(), String.valueOf(failure.getMessage()));
    } finally {
      stopped.remove(draft.id());
    }
  }

  private SolveControl watch(UUID id) {
    return new SolveControl() {
      @Override
      public boolean cancelled() {
        return stopped.contains(id) || Thread.currentThread().isInterrupted();
      }

      @Override
      public void improved(Supplier<byte[]> artefact, String score) {}
    };
  }

  /**
   * Makes an edit a proposal, checked as every other.
   *
   * @param match the tag that the person saw; empty asks for no check
   * @return the proposal
   * @throws Conflict when it is a what-if, not ready, unsafe, too late, or the plan in force
   */
  UUID offer(UUID id, String by, Optional<String> match) {
    Draft draft = drafts.get(id);
    Stale.check(match, draft.tag());
    Schedule base = schedules.get(draft.schedule());
    if (draft.kind() != Draft.Kind.EDIT) {
      throw new Conflict(
          "Phương án giả định dựa trên giả thiết nên chỉ là bản nháp. Hãy tạo bản chỉnh sửa.",
          "A what-if rests on suppositions and stays a draft. Make an edit.");
    }
    if (draft.status() != Draft.Status.READY) {
      throw new Conflict(
          "Bản nháp chưa sẵn sàng để đề xuất.",
          "Draft %s is %s and cannot be offered.",
          id,
          draft.status());
    }
    byte[] artefact = drafts.artefact(id);
    Proposal proposal = trials.proposal(base, artefact);
    SafetyVerdict verdict = safety.check(base.domain(), base.scope(), proposal.artefact());
    if (!proposal.feasible() || !verdict.safe()) {
      throw new Conflict(
          "Phương án đã sửa không an toàn. Hãy sửa lại trước khi đề xuất.",
          "The edited plan is not safe. Mend it before you offer it.");
    }
    if (!clock.instant().isBefore(proposal.validity().to())) {
      throw new Conflict(
          "Phương án đã hết thời hạn. Hãy sửa đề xuất kế tiếp.",
          "The plan's time is over. Edit the next proposal.");
    }
    if (schedules
        .findInForce(base.domain(), base.scope())
        .filter(carried -> Arrays.equals(carried.artefact(), proposal.artefact()))
        .isPresent()) {
      throw new Conflict(
          "Bản này giống hệt kế hoạch đang chạy, không có gì để duyệt. Hãy sửa trước khi đề xuất.",
          "This is the plan in force, to the last byte: nothing to decide. Change it first.");
    }
    return java.util.Objects.requireNonNull(
        transaction.execute(status -> keep(draft, base, proposal, verdict, by)));
  }

  private UUID keep(
      Draft draft, Schedule base, Proposal proposal, SafetyVerdict verdict, String by) {
    UUID schedule =
        schedules.propose(
            UUID.randomUUID(),
            base.domain(),
            base.scope(),
            proposal,
            verdict,
            base.cause(),
            new ScheduleOrigin(
                ScheduleOrigin.Kind.EDIT, Optional.of(base.id()), base.origin().plannedAt()));
    if (!drafts.offered(draft.id(), schedule)) {
      throw new Conflict(
          "Người khác đã đề xuất bản nháp này.", "Somebody else has offered this draft.");
    }
    audit.append(by, "OFFERED", "schedule " + schedule, "edit of " + base.id());
    return schedule;
  }

  Draft get(UUID id) {
    return drafts.get(id);
  }

  /** The plan that a draft came to, once it came to one. */
  Optional<byte[]> plan(Draft draft) {
    return draft.result().map(result -> drafts.artefact(draft.id()));
  }

  List<Draft> list() {
    return drafts.list();
  }

  @EventListener(ApplicationReadyEvent.class)
  void tidy() {
    drafts.failAbandoned();
  }

  @Override
  public void close() {
    solver.shutdownNow();
  }
}
