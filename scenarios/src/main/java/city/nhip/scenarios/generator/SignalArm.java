package city.nhip.scenarios.generator;

import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads;
import java.util.ArrayList;
import java.util.List;

/**
 * One street's end at a signal.
 *
 * @param side that its traffic comes from: N, E, S or W
 * @param from the junction at its other end
 * @param lengthMetres to there, rounded, at least 60
 * @param lanes of the street, per direction
 */
record SignalArm(
    char side, String from, String street, double lengthMetres, int speedKmh, int lanes) {
  static SignalArm of(Roads.Section section, Position here, Position there, String from) {
    double north = there.latitude() - here.latitude();
    double east = there.longitude() - here.longitude();
    char side = Math.abs(north) > Math.abs(east) ? (north > 0 ? 'N' : 'S') : (east > 0 ? 'E' : 'W');
    return new SignalArm(
        side,
        from,
        section.name(),
        Math.max(60, Math.rint(here.metresTo(there))),
        section.speedKmh(),
        section.lanes());
  }

  /** Wider streets have one lane more before the signal, for those who turn left. */
  boolean leftLane() {
    return lanes > 1;
  }

  /**
   * @param turns that the intersection allows from here
   * @return from left to right, the turns of each lane
   */
  List<List<String>> lanes(List<String> turns) {
    if (!leftLane() || turns.size() == 1) {
      return List.of(turns);
    }
    List<List<String>> all = new ArrayList<>();
    if (turns.contains("left")) {
      all.add(List.of("left"));
    }
    for (int lane = 1; lane <= lanes; lane++) {
      List<String> own = new ArrayList<>(turns);
      own.remove("left");
      if (lane < lanes && turns.contains("through")) {
        own.remove("right");
      } else if (2 * lane < lanes && turns.contains("left")) {
        own = List.of("left");
      }
      all.add(own);
    }
    return all;
  }
}
