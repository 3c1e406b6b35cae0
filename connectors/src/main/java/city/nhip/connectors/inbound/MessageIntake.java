package city.nhip.connectors.inbound;

import city.nhip.connectors.codec.UnreadablePayload;
import city.nhip.connectors.folder.Connector;
import city.nhip.engine.city.Localized;
import city.nhip.rules.intake.IntakeReceipt;
import city.nhip.rules.intake.RawReading;
import city.nhip.rules.intake.ReadingIntake;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Messages of a connector become readings. When {@link #take} returns, the good readings are
 * committed and the rest is among the dead letters: acknowledge the source. When it throws, repeat
 * the messages: what was committed falls away as a duplicate.
 */
@Service
class MessageIntake {
  private final ReadingIntake intake;
  private final DeadLetters deadLetters;
  private final MessageLog log;
  private final Clock clock;

  MessageIntake(ReadingIntake intake, DeadLetters deadLetters, MessageLog log, Clock clock) {
    this.intake = intake;
    this.deadLetters = deadLetters;
    this.log = log;
    this.clock = clock;
  }

  /**
   * @param headers those that a mapping may use: topic, key, file name
   */
  record Message(byte[] payload, Map<String, String> headers) {}

  /**
   * What became of messages.
   *
   * @param unreadable reasons, one a message that makes no sense as a whole
   */
  record Outcome(
      int accepted,
      int duplicates,
      List<IntakeReceipt.Rejection> rejected,
      List<Localized> unreadable) {}

  /** A message's readings stand at {@code from} to {@code to} (exclusive) of the batch. */
  private record Share(Message message, int from, int to, @Nullable Localized problem) {}

  Outcome take(Connector connector, List<Message> messages) throws InterruptedException {
    Instant now = clock.instant();
    List<RawReading> readings = new ArrayList<>();
    List<Share> shares = new ArrayList<>();
    List<DeadLetters.Letter> letters = new ArrayList<>();
    List<Localized> unreadable = new ArrayList<>();
    for (Message message : messages) {
      int from = readings.size();
      @Nullable Localized problem = null;
      try {
        readings.addAll(connector.readings(message.payload(), message.headers(), now.toString()));
      } catch (UnreadablePayload e) {
        problem = e.reason();
        unreadable.add(problem);
        letters.add(DeadLetters.Letter.ofMessage(problem, message));
      }
      shares.add(new Share(message, from, readings.size(), problem));
    }
    IntakeReceipt receipt = commit(connector.name(), readings);
    for (IntakeReceipt.Rejection rejection : receipt.rejected()) {
      letters.add(
          DeadLetters.Letter.ofReading(
              pointer(rejection, shares), rejection.problem(), readings.get(rejection.index())));
    }
    deadLetters.keep(connector.name(), letters);
    record(connector.name(), now, shares, readings, receipt);
    return new Outcome(receipt.accepted(), receipt.duplicates(), receipt.rejected(), unreadable);
  }

  /** Where in its own message a reading is wrong. */
  private static String pointer(IntakeReceipt.Rejection rejection, List<Share> shares) {
    int index = rejection.index();
    int from =
        shares.stream()
            .filter(it -> index >= it.from() && index < it.to())
            .mapToInt(Share::from)
            .findFirst()
            .orElse(0);
    return rejection.pointer().replaceFirst("^/\\d+", "/" + (index - from));
  }

  private IntakeReceipt commit(String source, List<RawReading> readings)
      throws InterruptedException {
    if (readings.size() <= ReadingIntake.MOST_READINGS) {
      return intake.accept(source, readings);
    }
    int accepted = 0;
    int duplicates = 0;
    List<IntakeReceipt.Rejection> rejected = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    for (int from = 0; from < readings.size(); from += ReadingIntake.MOST_READINGS) {
      int to = Math.min(readings.size(), from + ReadingIntake.MOST_READINGS);
      IntakeReceipt part = intake.accept(source, readings.subList(from, to));
      accepted += part.accepted();
      duplicates += part.duplicates();
      ids.addAll(part.readingIds());
      for (IntakeReceipt.Rejection one : part.rejected()) {
        int index = from + one.index();
        rejected.add(
            new IntakeReceipt.Rejection(
                index, one.pointer().replaceFirst("^/\\d+", "/" + index), one.problem()));
      }
    }
    return new IntakeReceipt(accepted, duplicates, rejected, ids);
  }

  private void record(
      String source,
      Instant now,
      List<Share> shares,
      List<RawReading> readings,
      IntakeReceipt receipt) {
    for (Share share : shares) {
      int rejected =
          (int)
              receipt.rejected().stream()
                  .filter(it -> it.index() >= share.from() && it.index() < share.to())
                  .count();
      List<Long> ids =
          receipt.readingIds().subList(share.from(), share.to()).stream()
              .filter(id -> id > 0)
              .toList();
      log.add(
          new MessageLog.Entry(
              source,
              now,
              newest(readings.subList(share.from(), share.to())),
              share.message(),
              ids.size(),
              share.to() - share.from() - rejected - ids.size(),
              rejected,
              share.problem(),
              ids));
    }
  }

  private static @Nullable Instant newest(List<RawReading> readings) {
    @Nullable Instant newest = null;
    for (RawReading one : readings) {
      try {
        Instant at =
            one.observedAt() == null ? null : OffsetDateTime.parse(one.observedAt()).toInstant();
        if (at != null && (newest == null || at.isAfter(newest))) {
          newest = at;
        }
      } catch (DateTimeParseException wrong) {
        continue;
      }
    }
    return newest;
  }
}
