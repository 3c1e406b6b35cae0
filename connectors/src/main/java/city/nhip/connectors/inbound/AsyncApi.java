package city.nhip.connectors.inbound;

import city.nhip.connectors.codec.PayloadFormat;
import city.nhip.connectors.folder.Connector;
import city.nhip.engine.city.City;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * What this city hears by messages, and what it says to a field behind an MQTT broker, as an
 * AsyncAPI 3.0 document. It is made of the connectors that serve now, with their own schemas.
 */
@RestController
class AsyncApi {
  private static final Pattern TOPIC = Pattern.compile("(mqtt|kafka):([^?]+).*");
  private static final Pattern WILDCARD = Pattern.compile("[+#]");
  private static final String JSON = "application/json";

  private final City city;
  private final Connectors connectors;
  private final Environment environment;
  private final JsonMapper json;

  AsyncApi(City city, Connectors connectors, Environment environment, JsonMapper json) {
    this.city = city;
    this.connectors = connectors;
    this.environment = environment;
    this.json = json;
  }

  @GetMapping("/api/asyncapi")
  Map<String, Object> document() {
    Channels channels = new Channels(new TreeMap<>(), new TreeMap<>());
    connectors.list().stream()
        .flatMap(it -> it.serving().stream())
        .forEach(it -> add(channels, it));
    if (environment.containsProperty("nhip.field.mqtt.url")) {
      Map<String, Object> text = Map.of("type", "string");
      Map<String, Object> whole = Map.of("type", "integer");
      Map<String, Object> word =
          Map.of(
              "type", "object",
              "required", List.of("sequence", "hash"),
              "properties", Map.of("sequence", whole, "hash", text));
      channels.add("field-plan", "send", "mqtt", "nhip/{domain}/{scope}/plan", JSON, Map.of());
      channels.add("field-carried", "receive", "mqtt", "nhip/{domain}/{scope}/carried", JSON, word);
      channels.add(
          "device-carried",
          "receive",
          "mqtt",
          "nhip/{domain}/{scope}/carried/{device}",
          JSON,
          word);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("asyncapi", "3.0.0");
    document.put("info", Map.of("title", "Nhịp, " + city.name().en(), "version", "1"));
    document.put("channels", channels.channels());
    document.put("operations", channels.operations());
    return document;
  }

  private void add(Channels channels, Connector connector) {
    Object payload =
        connector
            .schema()
            .<Object>map(
                it ->
                    Map.of(
                        "schemaFormat",
                        "application/schema+json;version=2020-12",
                        "schema",
                        json.readTree(it)))
            .orElse(Map.of());
    String type = contentType(connector.file().format());
    String name = connector.name();
    channels.add(
        name, "receive", "http", "/api/connectors/%s/messages".formatted(name), type, payload);
    int number = 0;
    for (String source : connector.route().map(it -> it.sources()).orElse(List.of())) {
      Matcher topic = TOPIC.matcher(source);
      if (topic.matches()) {
        number++;
        channels.add(
            "%s-%s-%d".formatted(name, topic.group(1), number),
            "receive",
            topic.group(1),
            parameters(topic.group(2)),
            type,
            payload);
      }
    }
  }

  private static String contentType(PayloadFormat format) {
    return switch (format) {
      case JSON -> JSON;
      case JSON_LINES -> "application/jsonl";
      case CSV -> "text/csv";
    };
  }

  /** A filter's wildcards are an address's parameters. */
  private static String parameters(String filter) {
    int[] number = {0};
    return WILDCARD.matcher(filter).replaceAll(found -> "{part" + ++number[0] + "}");
  }

  private record Channels(Map<String, Object> channels, Map<String, Object> operations) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)\\}");

    void add(
        String name, String action, String protocol, String address, String type, Object payload) {
      Map<String, Object> channel = new LinkedHashMap<>();
      channel.put("address", address);
      Map<String, Object> parameters = new TreeMap<>();
      PARAMETER.matcher(address).results().forEach(it -> parameters.put(it.group(1), Map.of()));
      if (!parameters.isEmpty()) {
        channel.put("parameters", parameters);
      }
      channel.put("messages", Map.of("message", Map.of("contentType", type, "payload", payload)));
      channel.put("bindings", Map.of(protocol, Map.of()));
      channels.put(name, channel);
      operations.put(
          name, Map.of("action", action, "channel", Map.of("$ref", "#/channels/" + name)));
    }
  }
}
