package city.nhip.engine.planning.waste;

import java.util.List;

/**
 * How much slower than at free flow the streets are by time of day. A truck's speed changes with
 * the period that it drives in, not the one that it left in, so who leaves later never arrives
 * earlier (Ichoua, Gendreau, Potvin 2003).
 */
public final class Congestion {
  /** Free flow all day. */
  public static final Congestion NONE = new Congestion(List.of());

  private static final long UNIT = 1_000_000;

  private final int[] begins;
  private final long[] speeds;

  /**
   * A period lasts until the next one begins; before the first one the flow is free.
   *
   * @param from in the problem's unit of time
   * @param percent of the free-flow travel time, 20 to 1000: 150 where a way takes half as long
   *     again
   */
  public record Period(int from, int percent) {
    public Period {
      if (from < 0 || percent < 20 || percent > 1_000) {
        throw new IllegalArgumentException(
            "A period from %d with %d %% of the travel time is none. Give 0 or later, 20..1000 %%."
                .formatted(from, percent));
      }
    }
  }

  /**
   * @param periods by rising {@code from}
   */
  public Congestion(List<Period> periods) {
    int lead = periods.isEmpty() || periods.get(0).from() > 0 ? 1 : 0;
    begins = new int[periods.size() + lead];
    speeds = new long[begins.length];
    speeds[0] = UNIT;
    for (int i = 0; i < periods.size(); i++) {
      begins[i + lead] = periods.get(i).from();
      speeds[i + lead] = 100 * UNIT / periods.get(i).percent();
      if (i > 0 && periods.get(i).from() <= periods.get(i - 1).from()) {
        throw new IllegalArgumentException("Congestion periods must follow each other in time.");
      }
    }
  }

  public boolean isNone() {
    return begins.length == 1 && speeds[0] == UNIT;
  }

  /** When a truck arrives that leaves at {@code depart} on a way of {@code freeFlow} time. */
  public int arrival(int depart, int freeFlow) {
    if (isNone()) {
      return depart + freeFlow;
    }
    int period = period(depart);
    long work = freeFlow * UNIT;
    int now = depart;
    while (period + 1 < begins.length) {
      long possible = (begins[period + 1] - now) * speeds[period];
      if (possible >= work) {
        break;
      }
      work -= possible;
      now = begins[++period];
    }
    return now + (int) ((work + speeds[period] - 1) / speeds[period]);
  }

  /** The latest departure that arrives at {@code arrive} or before; below 0 where none does. */
  public int departure(int arrive, int freeFlow) {
    if (isNone() || arrive <= 0) {
      return arrive - freeFlow;
    }
    int period = period(arrive);
    long work = freeFlow * UNIT;
    int now = arrive;
    while (period > 0) {
      long possible = (now - begins[period]) * speeds[period];
      if (possible >= work) {
        break;
      }
      work -= possible;
      now = begins[period--];
    }
    int depart = now - (int) ((work + speeds[period] - 1) / speeds[period]);
    while (depart >= 0 && arrival(depart + 1, freeFlow) <= arrive) {
      depart++;
    }
    while (depart >= 0 && arrival(depart, freeFlow) > arrive) {
      depart--;
    }
    return depart;
  }

  private int period(int time) {
    int period = begins.length - 1;
    while (period > 0 && begins[period] > time) {
      period--;
    }
    return period;
  }
}
