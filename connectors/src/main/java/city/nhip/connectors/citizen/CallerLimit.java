package city.nhip.connectors.citizen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many calls a while from one address; forgets the addresses that called longest ago. */
final class CallerLimit {
  private static final int MOST_CALLERS = 10_000;

  private final int most;
  private final Duration span;
  private final Clock wallClock;
  private final Map<String, Deque<Instant>> calls = new LinkedHashMap<>();

  CallerLimit(int most, Duration span, Clock wallClock) {
    this.most = most;
    this.span = span;
    this.wallClock = wallClock;
  }

  /** Counts a call; false when the caller had its share. */
  synchronized boolean admits(String caller) {
    Instant now = wallClock.instant();
    Deque<Instant> own = calls.remove(caller);
    if (own == null) {
      own = new ArrayDeque<>();
    }
    calls.put(caller, own);
    if (calls.size() > MOST_CALLERS) {
      calls.remove(calls.keySet().iterator().next());
    }
    while (!own.isEmpty() && own.getFirst().isBefore(now.minus(span))) {
      own.removeFirst();
    }
    if (own.size() >= most) {
      return false;
    }
    own.addLast(now);
    return true;
  }
}
