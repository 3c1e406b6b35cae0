package city.nhip.engine.safety;

import city.nhip.engine.city.City;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What makes a tour dangerous or illegal, by brute force: every moment between two tippings is
 * summed up anew, minutes of a day are looked up one by one. Knows only the town of the tests: two
 * streams, each with a compartment of its own, one site that takes both, a shift from 18 to 2.
 */
final class WasteOracle {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, JsonNode> containers = new HashMap<>();
  private final Map<String, JsonNode> trucks = new HashMap<>();
  private final JsonNode work;
  private final JsonNode site;
  private final ZoneId zone;
  private String reason = "";

  WasteOracle(City city) {
    Path waste = city.folder().resolve("waste");
    JSON.readTree(waste.resolve("containers.json").toFile())
        .get("containers")
        .forEach(one -> containers.put(one.get("id").asString(), one));
    JsonNode fleet = JSON.readTree(waste.resolve("fleet.json").toFile());
    fleet.get("trucks").forEach(one -> trucks.put(one.get("id").asString(), one));
    work = fleet.get("work");
    site = fleet.get("disposalSites").get(0);
    zone = city.timeZone();
  }

  String reason() {
    return reason;
  }

  boolean safe(JsonNode plan) {
    reason = "";
    Set<String> gone = new HashSet<>();
    List<String> collected = new ArrayList<>();
    for (JsonNode tour : plan.get("trucks")) {
      JsonNode truck = trucks.get(tour.get("truck").asString());
      if (truck == null || !gone.add(tour.get("truck").asString())) {
        return no("truck");
      }
      List<JsonNode> visits = new ArrayList<>();
      tour.get("visits").forEach(visits::add);
      if (!visits.isEmpty() && !(loads(truck, visits) && times(tour, visits) && hours(visits))) {
        return false;
      }
      for (JsonNode visit : visits) {
        if (kind(visit, "collect")) {
          collected.add(at(visit));
          if (container(visit).get("smallTruckOnly").asBoolean()
              && !truck.get("small").asBoolean()) {
            return no("street");
          }
        }
      }
    }
    return new HashSet<>(collected).size() == collected.size() || no("twice");
  }

  /** Of every pair of a start and an end without a tip in between. */
  private boolean loads(JsonNode truck, List<JsonNode> visits) {
    for (int from = 0; from < visits.size(); from++) {
      double mass = 0;
      Map<String, Integer> litres = new HashMap<>();
      int to = from;
      while (to < visits.size() && !kind(visits.get(to), "tip")) {
        JsonNode visit = visits.get(to++);
        if (!kind(visit, "collect")) {
          continue;
        }
        JsonNode container = containers.get(at(visit));
        if (container == null) {
          return no("container");
        }
        int volume = visit.get("litres").asInt();
        if (volume < 1 || volume > container.get("litres").asInt()) {
          return no("volume");
        }
        String stream = container.get("stream").asString();
        mass += volume * (stream.equals("organic") ? 0.35 : 0.2);
        litres.merge(stream, volume, Integer::sum);
      }
      int room = truck.get("compartments").get(0).get("litres").asInt();
      if (litres.getOrDefault("residual", 0) > room
          || litres.getOrDefault("organic", 0)
              > truck.get("compartments").get(1).get("litres").asInt()
          || mass > truck.get("kilograms").asInt() + 1e-6) {
        return no("capacity");
      }
      if (to == visits.size() && !litres.isEmpty()) {
        return no("not empty");
      }
    }
    return true;
  }

  private boolean times(JsonNode tour, List<JsonNode> visits) {
    Instant last = time(tour, "start");
    Instant begin = last;
    Instant end = time(tour, "end");
    long driving = 0;
    boolean rested = false;
    for (JsonNode visit : visits) {
      Instant arrive = time(visit, "arrive");
      Instant start = time(visit, "start");
      Instant depart = time(visit, "depart");
      long needed =
          kind(visit, "collect")
              ? container(visit).get("serviceSeconds").asLong()
              : kind(visit, "tip")
                  ? site.get("tippingSeconds").asLong()
                  : 60 * work.get("breakMinutes").asLong();
      if (arrive.isBefore(last)
          || start.isBefore(arrive)
          || Duration.between(start, depart).toSeconds() < needed) {
        return no("times");
      }
      driving += Duration.between(last, arrive).toSeconds();
      rested |= kind(visit, "break");
      last = depart;
    }
    driving += Duration.between(last, end).toSeconds();
    LocalTime early = begin.atZone(zone).toLocalTime();
    LocalTime late = end.atZone(zone).toLocalTime();
    boolean inShift =
        !end.isBefore(last)
            && (early.getHour() >= 18 || early.getHour() < 2)
            && Duration.between(Instant.parse("2026-03-02T11:00:00Z"), begin).toSeconds() >= 0
            && Duration.between(end, Instant.parse("2026-03-02T19:00:00Z")).toSeconds() >= 0;
    long minutes = Duration.between(begin, end).toMinutes();
    return (inShift || no("shift " + early + " " + late))
        && (driving <= 60 * work.get("longestDrivingMinutes").asLong() || no("driving"))
        && (rested || minutes <= work.get("breakAfterMinutes").asLong() || no("break"));
  }

  private boolean hours(List<JsonNode> visits) {
    for (JsonNode visit : visits) {
      int minute = time(visit, "start").atZone(zone).toLocalTime().toSecondOfDay();
      boolean open =
          kind(visit, "break")
              ? minute >= 20 * 3_600 + 1_800 && minute <= 22 * 3_600 + 1_800
              : kind(visit, "tip")
                  ? minute >= 17 * 3_600 || minute <= 4 * 3_600
                  : container(visit).get("access").isEmpty()
                      || (minute >= 19 * 3_600 && minute <= 22 * 3_600);
      if (!open || (kind(visit, "tip") && !at(visit).equals(site.get("id").asString()))) {
        return no("hours of " + at(visit));
      }
    }
    return true;
  }

  private JsonNode container(JsonNode visit) {
    return Objects.requireNonNull(containers.get(at(visit)));
  }

  private boolean no(String because) {
    reason = because;
    return false;
  }

  private static boolean kind(JsonNode visit, String kind) {
    return visit.get("kind").asString().equals(kind);
  }

  private static String at(JsonNode visit) {
    return visit.get("at").asString();
  }

  private static Instant time(JsonNode of, String field) {
    return Instant.parse(of.get(field).asString());
  }
}
