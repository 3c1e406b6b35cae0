package city.nhip.scenarios.server;

import city.nhip.engine.city.City;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.scenarios.cityfolder.CityFolder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Puts the four modules together for one city. */
@SpringBootApplication(scanBasePackages = "city.nhip", proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(CitySettings.class)
public class CityServer {
  /** The evening peak comes, the night market opens, and rain is on its way. */
  private static final LocalTime REPLAY_STARTS = LocalTime.of(17, 0);

  @Bean
  static City city(CitySettings settings) {
    return CityFolder.load(settings.city());
  }

  /**
   * Goes on from the newest reading, so that no restart takes the city back in time. A live city's
   * time runs at once; a replayed one's once the city is served.
   */
  @Bean
  static CityClock cityClock(City city, CitySettings settings, ReadingJournal readings) {
    Instant now = Clock.systemUTC().instant();
    boolean live = settings.speed() == 1;
    Instant fresh = live ? now : now.atZone(city.timeZone()).with(REPLAY_STARTS).toInstant();
    Instant start = readings.findLastReceived().filter(last -> last.isAfter(fresh)).orElse(fresh);
    CityClock clock = CityClock.standingAt(start, settings.speed(), System::nanoTime);
    return live ? clock.started() : clock;
  }
}
