package city.nhip.scenarios.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the desk shows, worked out again from the exported schedule and the city's files, without a
 * line of the engine. What follows from a model or a forecast is worked out from what the schedule
 * says that it expects, lane by lane, container by container, group by group. Long: it shares no
 * reader of plans with anybody, not even with other tests.
 */
class RecomputedFiguresTest {
  private static final double HOUR = 3_600_000.0;

  private final RunningCity city = RunningCity.living();

  @Test
  void a_nights_energy_cost_and_emissions_follow_from_its_programs() throws IOException {
    JsonNode schedule = schedule("lighting", plan -> true);
    JsonNode plan = schedule.path("plan");
    JsonNode network = file("lighting/network.json");
    JsonNode tariffs = file("lighting/tariff.json");
    Instant off = Instant.parse(plan.path("off").asString());
    LocalDate evening = LocalDate.parse(plan.path("evening").asString());
    double kilowattHours = 0;
    double lampHours = 0;
    int changes = 0;
    for (JsonNode program : plan.path("programs")) {
      JsonNode group = named(network.path("groups"), program.path("group"));
      JsonNode points = program.path("points");
      changes += points.size() - 1;
      for (int p = 0; p < points.size(); p++) {
        Instant from = later(instant(points.path(p), "at"), instant(plan, "on"));
        Instant to = p + 1 < points.size() ? instant(points.path(p + 1), "at") : off;
        double hours = Math.max(0, Duration.between(from, to).toMillis()) / HOUR;
        int percent = points.path(p).path("percent").asInt();
        kilowattHours += watts(group, percent, network, plan, evening) * hours / 1_000;
        lampHours += group.path("luminaires").asInt() * percent / 100.0 * hours;
      }
    }

    assertThat(figure(schedule, "energy")).isCloseTo(kilowattHours, within(0.1));
    assertThat(figure(schedule, "cost"))
        .isCloseTo(kilowattHours * flatPrice(tariffs), within(kilowattHours));
    assertThat(figure(schedule, "emissions"))
        .isCloseTo(
            kilowattHours * tariffs.at("/emission/gramsPerKwh").asDouble() / 1_000, within(0.1));
    assertThat(figure(schedule, "burning-hours")).isCloseTo(lampHours, within(0.2));
    assertThat(figure(schedule, "switching")).isEqualTo(changes);
  }

  @Test
  void a_shifts_distance_hours_fuel_and_cost_follow_from_its_tours() throws IOException {
    JsonNode schedule = schedule("waste", RecomputedFiguresTest::isNew);
    JsonNode fleet = file("waste/fleet.json");
    double kilometres = 0;
    double hours = 0;
    double litres = 0;
    double fee = 0;
    double tonnes = 0;
    int out = 0;
    int collected = 0;
    for (JsonNode tour : schedule.path("plan").path("trucks")) {
      if (tour.path("visits").isEmpty()) {
        continue;
      }
      out++;
      kilometres += tour.path("metres").asInt() / 1_000.0;
      hours += Duration.between(instant(tour, "start"), instant(tour, "end")).toSeconds() / 3_600.0;
      litres +=
          tour.path("metres").asInt()
              / 1_000.0
              * named(fleet.path("trucks"), tour.path("truck"))
                  .path("litresPerKilometre")
                  .asDouble();
      for (JsonNode visit : tour.path("visits")) {
        double load = visit.path("kilograms").asInt() / 1_000.0;
        if (visit.path("kind").asString().equals("collect")) {
          collected++;
          tonnes += load;
        } else if (visit.path("kind").asString().equals("tip")) {
          fee +=
              load
                  * named(fleet.path("disposalSites"), visit.path("at"))
                      .path("feePerTonne")
                      .asDouble();
        }
      }
    }
    double cost =
        litres * price(fleet, "dieselPerLitre")
            + hours * price(fleet, "crewPerHour")
            + out * price(fleet, "truckPerShift")
            + fee;

    assertThat(figure(schedule, "distance")).isCloseTo(kilometres, within(0.01));
    assertThat(figure(schedule, "hours")).isCloseTo(hours, within(0.01));
    assertThat(figure(schedule, "fuel")).isCloseTo(litres, within(0.01));
    assertThat(figure(schedule, "emissions"))
        .isCloseTo(litres * price(fleet, "co2PerLitre"), within(0.01));
    assertThat(figure(schedule, "trucks")).isEqualTo(out);
    assertThat(figure(schedule, "containers")).isEqualTo(collected);
    assertThat(figure(schedule, "collected")).isCloseTo(tonnes, within(0.01));
    assertThat(figure(schedule, "cost")).isCloseTo(cost, within(0.001 * cost));
    assertThat(figure(schedule, "costPerTonne")).isCloseTo(cost / tonnes, within(0.01 * cost));
  }

  /** A plan that is too dark, so that there is something to count. */
  @Test
  void light_below_the_class_follows_from_what_each_class_asks_for() {
    JsonNode schedule = schedule("lighting", plan -> true);
    ObjectNode dark = (ObjectNode) schedule.path("plan").deepCopy();
    for (JsonNode program : dark.path("programs")) {
      ObjectNode first = (ObjectNode) program.path("points").path(0);
      first.put(
          "percent",
          program
              .path("points")
              .valueStream()
              .mapToInt(RecomputedFiguresTest::percent)
              .min()
              .orElseThrow());
      ((ObjectNode) program).putArray("points").add(first);
    }
    JsonNode scored =
        city.as("operator")
            .post("/api/schedules/" + schedule.path("id").asString() + "/rescoring", dark)
            .body();
    double asked = minutesBelow(schedule.path("plan"), schedule.path("expected"));
    double darker = minutesBelow(scored.path("plan"), scored.at("/result/expected"));

    assertThat(darker).isGreaterThan(asked);
    assertThat(figure(schedule, "light-below-class")).isCloseTo(asked, within(0.1));
    assertThat(figure(scored.at("/result/review"), "light-below-class"))
        .isCloseTo(darker, within(0.1));
  }

  @Test
  void the_overflows_follow_from_how_fast_each_container_fills() {
    JsonNode schedule = schedule("waste", RecomputedFiguresTest::isNew);
    Map<String, Double> served = new HashMap<>();
    for (JsonNode tour : schedule.path("plan").path("trucks")) {
      for (JsonNode visit : tour.path("visits")) {
        if (visit.path("kind").asString().equals("collect")) {
          served.put(visit.path("at").asString(), instant(visit, "start").toEpochMilli() / 1_000.0);
        }
      }
    }
    int overflows = 0;
    for (JsonNode one : schedule.path("expected")) {
      JsonNode filling = one.path("figures");
      if (!one.path("part").asString().isEmpty()) {
        continue;
      }
      double hours = (100 - filling.path("level").asDouble()) / filling.path("rate").asDouble();
      double full = filling.path("at").asDouble() + 3_600 * hours;
      double emptied =
          served.getOrDefault(one.path("asset").asString(), filling.path("next").asDouble());
      overflows += full < emptied ? 1 : 0;
    }

    assertThat(schedule.path("expected").size()).isGreaterThanOrEqualTo(served.size());
    assertThat(figure(schedule, "overflows")).isEqualTo(overflows);
  }

  /** CO2 at 2.31 kg a litre of petrol (IPCC 2006): 0.6 l an hour that idles, 10 ml a stop. */
  @Test
  void delay_stops_and_emissions_of_traffic_are_the_sums_of_its_lanes() throws IOException {
    JsonNode schedule = schedule("signals", plan -> true);
    double units = unitsPerVehicle(file("signals/intersections.json").path("traffic"));
    double unitHours = sum(schedule, "delaySeconds") / 3_600;
    double unitStops = sum(schedule, "stops");

    assertThat(unitHours).isPositive();
    assertThat(figure(schedule, "delay")).isCloseTo(unitHours / units, within(0.01));
    assertThat(figure(schedule, "stops")).isCloseTo(unitStops / units, within(0.01));
    assertThat(sum(schedule, "delaySecondsBefore") / 3_600 / units)
        .as("at stop lines, under the plan before")
        .isPositive()
        .isLessThanOrEqualTo(0.01 + before(schedule, "delay"));
    assertThat(figure(schedule, "emissions"))
        .isCloseTo(1.39 * unitHours + 0.023 * unitStops, within(0.02));
  }

  private static double unitsPerVehicle(JsonNode traffic) {
    double units = 0;
    for (Map.Entry<String, JsonNode> one : traffic.path("shares").properties()) {
      units +=
          one.getValue().asDouble()
              * traffic.path("passengerCarUnits").path(one.getKey()).asDouble();
    }
    return units;
  }

  /** HCM, chapter 19: flow over capacity, which is saturation flow times green over cycle. */
  @Test
  void the_worst_degree_of_saturation_follows_from_flows_and_greens() throws IOException {
    JsonNode schedule = schedule("signals", plan -> true);
    Map<String, Double> byLane = new HashMap<>();
    for (JsonNode one : schedule.path("expected")) {
      String[] part = one.path("part").asString().split("/");
      if (part.length < 3) {
        continue;
      }
      JsonNode site = named(schedule.path("plan").path("intersections"), one.path("asset"));
      int green = greenSeconds(site, part[2]);
      double cycle = site.path("cycleSeconds").asDouble();
      double capacity =
          one.at("/figures/saturationFlow").asDouble() * (green == 0 ? 0.5 : green / cycle);
      byLane.merge(
          part[0] + "/" + part[1], one.at("/figures/flow").asDouble() / capacity, Double::sum);
    }
    double worst = byLane.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);

    assertThat(worst).isPositive();
    assertThat(figure(schedule, "saturation")).isCloseTo(worst, within(0.006));
    for (JsonNode site : file("signals/intersections.json").path("intersections")) {
      for (JsonNode approach : site.path("approaches")) {
        double dry = approach.path("saturationFlow").asDouble();
        stream(schedule.path("expected"))
            .filter(
                one -> one.path("part").asString().startsWith(approach.path("id").asString() + "/"))
            .filter(one -> one.path("figures").has("saturationFlow"))
            .forEach(
                one ->
                    assertThat(one.at("/figures/saturationFlow").asDouble())
                        .as("wet at most")
                        .isBetween(0.7 * dry, 1.001 * dry));
      }
    }
  }

  @Test
  void the_constraints_of_every_schedule_sum_to_its_score() {
    List.of("lighting", "waste", "signals").forEach(domain -> schedule(domain, plan -> true));
    List<String> wrong = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (JsonNode line : city.as("viewer").get("/api/schedules").body()) {
      JsonNode schedule = whole(line);
      seen.add(schedule.path("domain").asString());
      for (String level : List.of("hard", "medium", "soft")) {
        long sum =
            stream(schedule.path("constraints"))
                .filter(one -> one.path("level").asString().equals(level))
                .mapToLong(one -> one.path("score").asLong())
                .sum();
        String score = schedule.path("score").asString();
        if (!("/" + score).contains("/" + sum + level) && (sum != 0 || score.contains(level))) {
          wrong.add(schedule.path("domain").asString() + " " + level + " " + sum + ": " + score);
        }
      }
    }

    assertThat(seen).contains("lighting", "signals", "waste");
    assertThat(wrong).isEmpty();
  }

  private static int percent(JsonNode point) {
    return point.path("percent").asInt();
  }

  /** Minutes of all groups in which their program gives less than their class asks for. */
  private static double minutesBelow(JsonNode plan, JsonNode expected) {
    double minutes = 0;
    for (JsonNode one : expected) {
      if (!one.path("part").asString().equals("required")) {
        continue;
      }
      TreeMap<Instant, Integer> asked = new TreeMap<>();
      one.path("figures")
          .properties()
          .forEach(it -> asked.put(Instant.parse(it.getKey()), it.getValue().asInt()));
      TreeMap<Instant, Integer> given = new TreeMap<>();
      stream(plan.path("programs"))
          .filter(program -> program.path("group").equals(one.path("asset")))
          .flatMap(program -> stream(program.path("points")))
          .forEach(point -> given.put(instant(point, "at"), percent(point)));
      TreeSet<Instant> marks = new TreeSet<>(asked.keySet());
      marks.addAll(given.keySet());
      for (Instant mark : marks) {
        Instant next = Optional.ofNullable(marks.higher(mark)).orElse(instant(plan, "off"));
        if (given.floorEntry(mark).getValue() < asked.floorEntry(mark).getValue()) {
          minutes += Duration.between(later(mark, instant(plan, "on")), next).toMillis() / 60_000.0;
        }
      }
    }
    return minutes;
  }

  /** Of the plan in force, or without any. */
  private static double before(JsonNode schedule, String key) {
    JsonNode kpi =
        stream(schedule.path("kpis"))
            .filter(one -> one.path("key").asString().equals(key))
            .findFirst()
            .orElseThrow();
    return kpi.path(kpi.path("inForce").isNumber() ? "inForce" : "unoptimized").asDouble();
  }

  private static double sum(JsonNode schedule, String figure) {
    return stream(schedule.path("expected"))
        .mapToDouble(one -> one.path("figures").path(figure).asDouble(0))
        .sum();
  }

  /** Seconds of a cycle in which a stage with this group runs. */
  private static int greenSeconds(JsonNode site, String group) {
    int letter = 0;
    while (!site.path("groups").path(letter).asString().equals(group)) {
      letter++;
    }
    int seconds = 0;
    for (JsonNode stage : site.path("stages")) {
      for (JsonNode step : site.path("steps")) {
        if (step.path("kind").asString().equals("green")
            && step.path("stage").equals(stage.path("stage"))
            && "Gg".indexOf(step.path("state").asString().charAt(letter)) >= 0) {
          seconds += stage.path("greenSeconds").asInt();
        }
      }
    }
    return seconds;
  }

  private interface Kind {
    boolean takes(JsonNode plan);
  }

  private JsonNode schedule(String domain, Kind kind) {
    return await()
        .atMost(Duration.ofSeconds(120))
        .until(
            () ->
                stream(city.as("viewer").get("/api/schedules?domain=" + domain).body())
                    .map(this::whole)
                    .filter(one -> kind.takes(one.path("plan")))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private JsonNode whole(JsonNode line) {
    return city.as("viewer").get("/api/schedules/" + line.path("id").asString()).body();
  }

  /** No truck was on its way when it was made: all of it lies ahead. */
  private static boolean isNew(JsonNode plan) {
    return stream(plan.path("trucks"))
        .flatMap(tour -> stream(tour.path("visits")))
        .noneMatch(visit -> visit.path("done").asBoolean());
  }

  /** Rated power of the working lamps at a level, each group rounded up to a watt. */
  private static double watts(
      JsonNode group, int percent, JsonNode network, JsonNode plan, LocalDate evening) {
    int level = 0;
    while (network.path("levels").path(level).asInt() != percent) {
      level++;
    }
    long out =
        stream(plan.path("findings"))
            .filter(one -> one.path("kind").asString().equals("lamps-failed"))
            .filter(one -> one.path("asset").asString().equals(group.path("id").asString()))
            .mapToLong(one -> Math.round(one.path("value").asDouble()))
            .max()
            .orElse(0);
    long working =
        Math.max(1, group.path("luminaires").asInt() - group.path("failed").asInt() - out);
    double constant = 1;
    if (group.path("constantLightOutput").asBoolean()) {
      double start = network.at("/clo/startPercent").asDouble() / 100;
      LocalDate installed = LocalDate.parse(group.path("installed").asString());
      double age = Math.max(0, ChronoUnit.DAYS.between(installed, evening)) / 365.25;
      constant = start + (1 - start) * Math.min(1, age / network.at("/clo/lifeYears").asDouble());
    }
    return Math.ceil(
        group.path("ratedWatts").asDouble()
                * working
                * network.path("powerPercent").path(level).asDouble()
                / 100
                * constant
            - 1e-9);
  }

  private static JsonNode named(JsonNode list, JsonNode id) {
    return stream(list).filter(one -> one.path("id").equals(id)).findFirst().orElseThrow();
  }

  private static double flatPrice(JsonNode tariffs) {
    return stream(tariffs.path("tariffs"))
        .filter(one -> one.path("id").equals(tariffs.path("selected")))
        .filter(one -> one.path("windows").isEmpty())
        .findFirst()
        .orElseThrow()
        .path("vndPerKwh")
        .asDouble();
  }

  private static double price(JsonNode fleet, String name) {
    return fleet.path("prices").path(name).path("value").asDouble();
  }

  private static double figure(JsonNode schedule, String key) {
    return stream(schedule.path("kpis"))
        .filter(kpi -> kpi.path("key").asString().equals(key))
        .findFirst()
        .orElseThrow()
        .path("planned")
        .asDouble();
  }

  private static Instant instant(JsonNode node, String field) {
    return Instant.parse(node.path(field).asString());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static JsonNode file(String name) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(RunningCity.TINY.resolve(name)));
  }

  private static Offset<Double> within(double most) {
    return Offset.offset(most);
  }
}
