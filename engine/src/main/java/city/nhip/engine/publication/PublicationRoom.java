package city.nhip.engine.publication;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Looks into the outbox every second and asks the devices, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class PublicationRoom {
  @Bean
  static RecurringTask<Void> deliver(Outbox outbox) {
    return Tasks.recurring(TaskDescriptor.of("deliver"), FixedDelay.of(Duration.ofSeconds(1)))
        .execute((instance, context) -> outbox.deliver());
  }

  @Bean
  static RecurringTask<Void> askDevices(DeviceReports reports) {
    return Tasks.recurring(TaskDescriptor.of("ask-devices"), FixedDelay.of(Duration.ofSeconds(3)))
        .execute((instance, context) -> reports.ask());
  }

  @RestController
  static class PublicationController {
    private final Outbox outbox;

    PublicationController(Outbox outbox) {
      this.outbox = outbox;
    }

    @GetMapping("/api/publications")
    List<PublicationView> list() {
      return outbox.list();
    }
  }
}
