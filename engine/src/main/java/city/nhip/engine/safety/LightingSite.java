package city.nhip.engine.safety;

import city.nhip.engine.city.City;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What a city's own lighting files fix, as this check reads them. */
record LightingSite(Network network, Calendar calendar, Supplies supplies) {
  /** Average illuminance by class, 0.01 lx (EN 13201-2; M at 15 lx per cd/m2). */
  private static final Map<String, List<Integer>> CENTILUX =
      Map.of(
          "M", List.of(3_000, 2_250, 1_500, 1_125, 750, 450),
          "C", List.of(5_000, 3_000, 2_000, 1_500, 1_000, 750),
          "P", List.of(1_500, 1_000, 750, 500, 300, 200));

  record Network(
      List<Integer> levels,
      List<Integer> powerPercent,
      Clo clo,
      Control control,
      List<Cabinet> cabinets,
      List<Group> groups,
      List<Pair> adjacency,
      List<Area> conflictAreas,
      List<Budget> budgets) {}

  record Clo(int startPercent, int lifeYears) {}

  record Control(
      int maxChanges,
      int dwellMinutes,
      int rampUpSteps,
      int rampDownSteps,
      int adjacentRatioPercent) {}

  record Cabinet(String id, int capWatts) {}

  record Group(
      String id,
      String zone,
      String cabinet,
      String section,
      String street,
      String lightingClass,
      int luminaires,
      int failed,
      int ratedWatts,
      double maintainedLux,
      LocalDate installed,
      boolean constantLightOutput,
      boolean crossing,
      int minimumPercent,
      int fallbackPercent) {}

  record Pair(String one, String other) {}

  record Area(String id, String lightingClass, List<Arm> arms) {}

  record Arm(String group, double lux) {}

  record Budget(String zone, double kilowattHours) {}

  record Supplies(List<Supply> supplies) {}

  record Supply(String cabinet, Battery battery, List<Integer> solarWatts) {
    int solarWatts(int hour) {
      return solarWatts.isEmpty() ? 0 : solarWatts.get(hour);
    }
  }

  record Battery(
      int usableWattHours,
      int chargeWatts,
      int dischargeWatts,
      int roundTripPercent,
      int startWattHours,
      int leastEndWattHours) {}

  record Calendar(List<Profile> profiles, List<Order> overrides) {}

  record Profile(
      List<String> days, String from, String to, List<LocalDate> dates, List<Easing> easings) {}

  record Easing(LocalTime from, LocalTime to, String family, int classes) {}

  record Order(String target, String kind, int value, Instant from, Instant until) {}

  static LightingSite read(City city) {
    return new LightingSite(
        SafetyJson.file(city.folder().resolve("lighting/network.json"), Network.class),
        SafetyJson.file(city.folder().resolve("lighting/calendar.json"), Calendar.class),
        Files.exists(city.folder().resolve("lighting/supplies.json"))
            ? SafetyJson.file(city.folder().resolve("lighting/supplies.json"), Supplies.class)
            : new Supplies(List.of()));
  }

  /** Position of a class in its family, brightest 0; darker by steps, within the family. */
  static int darker(String lightingClass, int steps) {
    String family = lightingClass.substring(0, 1);
    int first = family.equals("C") ? 0 : 1;
    int place = Integer.parseInt(lightingClass.substring(1)) - first + steps;
    return Math.max(0, Math.min(5, place));
  }

  static int centilux(String lightingClass, int place) {
    return CENTILUX.getOrDefault(lightingClass.substring(0, 1), List.of()).get(place);
  }

  /** Classes darker by the calendar at a local time of an evening's night. */
  int eased(String family, LocalDate evening, LocalTime time) {
    for (Profile profile : calendar.profiles()) {
      if (holds(profile, evening)) {
        return profile.easings().stream()
            .filter(easing -> easing.family().equals(family))
            .filter(easing -> between(time, easing.from(), easing.to()))
            .mapToInt(Easing::classes)
            .max()
            .orElse(0);
      }
    }
    return 0;
  }

  private static boolean holds(Profile profile, LocalDate evening) {
    if (!profile.dates().isEmpty()) {
      return profile.dates().contains(evening);
    }
    MonthDay from = MonthDay.parse(profile.from());
    MonthDay to = MonthDay.parse(profile.to());
    MonthDay day = MonthDay.from(evening);
    boolean after = !day.isBefore(from);
    boolean before = !day.isAfter(to);
    boolean inSeason = from.isAfter(to) ? after || before : after && before;
    return inSeason
        && (profile.days().isEmpty() || profile.days().contains(evening.getDayOfWeek().name()));
  }

  private static boolean between(LocalTime time, LocalTime from, LocalTime to) {
    boolean after = !time.isBefore(from);
    boolean before = time.isBefore(to);
    return from.isBefore(to) ? after && before : after || before;
  }

  /** Power of a group at a level, whole W, rounded up. */
  double watts(Group group, int working, int level, LocalDate evening) {
    double output = 1;
    if (group.constantLightOutput()) {
      double start = network.clo().startPercent() / 100.0;
      double age = Math.max(0, ChronoUnit.DAYS.between(group.installed(), evening)) / 365.25;
      output = start + (1 - start) * Math.min(1, age / network.clo().lifeYears());
    }
    double exact =
        group.ratedWatts() * working * network.powerPercent().get(level) / 100.0 * output;
    return Math.ceil(exact - 1e-9);
  }

  /** Light of a group at a level, 0.01 lx. */
  double centilux(Group group, int working, int level) {
    return group.maintainedLux() * network.levels().get(level) * working / group.luminaires();
  }
}
