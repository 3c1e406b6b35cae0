package city.nhip.connectors.mqtt;

import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Where messages come from.
 *
 * @param topic filter, wildcards allowed
 * @param clientId by which the broker knows the session; one a route
 * @param username empty where the broker asks for none
 */
record MqttSource(
    String topic,
    String host,
    int port,
    boolean encrypted,
    String clientId,
    String username,
    String password) {
  private static final int PLAIN_PORT = 1883;
  private static final int ENCRYPTED_PORT = 8883;

  /**
   * @param url {@code tcp://host:port} or {@code ssl://host:port}
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  static MqttSource of(
      String topic, String url, String clientId, String username, String password) {
    if (topic.isBlank()) {
      throw new IllegalArgumentException("No topic. Write mqtt:<topic filter>.");
    }
    if (clientId.isBlank()) {
      throw new IllegalArgumentException(
          "No clientId, so the broker could keep nothing over a break. Give clientId.");
    }
    URI broker = URI.create(url);
    boolean encrypted = "ssl".equals(broker.getScheme());
    if (broker.getHost() == null || !(encrypted || "tcp".equals(broker.getScheme()))) {
      throw new IllegalArgumentException(
          "'%s' is no broker. Give url as tcp://host:port or ssl://host:port.".formatted(url));
    }
    int port = broker.getPort() > 0 ? broker.getPort() : encrypted ? ENCRYPTED_PORT : PLAIN_PORT;
    return new MqttSource(topic, broker.getHost(), port, encrypted, clientId, username, password);
  }

  /** A client of this broker, not connected yet. */
  Mqtt5ClientBuilder client() {
    Mqtt5ClientBuilder builder =
        Mqtt5Client.builder().identifier(clientId).serverHost(host).serverPort(port);
    if (encrypted) {
      builder = builder.sslWithDefaultConfig();
    }
    if (!username.isEmpty()) {
      builder =
          builder
              .simpleAuth()
              .username(username)
              .password(password.getBytes(StandardCharsets.UTF_8))
              .applySimpleAuth();
    }
    return builder;
  }

  /** Never the password. */
  @Override
  public String toString() {
    return "%s of %s:%d".formatted(topic, host, port);
  }
}
