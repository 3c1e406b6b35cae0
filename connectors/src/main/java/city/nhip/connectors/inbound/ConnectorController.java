package city.nhip.connectors.inbound;

import city.nhip.connectors.folder.Connector;
import city.nhip.connectors.inbound.DeadLetters.DeadLetter;
import city.nhip.connectors.inbound.DeadLetters.Status;
import city.nhip.engine.city.Localized;
import city.nhip.engine.web.Stale;
import city.nhip.rules.intake.RawReading;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an integrator watches: connectors, their messages, what could not be used. */
@RestController
class ConnectorController {
  private static final int PAGE = 100;

  private final Connectors connectors;
  private final ConnectorRoutes routes;
  private final MessageLog log;
  private final DeadLetters letters;
  private final Redrive redrive;
  private final Clock clock;

  ConnectorController(
      Connectors connectors,
      ConnectorRoutes routes,
      MessageLog log,
      DeadLetters letters,
      Redrive redrive,
      Clock clock) {
    this.connectors = connectors;
    this.routes = routes;
    this.log = log;
    this.letters = letters;
    this.redrive = redrive;
    this.clock = clock;
  }

  /**
   * @param state {@code SERVING}, {@code SERVING_OLD} (the files are broken) or {@code BROKEN}
   * @param route Camel's word for the routes' state
   * @param problem what is wrong with the files
   */
  record ConnectorView(
      String name,
      @Nullable Localized title,
      String state,
      @Nullable String route,
      @Nullable String problem,
      Traffic.Counts traffic,
      int openLetters) {}

  /** A message in a list. */
  record MessageView(
      long id,
      Instant receivedAt,
      int bytes,
      int accepted,
      int duplicates,
      int rejected,
      @Nullable Localized problem) {
    static MessageView of(MessageLog.Logged it) {
      return new MessageView(
          it.id(),
          it.receivedAt(),
          it.bytes(),
          it.accepted(),
          it.duplicates(),
          it.rejected(),
          it.problem());
    }
  }

  /**
   * A message's way: what came, the tree that it was read as, what the mapping of today makes of
   * it, and the readings that it became.
   */
  record MessageWay(
      MessageView message,
      String source,
      String payload,
      java.util.Map<String, String> headers,
      @Nullable Object tree,
      List<RawReading> mapped,
      @Nullable Localized problemNow,
      List<Long> readings) {}

  /** A letter, corrected. */
  record Correction(@Nullable String payload) {}

  @GetMapping("/api/connectors")
  List<ConnectorView> list() {
    return connectors.list().stream().map(this::view).toList();
  }

  private ConnectorView view(Connectors.Entry entry) {
    String state =
        entry.problem() == null
            ? "SERVING"
            : entry.serving().isPresent() ? "SERVING_OLD" : "BROKEN";
    return new ConnectorView(
        entry.name(),
        entry.serving().map(it -> it.file().title()).orElse(null),
        state,
        entry.serving().map(routes::status).orElse(null),
        entry.problem(),
        log.traffic(entry.name()).counts(clock.instant()),
        letters.open(entry.name()));
  }

  /** The newest {@value #PAGE} before {@code before}. */
  @GetMapping("/api/connectors/{name}/messages")
  List<MessageView> messages(
      @PathVariable String name, @RequestParam(defaultValue = "9223372036854775807") long before) {
    return log.list(name, before, PAGE).stream().map(MessageView::of).toList();
  }

  @GetMapping("/api/messages/{id}")
  MessageWay way(@PathVariable long id) {
    MessageLog.Logged it =
        log.find(id)
            .orElseThrow(
                () -> new NoSuchElementException("Message " + id + " is unknown or forgotten."));
    Optional<Connector.Steps> steps =
        connectors
            .find(it.source())
            .map(one -> one.walk(it.payload(), it.headers(), it.receivedAt().toString()));
    return new MessageWay(
        MessageView.of(it),
        it.source(),
        new String(it.payload(), StandardCharsets.UTF_8),
        it.headers(),
        steps.map(Connector.Steps::tree).orElse(null),
        steps.map(Connector.Steps::readings).orElse(List.of()),
        steps.map(Connector.Steps::problem).orElse(null),
        it.readings());
  }

  /** Back from a reading to the bytes that brought it. */
  @GetMapping("/api/messages")
  List<MessageView> ofReading(@RequestParam long reading) {
    return log.ofReading(reading).stream().map(MessageView::of).toList();
  }

  /** The newest {@value #PAGE} before {@code before}. */
  @GetMapping("/api/dead-letters")
  List<DeadLetter> letters(
      @RequestParam Optional<String> source,
      @RequestParam(defaultValue = "OPEN") Status status,
      @RequestParam(defaultValue = "9223372036854775807") long before) {
    return letters.list(source.orElse(null), status, before, PAGE);
  }

  @GetMapping("/api/dead-letters/{id}")
  DeadLetter letter(@PathVariable long id) {
    return letters
        .find(id)
        .orElseThrow(
            () -> new NoSuchElementException("Letter " + id + " is unknown or forgotten."));
  }

  @PostMapping("/api/dead-letters/{id}/redrive")
  Redrive.Result redrive(
      @PathVariable long id,
      @RequestBody(required = false) @Nullable Correction correction,
      @RequestHeader("If-Match") Optional<String> match,
      Principal who)
      throws InterruptedException {
    return redrive.one(
        letter(id, match), Optional.ofNullable(correction).map(Correction::payload), who.getName());
  }

  @PostMapping("/api/dead-letters/redrive")
  Redrive.Results redriveAll(@RequestParam String source, Principal who)
      throws InterruptedException {
    return redrive.all(source, who.getName());
  }

  @PostMapping("/api/dead-letters/{id}/discard")
  void discard(
      @PathVariable long id, @RequestHeader("If-Match") Optional<String> match, Principal who) {
    letters.settle(letter(id, match).id(), Status.DISCARDED, who.getName());
  }

  private DeadLetter letter(long id, Optional<String> match) {
    DeadLetter letter = letter(id);
    Stale.check(match, letter.tag());
    return letter;
  }
}
