package city.nhip.engine.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds jobs to the durable scheduler: a job outlives the process that started it. */
@Configuration(proxyBeanMethods = false)
class SolveTask {
  static final TaskDescriptor<Void> SOLVE = TaskDescriptor.of("solve");

  private final Duration gathering;
  private final Clock wallClock = Clock.systemUTC();

  /**
   * @param gathering how long a job waits for further requests of its scope
   */
  SolveTask(@Value("${nhip.job.gathering:1s}") Duration gathering) {
    this.gathering = gathering;
  }

  @Bean
  static OneTimeTask<Void> solve(SolverJobs jobs) {
    return Tasks.oneTime(SOLVE)
        .execute((instance, context) -> jobs.run(UUID.fromString(instance.getId())));
  }

  void schedule(SchedulerClient scheduler, UUID job, int severity) {
    scheduler.scheduleIfNotExists(
        SOLVE
            .instance(job.toString())
            .priority(severity)
            .scheduledTo(wallClock.instant().plus(gathering)));
  }
}
