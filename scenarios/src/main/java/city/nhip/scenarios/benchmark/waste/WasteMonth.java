package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.waste.city.CollectionPlan;
import city.nhip.engine.planning.waste.city.FillForecast;
import city.nhip.engine.planning.waste.city.Filling;
import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import city.nhip.engine.planning.waste.city.WasteDomain;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.engine.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Weeks of collection evenings in a city whose containers fill at random: planned by forecast, or
 * by a fixed week, with the same routing, trucks and truth.
 */
public final class WasteMonth {
  /** Readings for the forecast, before anything is counted. */
  static final int LEAD_DAYS = 8;

  private static final LocalTime DECIDED = LocalTime.of(16, 0);
  private static final Duration DAY = Duration.ofDays(1);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final City city;
  private final Instant start;
  private final int days;
  private final FillingTown town;
  private final SolveLimits limits;
  private final Map<String, Integer> indexOf = new HashMap<>();
  private final Map<String, Device> sensorOf = new HashMap<>();
  private final ForecastScore forecasts = new ForecastScore();

  /**
   * What came of one practice.
   *
   * @param overflows days on which a container stood full
   * @param overflowHours that containers stood full
   */
  public record Outcome(double kilometres, int collected, int overflows, double overflowHours) {}

  /**
   * @param containers of the city
   * @param start of the lead
   * @param days that count, after the lead
   * @param limits of one evening's search; its seed is the town's too
   */
  public WasteMonth(
      City city, List<Container> containers, Instant start, int days, SolveLimits limits) {
    this.city = city;
    this.start = start;
    this.days = days;
    this.limits = limits;
    this.town =
        new FillingTown(containers, start, LEAD_DAYS + days + 3, city.timeZone(), limits.seed());
    for (int c = 0; c < town.containers().size(); c++) {
      indexOf.put(town.containers().get(c).id(), c);
    }
    for (Device device : city.devices().values()) {
      if (device.kind().equals("fill-sensor")) {
        sensorOf.put(device.asset(), device);
      }
    }
  }

  /** Of all runs so far. */
  public ForecastScore forecasts() {
    return forecasts;
  }

  /**
   * @param week by which containers are collected; empty where the forecast decides
   */
  public Outcome run(Optional<FixedWeek> week) {
    Random noise = new Random(limits.seed());
    HourlyFills journal = new HourlyFills();
    Instant[] emptied = new Instant[town.containers().size()];
    Arrays.fill(emptied, start);
    Instant[] before = emptied.clone();
    double metres = 0;
    int collected = 0;
    int overflows = 0;
    double fullHours = 0;
    Instant read = start;
    for (int day = 0; day < LEAD_DAYS + days; day++) {
      Instant now =
          start.plus(DAY.multipliedBy(day)).atZone(city.timeZone()).with(DECIDED).toInstant();
      for (; !read.isAfter(now); read = read.plus(Duration.ofHours(1))) {
        journal.append(readings(read, before, emptied, noise), Map.of(), read);
      }
      Map<Integer, Instant> served = new HashMap<>();
      if (day < LEAD_DAYS) {
        for (int c = 0; c < emptied.length; c++) {
          served.put(c, now.plus(Duration.ofHours(5)));
        }
      } else {
        if (week.isEmpty()) {
          judge(now, journal, emptied);
        }
        JsonNode plan = plan(now, journal, week);
        for (JsonNode tour : plan.path("trucks")) {
          metres += tour.get("metres").asInt();
          for (JsonNode visit : tour.get("visits")) {
            if (visit.get("kind").asString().equals("collect")) {
              served.put(
                  indexOf.get(visit.get("at").asString()),
                  Instant.parse(visit.get("start").asString()));
            }
          }
        }
        collected += served.size();
      }
      Instant until = now.plus(DAY);
      for (int c = 0; c < emptied.length; c++) {
        Instant end = served.getOrDefault(c, until);
        double hours = day < LEAD_DAYS ? 0 : fullHours(c, emptied[c], now, end);
        if (served.containsKey(c)) {
          before[c] = emptied[c];
          emptied[c] = end;
          hours += day < LEAD_DAYS ? 0 : fullHours(c, end, end, until);
        }
        fullHours += hours;
        overflows += hours > 0 ? 1 : 0;
      }
    }
    return new Outcome(metres / 1_000, collected, overflows, fullHours);
  }

  /** Hours within [from, to) that a container last emptied then is full. */
  private double fullHours(int container, Instant emptied, Instant from, Instant to) {
    double hours = 0;
    for (Instant at = from; at.isBefore(to); at = at.plus(Duration.ofMinutes(30))) {
      hours += town.rise(container, emptied, at) >= 100 ? 0.5 : 0;
    }
    return hours;
  }

  private List<Reading> readings(Instant at, Instant[] before, Instant[] emptied, Random noise) {
    List<Reading> readings = new ArrayList<>();
    for (int c = 0; c < emptied.length; c++) {
      Device sensor = sensorOf.get(town.containers().get(c).id());
      if (sensor != null) {
        double level = town.rise(c, emptied[c].isAfter(at) ? before[c] : emptied[c], at);
        double said = Math.rint(Math.max(0, Math.min(100, level + noise.nextGaussian())));
        readings.add(
            new Reading(
                "simulation",
                sensor.id(),
                CommonMeasures.FILL_LEVEL.property(),
                at,
                said,
                CommonMeasures.FILL_LEVEL.unit()));
      }
    }
    return readings;
  }

  private JsonNode plan(Instant now, HourlyFills journal, Optional<FixedWeek> week) {
    List<Finding> findings = new ArrayList<>();
    week.ifPresent(
        fixed ->
            town.containers()
                .forEach(
                    one ->
                        findings.add(
                            new Finding(
                                fixed.collects(one, now.atZone(city.timeZone()).getDayOfWeek())
                                    ? "container-urgent"
                                    : "container-suspect",
                                one.id(),
                                0,
                                now,
                                now.plus(DAY)))));
    WasteDomain domain = new WasteDomain();
    try {
      CollectionPlan problem =
          domain.problem(
              new PlanningContext(
                  city, domain.scope(""), now, findings, journal, Optional.empty()));
      CollectionPlan plan = domain.solve(problem, limits, SolveControl.UNWATCHED).plan();
      return JSON.readTree(domain.encode(plan));
    } catch (CannotPlan nothingDue) {
      return JSON.createObjectNode();
    }
  }

  /** The forecast of a day ahead against what comes when nobody collects. */
  private void judge(Instant now, HourlyFills journal, Instant[] emptied) {
    FillForecast forecast = FillForecast.of(city, town.containers(), journal, now);
    Instant then = now.plus(DAY);
    for (int c = 0; c < emptied.length; c++) {
      Container one = town.containers().get(c);
      Filling filling = forecast.get(one.id());
      if (filling.measured()) {
        double level = town.rise(c, emptied[c], now);
        forecasts.add(
            filling.levelAt(then),
            filling.lowAt(then),
            filling.highAt(then),
            level + town.rise(c, now.minus(DAY.multipliedBy(7)), then.minus(DAY.multipliedBy(7))),
            level + town.rise(c, now, then));
      }
    }
  }
}
