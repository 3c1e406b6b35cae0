package city.nhip.connectors.inbound;

import city.nhip.connectors.codec.UnreadablePayload;
import city.nhip.connectors.folder.Connector;
import city.nhip.connectors.inbound.DeadLetters.DeadLetter;
import city.nhip.connectors.inbound.DeadLetters.Status;
import city.nhip.connectors.inbound.MessageIntake.Message;
import city.nhip.engine.city.Localized;
import city.nhip.engine.web.Conflict;
import city.nhip.rules.intake.IntakeReceipt;
import city.nhip.rules.intake.RawReading;
import city.nhip.rules.intake.ReadingIntake;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends dead letters again, corrected or not. Once a letter's readings are committed, sending it
 * once more brings duplicates only, which fall away.
 */
@Service
class Redrive {
  private static final int AT_ONCE = 500;

  private final DeadLetters letters;
  private final Connectors connectors;
  private final ReadingIntake intake;
  private final JsonMapper json;

  Redrive(DeadLetters letters, Connectors connectors, ReadingIntake intake, JsonMapper json) {
    this.letters = letters;
    this.connectors = connectors;
    this.intake = intake;
    this.json = json;
  }

  /** What became of a letter. */
  record Result(long id, boolean redriven, @Nullable Localized problem) {}

  /** What became of many. */
  record Results(int redriven, List<Result> stillWrong) {}

  /** The oldest open letters of a source, at most {@value #AT_ONCE}. */
  Results all(String source, String by) throws InterruptedException {
    List<Result> wrong = new ArrayList<>();
    int redriven = 0;
    for (DeadLetter letter : letters.list(source, Status.OPEN, Long.MAX_VALUE, AT_ONCE)) {
      Result result = one(letter, Optional.empty(), by);
      if (result.redriven()) {
        redriven++;
      } else {
        wrong.add(result);
      }
    }
    return new Results(redriven, wrong);
  }

  /**
   * @param corrected what to send in place of what came
   * @throws Conflict when the letter is settled, or holds nothing to send
   */
  Result one(DeadLetter letter, Optional<String> corrected, String by) throws InterruptedException {
    if (letter.status() != Status.OPEN) {
      throw new Conflict(
          "Thông điệp lỗi %d không còn mở.", "Letter %d is %s.", letter.id(), letter.status());
    }
    Message kept = letters.message(letter.id());
    Message message =
        corrected
            .map(text -> new Message(text.getBytes(StandardCharsets.UTF_8), kept.headers()))
            .orElse(kept);
    @Nullable Localized problem = send(letter, message);
    if (problem == null) {
      letters.settle(letter.id(), Status.REDRIVEN, by);
    } else {
      letters.stillWrong(letter.id(), problem);
    }
    return new Result(letter.id(), problem == null, problem);
  }

  private @Nullable Localized send(DeadLetter letter, Message message) throws InterruptedException {
    try {
      List<RawReading> readings =
          switch (letter.kind()) {
            case MESSAGE ->
                connector(letter.source())
                    .readings(message.payload(), message.headers(), letter.receivedAt().toString());
            case READING -> List.of(json.readValue(message.payload(), RawReading.class));
            case TEXT ->
                throw new Conflict(
                    "Thông điệp lỗi %d không có nội dung. Hãy sửa %s rồi gửi lại.",
                    "Letter %d holds no message. Mend %s and deliver it again.",
                    letter.id(),
                    letter.place());
          };
      IntakeReceipt receipt = intake.accept(letter.source(), readings);
      return receipt.rejected().isEmpty() ? null : at(receipt.rejected().get(0));
    } catch (UnreadablePayload e) {
      return e.reason();
    } catch (JacksonException e) {
      return new Localized(
          "Số đo không phải JSON: %s. Hãy sửa lại.".formatted(e.getOriginalMessage()),
          "The reading is no JSON: %s. Mend it.".formatted(e.getOriginalMessage()));
    }
  }

  private static Localized at(IntakeReceipt.Rejection one) {
    return new Localized(
        one.pointer() + ": " + one.problem().vi(), one.pointer() + ": " + one.problem().en());
  }

  private Connector connector(String source) {
    return connectors
        .find(source)
        .orElseThrow(
            () ->
                new Conflict(
                    "Không có kết nối %s nào đang hoạt động. Hãy sửa thư mục của nó trước.",
                    "No connector %s serves. Mend its folder first.", source));
  }
}
