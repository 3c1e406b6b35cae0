package city.nhip.engine.review;

import city.nhip.engine.city.City;
import city.nhip.engine.files.JsonFile;
import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.ScheduleStatus;
import city.nhip.engine.schedule.Schedules;
import city.nhip.engine.web.Conflict;
import city.nhip.engine.web.LiveEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Asks the policies in the city's {@code approvals.json} about each new proposal; the same checks
 * as a person's word follow.
 */
@Component
@ConditionalOnProperty("nhip.review.auto-approve")
class AutoApproval {
  private static final Logger LOG = LoggerFactory.getLogger(AutoApproval.class);

  private final List<ApprovalPolicy> policies;
  private final City city;
  private final Clock clock;
  private final Schedules schedules;
  private final Decisions decisions;

  /**
   * @throws city.nhip.engine.files.BadFile when the file is missing or wrong
   */
  AutoApproval(
      ReviewSettings settings, City city, Clock clock, Schedules schedules, Decisions decisions) {
    Path file = settings.approvals().map(Path::of).orElse(city.folder().resolve("approvals.json"));
    this.policies = JsonFile.read(file, ApprovalPolicy.Sheet.class).policies();
    this.city = city;
    this.clock = clock;
    this.schedules = schedules;
    this.decisions = decisions;
  }

  @TransactionalEventListener(condition = "#event.type() == 'schedule'")
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void look(LiveEvent event) {
    if (!ScheduleStatus.PROPOSED.name().equals(event.data().get("status"))) {
      return;
    }
    Schedule proposal = schedules.get(UUID.fromString(event.id()));
    LocalTime now = LocalTime.ofInstant(clock.instant(), city.timeZone());
    for (ApprovalPolicy policy : policies) {
      Optional<String> why = policy.approves(proposal, now);
      if (why.isPresent()) {
        try {
          decisions.approve(proposal.id(), "policy " + policy.name(), Approval.now(why.get()));
        } catch (Conflict late) {
          LOG.info("Policy {} came too late: {}", policy.name(), late.getMessage());
        }
        return;
      }
    }
  }
}
