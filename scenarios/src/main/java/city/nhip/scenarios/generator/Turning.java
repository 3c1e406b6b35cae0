package city.nhip.scenarios.generator;

import java.util.List;

/**
 * How movements cross inside an intersection, traffic keeping to the right. Arms are the sides that
 * traffic comes from; going clockwise, each arm's way in comes before its way out.
 */
final class Turning {
  /** Clockwise. */
  static final List<Character> SIDES = List.of('N', 'E', 'S', 'W');

  /** A movement from a side by a turn. */
  record Movement(char from, String turn) {
    char to() {
      return Turning.side(from, turn);
    }

    private int start() {
      return 2 * SIDES.indexOf(from);
    }

    private int end() {
      return 2 * SIDES.indexOf(to()) + 1;
    }

    /** Whether the ways of two movements from different sides meet. */
    boolean meets(Movement other) {
      if (from == other.from) {
        return false;
      }
      return to() == other.to() || between(other.start()) != between(other.end());
    }

    private boolean between(int place) {
      int low = Math.min(start(), end());
      int high = Math.max(start(), end());
      return place > low && place < high;
    }

    /** Whether the movement drives over the crossing of an arm. */
    boolean crosses(char arm) {
      return from == arm || to() == arm;
    }
  }

  private Turning() {}

  static char opposite(char side) {
    return side(side, "through");
  }

  /** The side that a turn leads to. */
  static char side(char from, String turn) {
    int clockwise =
        switch (turn) {
          case "left" -> 1;
          case "through" -> 2;
          case "right" -> 3;
          default -> throw new IllegalArgumentException("There is no turn " + turn);
        };
    return SIDES.get((SIDES.indexOf(from) + clockwise) % 4);
  }
}
