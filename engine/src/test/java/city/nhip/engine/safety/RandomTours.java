package city.nhip.engine.safety;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes a collection plan at random: one to three small faults, as a bug or a hand would make.
 */
final class RandomTours {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> TIMES = List.of("arrive", "start", "depart");

  private final byte[] plan;
  private final Random random;

  RandomTours(byte[] plan, Random random) {
    this.plan = plan;
    this.random = random;
  }

  ObjectNode next() {
    ObjectNode copy = (ObjectNode) JSON.readTree(plan);
    int changes = 1 + random.nextInt(3);
    for (int change = 0; change < changes; change++) {
      change(copy);
    }
    return copy;
  }

  private void change(ObjectNode plan) {
    ArrayNode trucks = (ArrayNode) plan.get("trucks");
    ObjectNode tour = (ObjectNode) trucks.get(random.nextInt(trucks.size()));
    ArrayNode visits = (ArrayNode) tour.get("visits");
    if (visits.isEmpty()) {
      return;
    }
    int at = random.nextInt(visits.size());
    ObjectNode visit = (ObjectNode) visits.get(at);
    switch (random.nextInt(12)) {
      case 0 -> visits.remove(at);
      case 1 -> {
        JsonNode other = visits.get(random.nextInt(visits.size()));
        visit.put("at", other.get("at").asString());
      }
      case 2 -> shift(visit, TIMES.get(random.nextInt(3)), random.nextInt(7_200) - 3_600);
      case 3 -> later(tour, at, random.nextInt(14_400) - 3_600);
      case 4 -> visit.put("litres", visit.get("litres").asInt() + random.nextInt(800) - 300);
      case 5 -> visit.put("kilograms", random.nextInt(1_500));
      case 6 -> tour.put("truck", "T" + (1 + random.nextInt(4)));
      case 7 -> visit.put("done", random.nextBoolean());
      case 8 -> shift(tour, random.nextBoolean() ? "start" : "end", random.nextInt(9_000) - 4_500);
      case 9 -> {
        ObjectNode other = (ObjectNode) trucks.get(random.nextInt(trucks.size()));
        ArrayNode into = (ArrayNode) other.get("visits");
        visits.remove(at);
        into.insert(random.nextInt(into.size() + 1), visit);
      }
      case 10 -> visits.insert(random.nextInt(visits.size() + 1), visits.remove(at));
      default -> reload(visits, at);
    }
  }

  /** Removes a visit and mends all that is said about the load, as a careful forger would. */
  private static void reload(ArrayNode visits, int at) {
    visits.remove(at);
    int onBoard = 0;
    List<JsonNode> all = new ArrayList<>();
    visits.forEach(all::add);
    for (JsonNode one : all) {
      ObjectNode visit = (ObjectNode) one;
      if (visit.get("kind").asString().equals("collect")) {
        onBoard += visit.get("litres").asInt();
      } else if (visit.get("kind").asString().equals("tip")) {
        visit.put("litres", onBoard);
        onBoard = 0;
      }
      visit.put("onBoardLitres", onBoard);
    }
  }

  private static void later(ObjectNode tour, int from, int seconds) {
    ArrayNode visits = (ArrayNode) tour.get("visits");
    for (int v = from; v < visits.size(); v++) {
      for (String time : TIMES) {
        shift((ObjectNode) visits.get(v), time, seconds);
      }
    }
    shift(tour, "end", seconds);
    if (from == 0) {
      shift(tour, "start", seconds);
    }
  }

  private static void shift(ObjectNode of, String field, int seconds) {
    of.put(field, Instant.parse(of.get(field).asString()).plusSeconds(seconds).toString());
  }
}
