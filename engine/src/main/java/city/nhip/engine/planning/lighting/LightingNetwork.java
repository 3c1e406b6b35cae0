package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A city's street lighting: {@code lighting/network.json}. What stands on the streets, what feeds
 * it, and what no plan may go beyond.
 *
 * @param levels dimming levels that the drivers know, % of rated luminous flux, ascending, ending
 *     with 100
 * @param powerPercent power at each level, % of rated power, ascending, ending with 100
 */
public record LightingNetwork(
    List<Integer> levels,
    List<Integer> powerPercent,
    Clo clo,
    Control control,
    Costs costs,
    List<Cabinet> cabinets,
    List<Group> groups,
    List<Pair> adjacency,
    List<ConflictArea> conflictAreas,
    List<Budget> budgets) {
  /**
   * Constant light output: a new luminaire starts below its rated power and reaches it at the end
   * of its life, so that its light stays the same.
   *
   * @param startPercent power at first, % of rated, 50 to 100
   * @param lifeYears 1 to 40
   */
  public record Clo(int startPercent, int lifeYears) {
    public Clo {
      require(startPercent >= 50 && startPercent <= 100, "startPercent", "not 50 to 100");
      require(lifeYears >= 1 && lifeYears <= 40, "lifeYears", "not 1 to 40");
    }
  }

  /**
   * What a group's controller holds.
   *
   * @param maxChanges most level changes a night, 1 to 40
   * @param dwellMinutes fewest minutes at one level, a multiple of 15
   * @param rampUpSteps most levels up at once
   * @param rampDownSteps most levels down at once
   * @param adjacentRatioPercent largest ratio of the light of adjacent groups, 100 to 400
   */
  public record Control(
      int maxChanges,
      int dwellMinutes,
      int rampUpSteps,
      int rampDownSteps,
      int adjacentRatioPercent) {
    public Control {
      require(maxChanges >= 1 && maxChanges <= 40, "maxChanges", "not 1 to 40");
      require(
          dwellMinutes >= 15 && dwellMinutes <= 240 && dwellMinutes % 15 == 0,
          "dwellMinutes",
          "no multiple of 15 up to 240");
      require(rampUpSteps >= 1 && rampDownSteps >= 1, "the ramps", "below one step");
      require(
          adjacentRatioPercent >= 100 && adjacentRatioPercent <= 400,
          "adjacentRatioPercent",
          "not 100 to 400");
    }
  }

  /**
   * Assumptions that weigh what has no bill.
   *
   * @param changeVnd wear of one level change of a group, VND
   * @param shortfallVndPerLuminaireSlot light one level below the class for a quarter of an hour
   * @param stabilityVndPerLuminaireSlot another level than the plan in force has
   */
  public record Costs(
      int changeVnd, int shortfallVndPerLuminaireSlot, int stabilityVndPerLuminaireSlot) {
    public Costs {
      require(
          changeVnd >= 0 && shortfallVndPerLuminaireSlot >= 0 && stabilityVndPerLuminaireSlot >= 0,
          "a cost",
          "below 0");
    }
  }

  /**
   * @param capWatts that its lamps may draw together, W
   */
  public record Cabinet(String id, String zone, Localized name, Position position, int capWatts) {
    public Cabinet {
      require(capWatts > 0, id, "without a capWatts above 0");
    }
  }

  /**
   * Luminaires on one piece of street that share one level.
   *
   * @param section of {@code roads.json}
   * @param path its two ends
   * @param lightingClass by design: {@code M3}, {@code P2}
   * @param failed lamps known to be out
   * @param ratedWatts of one luminaire with its driver, W
   * @param maintainedLux average illuminance at 100 %, all lamps burning, at the end of their
   *     maintenance; luminance times 15 on M roads
   * @param areaSquareMetres lit by the group, for PDI and AECI
   * @param installed when its luminaires came, ISO date
   * @param constantLightOutput whether its drivers keep the light constant
   * @param crossing true where people cross: never below the class
   * @param minimumPercent lowest level that its drivers hold
   * @param fallbackPercent what its controller does when it is left alone
   */
  public record Group(
      String id,
      String zone,
      String cabinet,
      String section,
      String street,
      List<Position> path,
      String lightingClass,
      int luminaires,
      int failed,
      int ratedWatts,
      double maintainedLux,
      int areaSquareMetres,
      LocalDate installed,
      boolean constantLightOutput,
      boolean crossing,
      int minimumPercent,
      int fallbackPercent) {
    public Group {
      path = List.copyOf(path);
      require(path.size() >= 2, id, "without a path of two points");
      LightClass.of(lightingClass);
      require(luminaires >= 1 && luminaires <= 500, id, "without 1 to 500 luminaires");
      require(failed >= 0 && failed < luminaires, id, "with no lamp that burns");
      require(ratedWatts >= 5 && ratedWatts <= 2_000, id, "without 5 to 2000 ratedWatts");
      require(maintainedLux >= 1 && maintainedLux <= 200, id, "without 1 to 200 maintainedLux");
      require(areaSquareMetres > 0, id, "without an area");
      require(minimumPercent >= 1 && minimumPercent <= 100, id, "without a minimumPercent");
      require(
          fallbackPercent >= minimumPercent && fallbackPercent <= 100,
          id,
          "with a fallbackPercent outside of minimumPercent to 100");
    }
  }

  /** Neighbours whose light may differ by {@link Control#adjacentRatioPercent} at most. */
  public record Pair(String one, String other) {}

  /** Where streams of traffic cross: lit by its arms together. */
  public record ConflictArea(String id, String junction, String lightingClass, List<Arm> arms) {
    public ConflictArea {
      arms = List.copyOf(arms);
      require(LightClass.of(lightingClass).family() == 'C', id, "without a class C0 to C5");
      require(!arms.isEmpty(), id, "without arms");
    }
  }

  /**
   * @param lux that the group adds to the area at 100 %, all lamps burning
   */
  public record Arm(String group, double lux) {}

  /** Energy that a zone may use in a night. */
  public record Budget(String zone, int kilowattHours) {
    public Budget {
      require(kilowattHours > 0, zone, "with an empty budget");
    }
  }

  public LightingNetwork {
    levels = List.copyOf(levels);
    powerPercent = List.copyOf(powerPercent);
    cabinets = List.copyOf(cabinets);
    groups = List.copyOf(groups);
    adjacency = List.copyOf(adjacency);
    conflictAreas = List.copyOf(conflictAreas);
    budgets = List.copyOf(budgets);
    require(
        levels.size() >= 2 && levels.size() <= 20 && ascendingTo100(levels),
        "/levels",
        "not 2 to 20 ascending percents that end with 100");
    require(
        powerPercent.size() == levels.size() && ascendingTo100(powerPercent),
        "/powerPercent",
        "not one ascending percent a level, ending with 100");
    Set<String> boxes = new HashSet<>();
    cabinets.forEach(c -> require(boxes.add(c.id()), c.id(), "the id of two cabinets"));
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      String where = "/groups/%d (%s)".formatted(i, group.id());
      require(ids.add(group.id()), where, "the second group of this id");
      require(boxes.contains(group.cabinet()), where, "on no known cabinet: " + group.cabinet());
      require(
          levels.contains(group.minimumPercent()) && levels.contains(group.fallbackPercent()),
          where,
          "with a minimum or fallback that is none of the levels");
    }
    for (Pair pair : adjacency) {
      known(ids, pair.one(), "/adjacency");
      known(ids, pair.other(), "/adjacency");
    }
    conflictAreas.forEach(
        area -> area.arms().forEach(arm -> known(ids, arm.group(), "/conflictAreas " + area.id())));
  }

  /** Places of some groups. */
  int[] where(Predicate<Group> holds) {
    return IntStream.range(0, groups.size()).filter(g -> holds.test(groups.get(g))).toArray();
  }

  /** Groups' places by id. */
  Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    for (int g = 0; g < groups.size(); g++) {
      places.put(groups.get(g).id(), g);
    }
    return places;
  }

  private static boolean ascendingTo100(List<Integer> percents) {
    for (int i = 1; i < percents.size(); i++) {
      if (percents.get(i) <= percents.get(i - 1)) {
        return false;
      }
    }
    return percents.get(0) > 0 && percents.get(percents.size() - 1) == 100;
  }

  private static void known(Set<String> ids, String group, String where) {
    require(ids.contains(group), where, "naming the unknown group " + group);
  }

  private static void require(boolean holds, String what, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("%s is %s. Correct it.".formatted(what, problem));
    }
  }
}
