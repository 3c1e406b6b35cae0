package city.nhip.engine.planning.waste;

import java.util.stream.IntStream;

/**
 * Takes strings of adjacent stops out of routes near a seed (Christiaens and Vanden Berghe 2020):
 * slack in space and capacity at one spot. Mutable, for one thread.
 */
final class StringRuin {
  private static final int LONGEST_STRING = 10;
  private static final double MEAN_REMOVED = 10;
  private static final double SPLIT = 0.5;
  private static final double KEEP_ONE_MORE = 0.99;

  private final Routes routes;
  private final Dice dice;
  private final int[] string = new int[4 * LONGEST_STRING];
  private final int[] ruined;
  private int stamp;

  /** Stops, one of which is the spot. */
  private int[] spots;

  StringRuin(Routes routes, Dice dice) {
    this.routes = routes;
    this.dice = dice;
    this.ruined = new int[routes.trucks];
    everywhere();
  }

  /** From here on takes strings out around these stops only. */
  void around(int[] stops) {
    spots = stops;
  }

  void everywhere() {
    spots = IntStream.range(0, routes.stops).toArray();
  }

  void run() {
    if (routes.used == 0) {
      return;
    }
    stamp++;
    int seed = spots[dice.below(spots.length)];
    double mean = (routes.stops - routes.absents) / (double) routes.used;
    double longest = Math.min(LONGEST_STRING, mean);
    double most = 4 * MEAN_REMOVED / (1 + longest) - 1;
    int strings = (int) (1 + dice.unit() * most);
    strings -= ruinAt(seed, longest) ? 1 : 0;
    int width = routes.neighbours.width;
    int from = seed * width;
    for (int k = 0; k < width && strings > 0; k++) {
      strings -= ruinAt(routes.neighbours.near[from + k], longest) ? 1 : 0;
    }
  }

  private boolean ruinAt(int stop, double longest) {
    int truck = routes.route[stop];
    if (truck < 0 || routes.held[truck] || ruined[truck] == stamp) {
      return false;
    }
    ruined[truck] = stamp;
    int size = routes.size[truck];
    int length = (int) (1 + dice.unit() * Math.min(size, longest));
    length = Math.min(length, size);
    int kept = 0;
    if (length > 1 && length < size && dice.unit() < SPLIT) {
      kept = 1;
      while (length + kept < size && kept < LONGEST_STRING && dice.unit() > KEEP_ONE_MORE) {
        kept++;
      }
    }
    removeString(stop, length, kept);
    return true;
  }

  private void removeString(int stop, int length, int kept) {
    int whole = length + kept;
    int back = 0;
    int first = stop;
    while (back < whole - 1 && before(first) >= 0) {
      first = before(first);
      back++;
    }
    int onward = 0;
    for (int v = stop; onward < whole - 1 && after(v) >= 0; v = after(v)) {
      onward++;
    }
    int least = whole - 1 - onward;
    int shift = least + dice.below(back - least + 1);
    for (int i = back; i > shift; i--) {
      first = after(first);
    }
    int v = first;
    for (int i = 0; i < whole; i++) {
      string[i] = v;
      v = after(v);
    }
    int keepFrom = kept == 0 ? whole : dice.below(length + 1);
    for (int i = 0; i < whole; i++) {
      if (i < keepFrom || i >= keepFrom + kept) {
        routes.remove(string[i]);
      }
    }
  }

  /** The stop before, tippings passed over; below 0 at the start. */
  private int before(int stop) {
    int v = routes.prev[stop];
    while (v >= routes.stops + 2 * routes.trucks) {
      v = routes.prev[v];
    }
    return v < routes.stops ? v : Routes.NOWHERE;
  }

  private int after(int stop) {
    if (stop < 0) {
      return Routes.NOWHERE;
    }
    int v = routes.next[stop];
    while (v >= routes.stops + 2 * routes.trucks) {
      v = routes.next[v];
    }
    return v < routes.stops ? v : Routes.NOWHERE;
  }
}
