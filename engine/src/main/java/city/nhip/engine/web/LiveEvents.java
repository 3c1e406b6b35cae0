package city.nhip.engine.web;

import city.nhip.engine.web.LivePage.Message;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** Sends committed events to the open pages, without making those who committed wait. */
@RestController
class LiveEvents implements AutoCloseable {
  private static final int MOST_PAGES = 200;

  private final Set<LivePage> pages = ConcurrentHashMap.newKeySet();
  private final JsonMapper json;
  private final ThreadPoolExecutor senders =
      new ThreadPoolExecutor(
          0,
          2 * MOST_PAGES,
          30,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          new CustomizableThreadFactory("live-page-"),
          new ThreadPoolExecutor.DiscardPolicy());
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("live-beat-"));

  LiveEvents(JsonMapper json) {
    this.json = json;
    var unused = heart.scheduleAtFixedRate(() -> offer(Message.BEAT), 10, 10, TimeUnit.SECONDS);
  }

  @GetMapping(path = "/api/events", produces = "text/event-stream")
  SseEmitter open() {
    if (pages.size() >= MOST_PAGES) {
      throw new Conflict(
          "Đã có %d trang đang theo dõi. Hãy đóng bớt một trang.",
          "%d pages listen already. Close one.", MOST_PAGES);
    }
    SseEmitter emitter = new SseEmitter(0L);
    LivePage page = new LivePage(emitter, senders, pages::remove);
    pages.add(page);
    page.offer(Message.BEAT);
    return emitter;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void forward(LiveEvent event) {
    if (!pages.isEmpty()) {
      offer(
          new Message(
              event.type(),
              event.type() + " " + event.id(),
              json.writeValueAsString(
                  Map.of("type", event.type(), "id", event.id(), "data", event.data()))));
    }
  }

  private void offer(Message message) {
    pages.forEach(page -> page.offer(message));
  }

  /** Open pages would hold up a graceful stop. */
  @EventListener(ContextClosedEvent.class)
  void goodbye() {
    pages.forEach(LivePage::letGo);
  }

  @Override
  public void close() {
    heart.shutdownNow();
    senders.shutdownNow();
  }
}
