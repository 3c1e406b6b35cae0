package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.City;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.files.BadFile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a city's cabinets should draw for their lamps: as planned, or at the lamps' fallback. */
public final class ExpectedEnergy {
  private final City city;
  private final LightingFiles files;
  private final List<LightingPlan> nights = new ArrayList<>();
  private final Set<LocalDate> planned = new HashSet<>();

  /**
   * One cabinet over a span of time.
   *
   * @param kilowattHours from the feeder as planned, or at the fallback where no plan was in force
   * @param fullKilowattHours with every lamp at full light
   * @param fullKilowatts of all lamps at full light
   * @param lamps that should work
   */
  public record Cabinet(
      double kilowattHours, double fullKilowattHours, double fullKilowatts, int lamps) {}

  private ExpectedEnergy(City city, LightingFiles files) {
    this.city = city;
    this.files = files;
  }

  /**
   * @param plans published artefacts; of one evening the last in the list counts
   * @return empty where the city has no street lighting
   * @throws BadFile when a lighting file is wrong
   */
  public static Optional<ExpectedEnergy> of(
      City city, List<byte[]> plans, Instant from, Instant to) {
    return LightingFiles.find(city)
        .map(files -> new ExpectedEnergy(city, files).with(plans, from, to));
  }

  private ExpectedEnergy with(List<byte[]> plans, Instant from, Instant to) {
    Map<LocalDate, LightingPlan> byEvening = new TreeMap<>();
    LocalDate first = from.atZone(city.timeZone()).toLocalDate().minusDays(1);
    LocalDate last = to.atZone(city.timeZone()).toLocalDate();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      LocalDate evening = day;
      NightGrid.of(Sun.night(city.centre(), day), files.calendar(), city.timeZone())
          .ifPresent(grid -> byEvening.put(evening, fallback(grid)));
    }
    for (byte[] artefact : plans) {
      LightingPlan plan = PublishedNight.read(artefact, city);
      if (byEvening.replace(plan.setting().grid().evening(), plan) != null) {
        planned.add(plan.setting().grid().evening());
      }
    }
    nights.addAll(byEvening.values());
    return this;
  }

  private LightingPlan fallback(NightGrid grid) {
    return NightProblem.of(
        new NightSetting(
            city,
            LightingDomain.SCOPE,
            files,
            grid,
            new LightingFindings(List.of()),
            new LightingFindings(List.of()),
            List.of(),
            NightPast.fallback(files.network(), grid, 0),
            NightSupply.idle(files.supplies(), grid, grid.slots()),
            List.of()));
  }

  /** The spans in which lamps burn, oldest first. */
  public List<TimeWindow> lit() {
    return lit(false);
  }

  /**
   * Those of which it is known what the lamps should do: the planned ones, or all where there is no
   * plan at all.
   */
  public List<TimeWindow> accountable() {
    return lit(!planned.isEmpty());
  }

  private List<TimeWindow> lit(boolean onlyPlanned) {
    return nights.stream()
        .filter(night -> !onlyPlanned || planned.contains(night.setting().grid().evening()))
        .map(night -> new TimeWindow(night.setting().grid().on(), night.setting().grid().off()))
        .toList();
  }

  /** Ids and names of the cabinets, in the file's order. */
  public List<LightingNetwork.Cabinet> cabinets() {
    return files.network().cabinets();
  }

  public Cabinet cabinet(String id, Instant from, Instant to) {
    double expected = 0;
    double full = 0;
    double kilowatts = 0;
    int lamps = 0;
    for (LightingPlan night : nights) {
      kilowatts = 0;
      lamps = 0;
      for (int t = 0; t < night.problem().slots(); t++) {
        expected -= hours(night.setting().grid(), t, from, to) * night.relief(id, t) / 1_000;
      }
      for (int g = 0; g < night.levels().length; g++) {
        LightingNetwork.Group group = files.network().groups().get(g);
        if (group.cabinet().equals(id)) {
          int[] watts = night.problem().groups().get(g).watts();
          kilowatts += watts[watts.length - 1] / 1_000.0;
          lamps += group.luminaires() - group.failed();
          for (int t = 0; t < night.problem().slots(); t++) {
            double hours = hours(night.setting().grid(), t, from, to);
            expected += hours * night.watts(g, t) / 1_000;
            full += hours * watts[watts.length - 1] / 1_000;
          }
        }
      }
    }
    return new Cabinet(expected, full, kilowatts, lamps);
  }

  /** Hours that lamps burn in a slot within the span. */
  private static double hours(NightGrid grid, int t, Instant from, Instant to) {
    Instant begin = latest(latest(grid.start(t), grid.on()), from);
    Instant end = earliest(earliest(grid.start(t + 1), grid.off()), to);
    return Math.max(0, Duration.between(begin, end).toMillis() / 3_600_000.0);
  }

  private static Instant latest(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earliest(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
