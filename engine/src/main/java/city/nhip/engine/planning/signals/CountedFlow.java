package city.nhip.engine.planning.signals;

import city.nhip.engine.reading.JournaledReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one detector counted, as a flow that is constant between its readings: each tells of the
 * time since the one before it.
 */
final class CountedFlow {
  /** No reading tells of a longer time. */
  private static final long LONGEST = Duration.ofMinutes(15).toMillis();

  /** Part of a span that must have been counted. */
  private static final double ENOUGH = 0.9;

  private final long[] ends;
  private final double[] flows;
  private final long[] covered;
  private final double[] vehicles;
  private final long step;

  /** Vehicles an hour, from one moment to another, epoch milliseconds. */
  record Span(long from, long to, double flow) {}

  /**
   * @param readings of one device, oldest first
   */
  CountedFlow(List<JournaledReading> readings) {
    int n = readings.size();
    ends = new long[n];
    flows = new double[n];
    covered = new long[n + 1];
    vehicles = new double[n + 1];
    for (int i = 0; i < n; i++) {
      ends[i] = readings.get(i).reading().observedAt().toEpochMilli();
      flows[i] = readings.get(i).reading().value();
    }
    step = usualGap();
    for (int i = 0; i < n; i++) {
      long span = i == 0 ? step : Math.min(ends[i] - ends[i - 1], step);
      covered[i + 1] = covered[i] + span;
      vehicles[i + 1] = vehicles[i] + flows[i] * span;
    }
  }

  private long usualGap() {
    long[] gaps = new long[Math.max(0, ends.length - 1)];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = ends[i + 1] - ends[i];
    }
    Arrays.sort(gaps);
    return gaps.length == 0 ? LONGEST : Math.max(1, Math.min(LONGEST, gaps[gaps.length / 2]));
  }

  /** Mean flow, veh/h; empty where less than nine tenths of the span were counted. */
  OptionalDouble mean(long from, long to) {
    double counted = covered(to) - covered(from);
    return to > from && counted >= ENOUGH * (to - from)
        ? OptionalDouble.of((vehicles(to) - vehicles(from)) / counted)
        : OptionalDouble.empty();
  }

  /** Readings without a gap between them, in groups that tell of about as long as is asked for. */
  List<Span> spans(Duration length) {
    int size = (int) Math.max(1, Math.round((double) length.toMillis() / step));
    List<Span> spans = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < ends.length; i++) {
      if (i > first && ends[i] - ends[i - 1] > 1.5 * step) {
        first = i;
      }
      if (i - first + 1 == size) {
        long span = covered[i + 1] - covered[first];
        if (size == 1 || moves(first, i)) {
          spans.add(new Span(ends[i] - span, ends[i], (vehicles[i + 1] - vehicles[first]) / span));
        }
        first = i + 1;
      }
    }
    return spans;
  }

  /** A detector that says the same again and again counts nothing. */
  private boolean moves(int first, int last) {
    for (int i = first; i < last; i++) {
      if (flows[i] != flows[i + 1]) {
        return true;
      }
    }
    return false;
  }

  private double covered(long time) {
    int i = reading(time);
    return i == ends.length ? covered[i] : covered[i + 1] - after(i, time);
  }

  private double vehicles(long time) {
    int i = reading(time);
    return i == ends.length ? vehicles[i] : vehicles[i + 1] - flows[i] * after(i, time);
  }

  /** The part of what a reading tells of that lies behind a moment, milliseconds. */
  private long after(int i, long time) {
    return Math.min(ends[i] - time, covered[i + 1] - covered[i]);
  }

  /** The first reading at a moment or after it. */
  private int reading(long time) {
    int found = Arrays.binarySearch(ends, time);
    return found >= 0 ? found : -found - 1;
  }
}
