package city.nhip.engine.planning.waste;

import java.util.Arrays;

/**
 * What a truck's day costs at least from a stop of its order on: tippings stand where they cost
 * least, each empties all compartments, and hours, breaks and overtime are not thought of. Exact
 * where those do not bind. Mutable, for one thread.
 */
final class TripBound {
  private final FlatProblem flat;
  private final DayAccess access;
  private Truck.Prices prices = Truck.Prices.DISTANCE_ONLY;
  private int truck;
  private int compartments;
  private int length;

  /** By place in the order: cost of the ways, services and fees from the first stop on. */
  private long[] direct = new long[0];

  /** By place in the order: cost of the rest of the day where the truck tips right after it. */
  private long[] tipped = new long[0];

  /** By compartment, last the payload, then place in the order: all that is loaded before. */
  private final long[][] loaded = new long[PartialDays.COMPARTMENTS + 1][0];

  private final long[] room = new long[PartialDays.COMPARTMENTS + 1];
  private final long[] onBoard = new long[PartialDays.COMPARTMENTS + 1];

  /** From the last stop straight home. */
  private long home;

  TripBound(FlatProblem flat, DayAccess access) {
    this.flat = flat;
    this.access = access;
  }

  /** Whether such a bound can be given: sites to tip at, and ways that never take less time. */
  boolean suits() {
    return flat.sites > 0 && !flat.congested;
  }

  void prepare(int index, int[] order, int stops) {
    truck = index;
    length = stops;
    Truck it = flat.problem.trucks().get(index);
    prices = it.prices();
    compartments = it.compartments().size();
    makeRoom(stops + 1);
    for (int c = 0; c < compartments; c++) {
      room[c] = access.capacity[index * access.compartments + c];
    }
    room[compartments] = it.payload();
    direct[0] = 0;
    for (int i = 0; i < stops; i++) {
      load(order[i], i);
      if (i > 0) {
        direct[i] = direct[i - 1] + way(order[i - 1], order[i]) + serve(order[i]);
      }
    }
    home = stops == 0 ? 0 : way(order[stops - 1], flat.depotPlace[index]);
    for (int i = stops - 1; i >= 0; i--) {
      tipped[i] = tippedAfter(order, i);
    }
  }

  private void makeRoom(int size) {
    if (direct.length < size) {
      direct = new long[2 * size];
      tipped = new long[2 * size];
      for (int c = 0; c < loaded.length; c++) {
        loaded[c] = new long[2 * size];
      }
    }
  }

  private void load(int stop, int at) {
    for (int c = 0; c <= compartments; c++) {
      loaded[c][at + 1] = loaded[c][at];
    }
    int into = access.compartment[truck][flat.stream[stop]];
    if (into >= 0) {
      loaded[into][at + 1] += flat.volume[stop];
      loaded[compartments][at + 1] += flat.mass[stop];
    }
  }

  private long way(int from, int to) {
    return prices.perDistance() * flat.distance(from, to) + prices.perTime() * flat.time(from, to);
  }

  private long serve(int stop) {
    int into = access.compartment[truck][flat.stream[stop]];
    long fee = into < 0 ? 0 : access.leastFee[truck][into] * flat.mass[stop];
    return prices.perTime() * flat.service[stop] + fee;
  }

  private long tippedAfter(int[] order, int at) {
    boolean last = at == length - 1;
    int next = last ? flat.depotPlace[truck] : order[at + 1];
    long after = 0;
    if (!last) {
      Arrays.fill(onBoard, 0);
      for (int c = 0; c <= compartments; c++) {
        onBoard[c] = loaded[c][at + 2] - loaded[c][at + 1];
      }
      after = serve(next) + onward(at + 1);
    }
    long least = Routes.NEVER;
    for (int s = 0; s < flat.sites; s++) {
      if (takesAny(s)) {
        int site = flat.stops + s;
        long tipping = flat.problem.sites().get(s).fee() + prices.perTime() * flat.service[site];
        least = Math.min(least, way(order[at], site) + tipping + way(site, next));
      }
    }
    return least + after;
  }

  private boolean takesAny(int site) {
    for (int c = 0; c < compartments; c++) {
      if (access.empties[truck][site][c]) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param at place in the order of the stop that was served last
   * @param volume on board by compartment, from {@code from} on; {@code mass} likewise
   */
  long after(int at, int[] volume, int[] mass, int from) {
    onBoard[compartments] = 0;
    for (int c = 0; c < compartments; c++) {
      onBoard[c] = volume[from + c];
      onBoard[compartments] += mass[from + c];
    }
    return onward(at);
  }

  /** With what is {@link #onBoard} once the stop is served: the best place to tip first. */
  private long onward(int at) {
    long least = nothingToTip(at) ? direct[length - 1] + home : Routes.NEVER;
    for (int j = at; j < length && (j == at || fits(at, j)); j++) {
      least = Math.min(least, direct[j] + tipped[j]);
    }
    return least - direct[at];
  }

  private boolean nothingToTip(int at) {
    boolean nothing = true;
    for (int c = 0; c <= compartments; c++) {
      nothing &= onBoard[c] + loaded[c][length] - loaded[c][at + 1] == 0;
    }
    return nothing;
  }

  private boolean fits(int at, int until) {
    for (int c = 0; c <= compartments; c++) {
      if (onBoard[c] + loaded[c][until + 1] - loaded[c][at + 1] > room[c]) {
        return false;
      }
    }
    return true;
  }
}
