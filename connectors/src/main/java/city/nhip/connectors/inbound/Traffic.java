package city.nhip.connectors.inbound;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What a connector brought since the start, and of late; shared by threads. */
final class Traffic {
  private static final Duration LATE = Duration.ofMinutes(5);

  private final Deque<Minute> recent = new ArrayDeque<>();
  private long messages;
  private long accepted;
  private long duplicates;
  private long rejected;
  private long unreadable;
  private @Nullable Instant last;
  private @Nullable Duration lag;

  /** Counts of one minute. */
  private static final class Minute {
    final long number;
    long messages;
    long readings;
    long wrong;

    Minute(long number) {
      this.number = number;
    }
  }

  /**
   * Counts so far.
   *
   * @param perMinute messages a minute over the last five
   * @param wrongShare of what came in the last five minutes, 0 to 1: readings refused and messages
   *     that could not be read
   * @param lagSeconds between the newest observation of the last message and its arrival
   */
  record Counts(
      long messages,
      long accepted,
      long duplicates,
      long rejected,
      long unreadable,
      @Nullable Instant last,
      double perMinute,
      double wrongShare,
      @Nullable Long lagSeconds) {}

  synchronized void add(MessageLog.Entry entry) {
    messages++;
    accepted += entry.accepted();
    duplicates += entry.duplicates();
    rejected += entry.rejected();
    int wrong = entry.rejected();
    if (entry.problem() != null) {
      unreadable++;
      wrong++;
    }
    last = entry.receivedAt();
    if (entry.observedAt() != null) {
      lag = Duration.between(entry.observedAt(), entry.receivedAt());
    }
    forget(entry.receivedAt());
    long number = minute(entry.receivedAt());
    if (recent.isEmpty() || recent.getLast().number < number) {
      recent.addLast(new Minute(number));
    }
    Minute now = recent.getLast();
    now.messages++;
    now.readings += entry.accepted() + entry.duplicates() + wrong;
    now.wrong += wrong;
  }

  synchronized Counts counts(Instant now) {
    forget(now);
    long came = 0;
    long readings = 0;
    long wrong = 0;
    for (Minute one : recent) {
      came += one.messages;
      readings += one.readings;
      wrong += one.wrong;
    }
    return new Counts(
        messages,
        accepted,
        duplicates,
        rejected,
        unreadable,
        last,
        (double) came / LATE.toMinutes(),
        readings == 0 ? 0 : (double) wrong / readings,
        lag == null ? null : lag.toSeconds());
  }

  private void forget(Instant now) {
    while (!recent.isEmpty() && recent.getFirst().number <= minute(now) - LATE.toMinutes()) {
      recent.removeFirst();
    }
  }

  private static long minute(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), 60);
  }
}
