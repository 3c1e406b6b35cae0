package city.nhip.engine.web;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends committed events to the open pages. A page that does not keep up is let go; it reconnects.
 */
@RestController
class LiveEvents {
  private static final int MOST_PAGES = 200;

  private final Set<SseEmitter> pages = ConcurrentHashMap.newKeySet();

  @GetMapping(path = "/api/events", produces = "text/event-stream")
  SseEmitter open() {
    if (pages.size() >= MOST_PAGES) {
      throw new Conflict("%d pages listen already. Close one.".formatted(MOST_PAGES));
    }
    SseEmitter page = new SseEmitter(0L);
    page.onCompletion(() -> pages.remove(page));
    page.onTimeout(() -> pages.remove(page));
    page.onError(gone -> pages.remove(page));
    pages.add(page);
    send(page, SseEmitter.event().comment("open"));
    return page;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void forward(LiveEvent event) {
    for (SseEmitter page : pages) {
      send(
          page,
          SseEmitter.event()
              .name(event.type())
              .data(Map.of("type", event.type(), "id", event.id(), "data", event.data())));
    }
  }

  @Scheduled(fixedRate = 15_000)
  void heartbeat() {
    pages.forEach(page -> send(page, SseEmitter.event().comment("beat")));
  }

  private void send(SseEmitter page, SseEmitter.SseEventBuilder event) {
    try {
      page.send(event);
    } catch (IOException | IllegalStateException gone) {
      pages.remove(page);
    }
  }
}
