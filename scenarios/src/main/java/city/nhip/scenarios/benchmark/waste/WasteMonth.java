package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.waste.city.FillForecast;
import city.nhip.engine.planning.waste.city.Filling;
import city.nhip.engine.planning.waste.city.WasteContainers;
import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import city.nhip.engine.planning.waste.city.WasteContainers.Stream;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.engine.reading.Reading;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Weeks of collection evenings in a city whose containers fill at random: by forecast, or by a
 * fixed week, with the same trucks and truth. What a practice decides is driven through the truth:
 * see {@link Crews}.
 */
public final class WasteMonth {
  /** Readings for the forecast, before anything is counted: every evening everything is emptied. */
  static final int LEAD_DAYS = 8;

  private static final LocalTime DECIDED = LocalTime.of(16, 0);
  private static final Duration LEAD_COLLECTS = Duration.ofHours(5);
  private static final Duration DAY = Duration.ofDays(1);

  /** The rounds of a weekday are planned once, so there is time for it. */
  private static final int PATIENCE = 10;

  private final City city;
  private final Instant start;
  private final int days;
  private final FillingTown town;
  private final SolveLimits limits;
  private final EveningDesk desk;
  private final List<Double> kilogramsPerLitre;
  private final Map<String, Integer> indexOf = new HashMap<>();
  private final Map<String, Device> sensorOf = new HashMap<>();
  private final ForecastScore forecasts = new ForecastScore();

  /**
   * What came of one practice.
   *
   * @param left containers of its rounds that nobody came to
   * @param tippedOutOfTurn ways to a site that no round had, by trucks that were full
   * @param overflows days on which a container stood full
   * @param overflowHours that containers stood full
   */
  public record Outcome(
      double kilometres,
      int collected,
      int left,
      int tippedOutOfTurn,
      int overflows,
      double overflowHours) {}

  /**
   * @param waste of the city
   * @param start of the lead
   * @param days that count, after the lead
   * @param limits of one evening's search; its seed is the town's too
   */
  public WasteMonth(City city, WasteContainers waste, Instant start, int days, SolveLimits limits) {
    this.city = city;
    this.start = start;
    this.days = days;
    this.limits = limits;
    List<Container> containers = waste.containers();
    this.town =
        new FillingTown(containers, start, LEAD_DAYS + days + 3, city.timeZone(), limits.seed());
    this.desk = new EveningDesk(city, containers);
    Map<String, Double> weights =
        waste.streams().stream().collect(Collectors.toMap(Stream::id, Stream::kilogramsPerLitre));
    this.kilogramsPerLitre =
        containers.stream().map(one -> weights.getOrDefault(one.stream(), 0.0)).toList();
    for (int c = 0; c < containers.size(); c++) {
      indexOf.put(containers.get(c).id(), c);
    }
    for (Device device : city.devices().values()) {
      if (device.kind().equals("fill-sensor")) {
        sensorOf.put(device.asset(), device);
      }
    }
  }

  /** Of all runs by forecast so far. */
  public ForecastScore forecasts() {
    return forecasts;
  }

  /** What is due by the readings, in routes of the evening. */
  public Outcome byForecast() {
    return run(desk.byForecast(limits), true);
  }

  /** The containers of the weekday, in routes planned anew every evening. */
  public Outcome newRoutes(FixedWeek week) {
    return run(desk.newRoutes(week, limits), false);
  }

  /**
   * The containers of the weekday in rounds that are planned once and driven every week.
   *
   * @param margin factor on what is expected in the containers when the rounds are planned
   */
  public Outcome fixedRounds(FixedWeek week, double margin) {
    FixedRounds.Town known =
        new FixedRounds.Town(town.containers(), learnt(), kilogramsPerLitre, city.timeZone());
    SolveLimits patient =
        SolveLimits.ofEvaluations(PATIENCE * limits.evaluations().orElseThrow(), limits.seed());
    return run(new FixedRounds(desk, known, week, margin, patient), false);
  }

  /** What the crews of the lead found in the containers. */
  private LearntRises learnt() {
    Map<DayOfWeek, double[]> found = new EnumMap<>(DayOfWeek.class);
    for (int day = 1; day < LEAD_DAYS; day++) {
      Instant until = afternoon(day).plus(LEAD_COLLECTS);
      double[] rises = new double[town.containers().size()];
      for (int c = 0; c < rises.length; c++) {
        rises[c] = town.rise(c, afternoon(day - 1).plus(LEAD_COLLECTS), until);
      }
      found.put(until.atZone(city.timeZone()).getDayOfWeek(), rises);
    }
    return new LearntRises(found);
  }

  private Instant afternoon(int day) {
    return start.plus(DAY.multipliedBy(day)).atZone(city.timeZone()).with(DECIDED).toInstant();
  }

  private Outcome run(Practice practice, boolean judged) {
    Random noise = new Random(limits.seed());
    HourlyFills journal = new HourlyFills();
    Instant[] emptied = new Instant[town.containers().size()];
    Arrays.fill(emptied, start);
    Instant[] before = emptied.clone();
    Optional<Crews> crews = Optional.empty();
    double metres = 0;
    int collected = 0;
    int left = 0;
    int outOfTurn = 0;
    int overflows = 0;
    double fullHours = 0;
    Instant read = start;
    for (int day = 0; day < LEAD_DAYS + days; day++) {
      Instant now = afternoon(day);
      for (; !read.isAfter(now); read = read.plus(Duration.ofHours(1))) {
        journal.append(readings(read, before, emptied, noise), Map.of(), read);
      }
      Map<Integer, Instant> served = new HashMap<>();
      if (day < LEAD_DAYS) {
        for (int c = 0; c < emptied.length; c++) {
          served.put(c, now.plus(LEAD_COLLECTS));
        }
      } else {
        if (judged) {
          judge(now, journal, emptied);
        }
        if (crews.isEmpty()) {
          crews = Optional.of(new Crews(desk.asked(now, journal, one -> true).plan().problem()));
        }
        Instant midnight =
            now.atZone(city.timeZone()).toLocalDate().atStartOfDay(city.timeZone()).toInstant();
        Crews.Evening evening =
            crews
                .get()
                .drive(
                    practice.rounds(now, journal),
                    (id, second) -> contents(id, emptied, midnight.plusSeconds(second)));
        evening
            .served()
            .forEach((id, second) -> served.put(index(id), midnight.plusSeconds(second)));
        metres += evening.metres();
        collected += served.size();
        left += evening.left();
        outOfTurn += evening.tippedOutOfTurn();
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
    return new Outcome(metres / 1_000, collected, left, outOfTurn, overflows, fullHours);
  }

  private int index(String container) {
    return Optional.ofNullable(indexOf.get(container)).orElseThrow();
  }

  /** A container holds no more than its volume. */
  private Contents.Load contents(String container, Instant[] emptied, Instant at) {
    int c = index(container);
    double percent = Math.max(1, Math.min(100, town.rise(c, emptied[c], at)));
    int litres = (int) Math.ceil(town.containers().get(c).litres() * percent / 100);
    return new Contents.Load(litres, (int) Math.ceil(litres * kilogramsPerLitre.get(c)));
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
