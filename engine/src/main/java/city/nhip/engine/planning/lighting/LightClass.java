package city.nhip.engine.planning.lighting;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lighting class of EN 13201-2: M1 to M6 for motor traffic, C0 to C5 for conflict areas, P1 to P6
 * for people on foot. The lowest number is the brightest.
 */
record LightClass(char family, int number) {
  private static final Pattern FORM = Pattern.compile("([MCP])([0-6])");

  /** Average illuminance, 0.01 lx. M classes: 2.0 to 0.3 cd/m2 at 15 lx per cd/m2. */
  private static final int[] MOTOR = {3_000, 2_250, 1_500, 1_125, 750, 450};

  private static final int[] CONFLICT = {5_000, 3_000, 2_000, 1_500, 1_000, 750};
  private static final int[] PEOPLE = {1_500, 1_000, 750, 500, 300, 200};

  LightClass {
    if (number < first(family) || number > last(family)) {
      throw new IllegalArgumentException(unknown("" + family + number));
    }
  }

  /**
   * @throws IllegalArgumentException when EN 13201-2 has no such class
   */
  static LightClass of(String name) {
    Matcher matcher = FORM.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(unknown(name));
    }
    return new LightClass(name.charAt(0), Integer.parseInt(matcher.group(2)));
  }

  private static String unknown(String name) {
    return "'%s' is no lighting class. Give M1 to M6, C0 to C5 or P1 to P6 (EN 13201-2)."
        .formatted(name);
  }

  private static int first(char family) {
    return family == 'C' ? 0 : 1;
  }

  private static int last(char family) {
    return family == 'C' ? 5 : 6;
  }

  /**
   * @param steps classes darker; brighter where negative. Ends at the family's ends
   */
  LightClass darker(int steps) {
    return new LightClass(family, Math.max(first(family), Math.min(last(family), number + steps)));
  }

  /**
   * @return the average illuminance that the class asks for, 0.01 lx
   */
  int centilux() {
    return switch (family) {
      case 'C' -> CONFLICT[number];
      case 'P' -> PEOPLE[number - 1];
      default -> MOTOR[number - 1];
    };
  }

  @Override
  public String toString() {
    return "" + family + number;
  }
}
