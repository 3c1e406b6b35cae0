package city.nhip.connectors.mqtt;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A field that is reached through an MQTT broker.
 *
 * @param url {@code tcp://host:port} or {@code ssl://host:port}
 * @param clientId by which the broker knows this city
 * @param username empty where the broker asks for none
 * @param domains that it takes; all of them when none is named
 */
@ConfigurationProperties("nhip.field.mqtt")
record MqttFieldSettings(
    String url,
    @DefaultValue("nhip-field") String clientId,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue Set<String> domains) {
  /** What the field says. */
  static final String CARRIED = "nhip/+/+/carried/#";

  MqttFieldSettings {
    domains = Set.copyOf(domains);
  }

  static String plan(String domain, String scope) {
    return "nhip/%s/%s/plan".formatted(domain, scope);
  }

  static String carried(String domain, String scope) {
    return "nhip/%s/%s/carried".formatted(domain, scope);
  }

  MqttSource source() {
    return MqttSource.of(CARRIED, url, clientId, username, password);
  }
}
