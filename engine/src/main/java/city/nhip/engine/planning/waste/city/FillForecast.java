package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.ReadingJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When each container will be full, from the fill readings of the last week: its mean over whole
 * days, times what the coming weekday makes of all containers. Where there is no whole day yet,
 * from the slope since it was emptied.
 *
 * @param fillings one a container, by its id, in the file's order
 * @param turns containers whose level nobody knows and that have their turn in the coming shift
 */
public record FillForecast(Map<String, Filling> fillings, Set<String> turns) {
  private static final Duration HISTORY = Duration.ofDays(DailyRises.DAYS).plusHours(3);

  /** Sensors are judged by what they said within it. */
  private static final Duration RECENT = Duration.ofHours(48);

  /** Sensors report once an hour; two intervals and the way here. */
  private static final Duration FRESH = Duration.ofMinutes(130);

  /** Share of sensors that must have reported within two intervals. */
  private static final double ENOUGH = 0.8;

  /**
   * A container that nothing is known of is collected every so many days that it is usually no
   * fuller.
   */
  private static final double FULLEST_UNKNOWN = 50;

  private static final int HOURS = 24;

  private static final double HOUR = 3_600_000;
  private static final double SLOWEST = 0.05;

  /**
   * @throws CannotPlan where under 80 % of the sensors reported within the last two intervals
   */
  public static FillForecast of(
      City city, List<WasteContainers.Container> containers, ReadingJournal journal, Instant now) {
    Map<String, String> containerOf = new HashMap<>();
    for (Device device : city.devices().values()) {
      if (device.kind().equals("fill-sensor")) {
        containerOf.put(device.id(), device.asset());
      }
    }
    Map<String, List<FillSeries.Level>> levels = new HashMap<>();
    for (JournaledReading one :
        journal.between(
            CommonMeasures.FILL_LEVEL.property(), now.minus(HISTORY), now.plusMillis(1))) {
      String container = containerOf.get(one.reading().device());
      if (container != null) {
        levels
            .computeIfAbsent(container, id -> new ArrayList<>())
            .add(new FillSeries.Level(one.reading().observedAt(), one.reading().value()));
      }
    }
    return of(containers, List.copyOf(containerOf.values()), levels, now);
  }

  /**
   * @param sensed containers that have a sensor
   * @param levels readings of each container, oldest first
   */
  public static FillForecast of(
      List<WasteContainers.Container> containers,
      List<String> sensed,
      Map<String, List<FillSeries.Level>> levels,
      Instant now) {
    Map<String, FillSeries> series = new HashMap<>();
    Map<String, DailyRises> rises = new HashMap<>();
    levels.forEach(
        (id, list) -> {
          List<FillSeries.Level> recent =
              list.stream().filter(level -> level.at().isAfter(now.minus(RECENT))).toList();
          if (!recent.isEmpty()) {
            series.put(id, FillSeries.of(recent));
            rises.put(id, DailyRises.of(list, now));
          }
        });
    WeekPattern week = WeekPattern.of(rises.values());
    refuse(containers, sensed, series, now);
    Map<String, Double> pace = pace(containers, sensed, series, now);
    Map<String, Filling> fillings = new LinkedHashMap<>();
    Set<String> turns = new HashSet<>();
    for (WasteContainers.Container it : containers) {
      Filling.Sensor sensor = sensor(it.id(), sensed, series, now);
      double usual =
          Math.max(SLOWEST, it.usualPercentPerHour() * pace.getOrDefault(it.stream(), 1.0));
      fillings.put(
          it.id(),
          sensor == Filling.Sensor.FINE
              ? measured(
                  it.id(),
                  series.getOrDefault(it.id(), FillSeries.of(List.of())),
                  rises.getOrDefault(it.id(), DailyRises.of(List.of(), now)),
                  week,
                  usual)
              : usual(it, sensor, Optional.ofNullable(series.get(it.id())), usual, now));
      if (!fillings.get(it.id()).levelKnown() && daysSinceUnknown(it, now) == everyDays(it)) {
        turns.add(it.id());
      }
    }
    return new FillForecast(fillings, turns);
  }

  /**
   * @throws IllegalArgumentException when there is no such container
   */
  public Filling get(String container) {
    Filling filling = fillings.get(container);
    if (filling == null) {
      throw new IllegalArgumentException("There is no container " + container + ". Add it.");
    }
    return filling;
  }

  private static Filling measured(
      String id, FillSeries series, DailyRises rises, WeekPattern week, double usual) {
    return week.filling(id, series, rises).orElseGet(() -> bySlope(id, series, usual));
  }

  private static Filling bySlope(String id, FillSeries series, double usual) {
    FillSeries.Level newest = series.newest();
    return series.slope().stream()
        .findFirst()
        .map(
            slope -> {
              double rate = Math.max(SLOWEST, slope.median());
              return new Filling(
                  id,
                  Filling.Sensor.FINE,
                  newest.at(),
                  newest.percent(),
                  rate,
                  Math.max(SLOWEST, Math.min(rate, slope.slow())),
                  Math.max(rate, slope.fast()));
            })
        .orElseGet(
            () ->
                new Filling(
                    id,
                    Filling.Sensor.FINE,
                    newest.at(),
                    newest.percent(),
                    usual,
                    0.5 * usual,
                    1.6 * usual));
  }

  /** What a broken sensor said last is not believed, but for a silent one. */
  private static Filling usual(
      WasteContainers.Container it,
      Filling.Sensor sensor,
      Optional<FillSeries> series,
      double usual,
      Instant now) {
    Instant since = now.minus(Duration.ofHours((long) HOURS * daysSinceUnknown(it, now)));
    double level = 0;
    if (sensor == Filling.Sensor.SILENT && series.isPresent()) {
      since = series.get().newest().at();
      level = series.get().newest().percent();
    }
    return new Filling(it.id(), sensor, since, level, usual, 0.5 * usual, 1.6 * usual);
  }

  private static int daysSinceUnknown(WasteContainers.Container it, Instant now) {
    long day = now.getEpochSecond() / (HOURS * 3_600);
    return 1 + (int) Math.floorMod(day + it.id().hashCode(), (long) everyDays(it));
  }

  /** Always the same, whatever the city fills like today: a turn that moves is missed. */
  private static int everyDays(WasteContainers.Container it) {
    return (int) Math.max(1, FULLEST_UNKNOWN / (it.usualPercentPerHour() * HOURS));
  }

  /** How today's filling compares with the usual one, for each stream: the median of its ratios. */
  private static Map<String, Double> pace(
      List<WasteContainers.Container> containers,
      List<String> sensed,
      Map<String, FillSeries> series,
      Instant now) {
    Map<String, List<Double>> ratios = new HashMap<>();
    for (WasteContainers.Container it : containers) {
      FillSeries own = series.get(it.id());
      if (own != null && sensor(it.id(), sensed, series, now) == Filling.Sensor.FINE) {
        own.slope()
            .forEach(
                slope ->
                    ratios
                        .computeIfAbsent(it.stream(), stream -> new ArrayList<>())
                        .add(Math.max(SLOWEST, slope.median()) / it.usualPercentPerHour()));
      }
    }
    Map<String, Double> pace = new HashMap<>();
    ratios.forEach(
        (stream, list) ->
            pace.put(
                stream,
                FillSeries.median(list.stream().mapToDouble(Double::doubleValue).toArray())));
    return pace;
  }

  private static Filling.Sensor sensor(
      String id, List<String> sensed, Map<String, FillSeries> series, Instant now) {
    if (!sensed.contains(id)) {
      return Filling.Sensor.NONE;
    }
    FillSeries own = series.get(id);
    if (own == null || own.newest().at().isBefore(now.minus(FRESH))) {
      return Filling.Sensor.SILENT;
    }
    if (own.stuck()) {
      return Filling.Sensor.STUCK;
    }
    return own.erratic() ? Filling.Sensor.ERRATIC : Filling.Sensor.FINE;
  }

  private static void refuse(
      List<WasteContainers.Container> containers,
      List<String> sensed,
      Map<String, FillSeries> series,
      Instant now) {
    long all = containers.stream().filter(it -> sensed.contains(it.id())).count();
    long fresh =
        containers.stream()
            .filter(it -> sensed.contains(it.id()))
            .map(it -> Optional.ofNullable(series.get(it.id())))
            .flatMap(Optional::stream)
            .filter(own -> !own.newest().at().isBefore(now.minus(FRESH)))
            .count();
    if (fresh == 0 || fresh < ENOUGH * all) {
      throw new CannotPlan(
          new Localized(
              "Chỉ %d trong %d cảm biến mức đầy có số liệu trong hai giờ qua; cần ít nhất 80 %%."
                  .formatted(fresh, all),
              "Only %d of %d fill sensors reported within two hours; at least 80 %% are needed."
                  .formatted(fresh, all)));
    }
  }
}
