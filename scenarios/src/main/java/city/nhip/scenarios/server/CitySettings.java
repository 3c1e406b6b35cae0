package city.nhip.scenarios.server;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a start decides.
 *
 * @param city the city's folder
 * @param data where the journal, the drop folder and the simulated field keep what they know
 * @param speed city seconds a second; 1 is live, more starts at five in the afternoon
 */
@ConfigurationProperties("nhip")
public record CitySettings(Path city, Path data, double speed) {
  public CitySettings {
    if (!(speed > 0) || speed > 3_600) {
      throw new IllegalArgumentException(
          "Speed %s is not in 0..3600. Give --speed 30 for an hour in two minutes."
              .formatted(speed));
    }
  }
}
