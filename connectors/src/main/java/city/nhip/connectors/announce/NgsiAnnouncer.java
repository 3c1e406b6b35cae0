package city.nhip.connectors.announce;

import city.nhip.engine.schedule.Schedule;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells an NGSI-LD broker what the plan in force means for its entities, by a batch upsert: a
 * {@code StreetlightGroup}'s {@code activeProgramId}, a {@code WasteContainer}'s {@code
 * nextActuationDeadline}. For signals the Smart Data Models have no entity that holds a plan.
 */
final class NgsiAnnouncer implements Announcer {
  private static final String CONTEXT =
      "https://raw.githubusercontent.com/smart-data-models/dataModel.%s/master/context.jsonld";
  private static final int MOST_ENTITIES = 500;

  private final URI broker;
  private final JsonMapper json;
  private final HttpTarget http;

  NgsiAnnouncer(URI broker, JsonMapper json, HttpTarget http) {
    this.broker = broker;
    this.json = json;
    this.http = http;
  }

  @Override
  public String target() {
    return "ngsi-ld";
  }

  @Override
  public boolean announces(String domain) {
    return domain.equals("lighting") || domain.equals("waste");
  }

  @Override
  public void announce(UUID id, Schedule schedule) throws IOException, InterruptedException {
    List<Map<String, Object>> entities = entities(schedule);
    URI address = URI.create(broker + "/ngsi-ld/v1/entityOperations/upsert?options=update");
    for (int from = 0; from < entities.size(); from += MOST_ENTITIES) {
      http.post(
          address,
          json.writeValueAsBytes(
              entities.subList(from, Math.min(entities.size(), from + MOST_ENTITIES))),
          Map.of("Content-Type", "application/ld+json"));
    }
  }

  private List<Map<String, Object>> entities(Schedule schedule) {
    JsonNode plan = json.readTree(schedule.artefact());
    List<Map<String, Object>> entities = new ArrayList<>();
    for (JsonNode program : plan.path("programs")) {
      entities.add(
          entity(
              "StreetlightGroup",
              program.path("group").asString(),
              "Streetlighting",
              "activeProgramId",
              schedule.id().toString()));
    }
    for (JsonNode tour : plan.path("trucks")) {
      for (JsonNode visit : tour.path("visits")) {
        if (visit.path("kind").asString().equals("collect") && !visit.path("done").asBoolean()) {
          entities.add(
              entity(
                  "WasteContainer",
                  visit.path("at").asString(),
                  "WasteManagement",
                  "nextActuationDeadline",
                  Map.of("@type", "DateTime", "@value", visit.path("depart").asString())));
        }
      }
    }
    return entities;
  }

  private static Map<String, Object> entity(
      String type, String id, String model, String attribute, Object value) {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("id", "urn:ngsi-ld:%s:%s".formatted(type, id));
    entity.put("type", type);
    entity.put(attribute, Map.of("type", "Property", "value", value));
    entity.put("@context", List.of(CONTEXT.formatted(model)));
    return entity;
  }
}
