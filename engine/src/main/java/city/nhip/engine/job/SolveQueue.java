package city.nhip.engine.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Binds jobs to the durable scheduler: a job outlives the process that started it. */
@Component
class SolveQueue {
  static final TaskDescriptor<Void> SOLVE = TaskDescriptor.of("solve");

  private final SchedulerClient scheduler;
  private final JdbcClient jdbc;
  private final Duration gathering;
  private final Clock wallClock = Clock.systemUTC();

  /**
   * @param gathering how long a job waits for further requests of its scope, by the wall clock
   */
  SolveQueue(
      SchedulerClient scheduler,
      JdbcClient jdbc,
      @Value("${nhip.job.gathering:1s}") Duration gathering) {
    this.scheduler = scheduler;
    this.jdbc = jdbc;
    this.gathering = gathering;
  }

  /** Part of the caller's transaction. */
  Job add(Job job) {
    scheduler.scheduleIfNotExists(
        SOLVE
            .instance(job.id().toString())
            .priority(job.severity())
            .scheduledTo(wallClock.instant().plus(gathering)));
    return job;
  }

  /** The scheduler's client can move a task, but not raise its priority. */
  void hasten(Job job, int severity) {
    jdbc.sql(
            "update scheduled_tasks set priority = ?"
                + " where task_name = ? and task_instance = ? and not picked")
        .params(severity, SOLVE.getTaskName(), job.id().toString())
        .update();
  }
}
