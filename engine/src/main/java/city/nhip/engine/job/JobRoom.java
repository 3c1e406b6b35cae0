package city.nhip.engine.job;

import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.PlanningDomains;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every planning domain on the class path is found here, and every job's task is run. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobLimits.class)
class JobRoom {
  private static final Duration LATER = Duration.ofSeconds(1);

  @Bean
  static PlanningDomains planningDomains(List<PlanningDomain<?>> domains) {
    return new PlanningDomains(domains);
  }

  /** A task whose process died is taken up again; one whose scope is busy comes again. */
  @Bean
  static CustomTask<Void> solve(SolverJobs jobs) {
    Clock wallClock = Clock.systemUTC();
    return Tasks.custom(SolveQueue.SOLVE)
        .onDeadExecutionRevive()
        .onFailure(new FailureHandler.OnFailureRetryLater<>(LATER.multipliedBy(5)))
        .execute(
            (instance, context) ->
                jobs.run(
                        UUID.fromString(instance.getId()),
                        () -> context.getSchedulerState().isShuttingDown())
                    ? new OnCompleteRemove<>()
                    : (done, operations) ->
                        operations.reschedule(done, wallClock.instant().plus(LATER)));
  }
}
