package city.nhip.connectors.announce;

import city.nhip.engine.city.City;
import city.nhip.engine.schedule.Schedules;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Makes an announcer for each target that the settings name, and tells them every second. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnnouncementSettings.class)
class AnnouncementRoom {
  /** Receivers and pauses go by the wall's clock, also while the city's is replayed. */
  private static final Clock WALL_CLOCK = Clock.systemUTC();

  @Bean
  static Announcements announcements(
      AnnouncementSettings settings,
      City city,
      JsonMapper json,
      JdbcClient jdbc,
      Schedules schedules) {
    HttpTarget http = new HttpTarget();
    List<Announcer> announcers = new ArrayList<>();
    settings
        .webhooks()
        .forEach(it -> announcers.add(new WebhookAnnouncer(it, city, json, http, WALL_CLOCK)));
    settings.ngsiBroker().ifPresent(it -> announcers.add(new NgsiAnnouncer(it, json, http)));
    return new Announcements(announcers, jdbc, schedules, WALL_CLOCK);
  }

  @Bean
  static RecurringTask<Void> announce(Announcements announcements) {
    return Tasks.recurring(TaskDescriptor.of("announce"), FixedDelay.of(Duration.ofSeconds(1)))
        .execute(
            (instance, context) -> {
              try {
                announcements.tell();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }
}
