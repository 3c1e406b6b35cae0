package city.nhip.engine.planning.signals;

import city.nhip.engine.planning.signals.SignalSites.Approach;
import city.nhip.engine.planning.signals.SignalSites.Site;
import city.nhip.engine.planning.signals.SignalSites.Turn;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What detectors count of invented vehicles that drive one by one through {@link TwoJunctions}:
 * they come by chance, more in two peaks, wait for the green, and some come out of yards between
 * the junctions. Every detector misses one vehicle in fifty and reports every five minutes at a
 * second of its own.
 */
final class DrivenCounts {
  static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final int STEP = 300;
  private static final double MISSED = 0.02;
  private static final Map<String, Double> ENTERING =
      Map.of(
          "A:W", 1_500.0, "A:N", 700.0, "A:S", 600.0, "B:E", 1_400.0, "B:N", 600.0, "B:S", 700.0);
  private static final double FROM_YARDS = 250;

  private final Random random;
  private final int end;
  private final Map<String, List<Double>> passings = new TreeMap<>();

  private DrivenCounts(long seed, int days) {
    random = new Random(seed);
    end = days * 86_400;
  }

  /**
   * @param truth whose shares the vehicles turn by
   * @return readings of each approach, oldest first
   */
  static Map<String, List<JournaledReading>> of(SignalSites truth, int days, long seed) {
    DrivenCounts driven = new DrivenCounts(seed, days);
    Map<String, Approach> approaches = new TreeMap<>();
    for (Site site : truth.intersections()) {
      site.approaches().forEach(it -> approaches.put(it.id(), it));
    }
    approaches.values().forEach(it -> driven.enter(it, approaches));
    Map<String, List<JournaledReading>> readings = new TreeMap<>();
    driven.passings.forEach((id, times) -> readings.put(id, driven.readings(id, times)));
    return readings;
  }

  private void enter(Approach approach, Map<String, Approach> approaches) {
    boolean inner = approach.id().matches("A:E|B:W");
    double rate = ENTERING.getOrDefault(approach.id(), FROM_YARDS);
    double shift = inner ? 2 : 0;
    for (double at = headway(rate); at < end; at += headway(rate)) {
      if (random.nextDouble() < level(at / 3_600 - shift)) {
        drive(approach, at, approaches);
      }
    }
  }

  private double headway(double rate) {
    return -Math.log(1 - random.nextDouble()) * 3_600 / rate;
  }

  /** Of the day's flow at an hour, 0 to 1. */
  private static double level(double hours) {
    double hour = ((hours % 24) + 24) % 24;
    double day = 0.4 * Math.max(0, Math.sin(Math.PI * (hour - 5) / 17));
    double peaks = Math.max(bell(hour - 7.3), bell(hour - 17.4));
    return Math.min(1, 0.06 + Math.max(day, 0.9 * peaks));
  }

  private static double bell(double distance) {
    return Math.exp(-distance * distance / 1.4);
  }

  private void drive(Approach approach, double at, Map<String, Approach> approaches) {
    if (random.nextDouble() >= MISSED) {
      passings.computeIfAbsent(approach.id(), key -> new ArrayList<>()).add(at);
    }
    double rest = random.nextDouble();
    for (Turn turn : approach.turns()) {
      rest -= turn.share();
      if (rest < 0) {
        Approach next = approaches.get(turn.to());
        if (next != null) {
          drive(next, released(approach, at + 4) + 22, approaches);
        }
        return;
      }
    }
  }

  /** When one that comes to the stop line gets over it. */
  private double released(Approach approach, double at) {
    double green = TwoJunctions.EAST_WEST_GREEN;
    boolean eastWest = approach.id().matches(".*:[EW]");
    double since = at % TwoJunctions.CYCLE;
    boolean goes = eastWest ? since < green : since >= green + 5 && since < TwoJunctions.CYCLE - 5;
    if (goes) {
      return at;
    }
    double starts = eastWest ? TwoJunctions.CYCLE : green + 5;
    return at
        + (starts - since + TwoJunctions.CYCLE) % TwoJunctions.CYCLE
        + 15 * random.nextDouble();
  }

  private List<JournaledReading> readings(String id, List<Double> times) {
    int phase = random.nextInt(STEP);
    int[] counts = new int[end / STEP];
    for (double time : times) {
      int bin = (int) Math.floor((time - phase) / STEP);
      if (bin >= 0 && bin < counts.length) {
        counts[bin]++;
      }
    }
    List<JournaledReading> readings = new ArrayList<>();
    for (int bin = 0; bin < counts.length - 1; bin++) {
      Instant at = START.plusSeconds(phase + (bin + 1L) * STEP);
      readings.add(
          new JournaledReading(
              bin + 1L,
              "zone",
              at,
              new Reading("test", id, "trafficFlow", at, counts[bin] * 3_600.0 / STEP, "veh/h")));
    }
    return readings;
  }
}
