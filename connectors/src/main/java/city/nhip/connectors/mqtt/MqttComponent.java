package city.nhip.connectors.mqtt;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** Makes {@code mqtt:<topic filter>?url=...&clientId=...} a source that a route may listen to. */
public final class MqttComponent extends DefaultComponent {
  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
    return new MqttEndpoint(
        uri,
        this,
        MqttSource.of(
            remaining,
            text(parameters, "url"),
            text(parameters, "clientId"),
            text(parameters, "username"),
            text(parameters, "password")));
  }

  private String text(Map<String, Object> parameters, String name) {
    String value = getAndRemoveParameter(parameters, name, String.class);
    return value == null ? "" : value.strip();
  }
}
