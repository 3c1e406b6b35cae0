package city.nhip.engine.schedule;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every few seconds for proposals that have gone stale, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class ScheduleRoom {
  @Bean
  static RecurringTask<Void> expire(Schedules schedules) {
    return Tasks.recurring(TaskDescriptor.of("expire"), FixedDelay.of(Duration.ofSeconds(5)))
        .execute((instance, context) -> schedules.expire());
  }
}
