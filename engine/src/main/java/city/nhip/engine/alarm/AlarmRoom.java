package city.nhip.engine.alarm;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Looks for silent devices, on one node at a time, and shows all alarms. */
@Configuration(proxyBeanMethods = false)
class AlarmRoom {
  @Bean
  static RecurringTask<Void> lookForSilence(SilentDevices devices) {
    return Tasks.recurring(
            TaskDescriptor.of("look-for-silence"), FixedDelay.of(Duration.ofSeconds(10)))
        .execute((instance, context) -> devices.look());
  }

  @RestController
  static class AlarmController {
    private final Alarms alarms;

    AlarmController(Alarms alarms) {
      this.alarms = alarms;
    }

    /** What lasts comes first. */
    @GetMapping("/api/alarms")
    List<Alarm> list() {
      return alarms.list();
    }

    @GetMapping("/api/alarms/{id}")
    Alarm get(@PathVariable long id) {
      return alarms.get(id);
    }

    @PostMapping("/api/alarms/{id}/acknowledgement")
    Alarm acknowledge(
        @PathVariable long id, @RequestHeader("If-Match") Optional<String> match, Principal who) {
      alarms.acknowledge(id, who.getName(), match);
      return alarms.get(id);
    }
  }
}
