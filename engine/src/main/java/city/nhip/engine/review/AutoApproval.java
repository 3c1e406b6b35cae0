package city.nhip.engine.review;

import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.ScheduleStatus;
import city.nhip.engine.schedule.Schedules;
import city.nhip.engine.web.Conflict;
import city.nhip.engine.web.LiveEvent;
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

/** Asks the city's policies about each new proposal; the same checks as a person's word follow. */
@Component
@ConditionalOnProperty("nhip.review.auto-approve")
class AutoApproval {
  private static final Logger LOG = LoggerFactory.getLogger(AutoApproval.class);

  private final List<ApprovalPolicy> policies;
  private final Schedules schedules;
  private final Decisions decisions;

  AutoApproval(List<ApprovalPolicy> policies, Schedules schedules, Decisions decisions) {
    this.policies = policies;
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
    for (ApprovalPolicy policy : policies) {
      Optional<String> why = policy.approves(proposal);
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
