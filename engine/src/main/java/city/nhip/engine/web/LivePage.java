package city.nhip.engine.web;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open page. Of each thing only the newest event waits for it: a slow page misses steps in
 * between, never the last word, and slows nobody.
 */
final class LivePage {
  private static final int MOST_WAITING = 5_000;

  private final SseEmitter emitter;
  private final Executor senders;
  private final Consumer<LivePage> gone;
  private final Map<String, Message> waiting = new LinkedHashMap<>();
  private boolean sending;

  LivePage(SseEmitter emitter, Executor senders, Consumer<LivePage> gone) {
    this.emitter = emitter;
    this.senders = senders;
    this.gone = gone;
    emitter.onCompletion(() -> gone.accept(this));
    emitter.onTimeout(() -> gone.accept(this));
    emitter.onError(broken -> gone.accept(this));
  }

  /**
   * What goes over the wire.
   *
   * @param thing what it is about; a newer message about the same thing replaces this one
   * @param json empty for a sign of life
   */
  record Message(String type, String thing, String json) {
    static final Message BEAT = new Message("beat", "beat", "");

    SseEmitter.SseEventBuilder event() {
      return json.isEmpty()
          ? SseEmitter.event().comment(type)
          : SseEmitter.event().name(type).data(json);
    }
  }

  /** Never blocks. */
  void offer(Message message) {
    synchronized (waiting) {
      waiting.remove(message.thing());
      waiting.put(message.thing(), message);
      if (waiting.size() > MOST_WAITING) {
        letGo();
        return;
      }
      if (sending) {
        return;
      }
      sending = true;
    }
    senders.execute(this::sendAll);
  }

  private void sendAll() {
    try {
      for (Message next = next(); next != null; next = next()) {
        emitter.send(next.event());
      }
    } catch (IOException | IllegalStateException broken) {
      letGo();
    }
  }

  private @Nullable Message next() {
    synchronized (waiting) {
      Iterator<Message> first = waiting.values().iterator();
      if (!first.hasNext()) {
        sending = false;
        return null;
      }
      Message next = first.next();
      first.remove();
      return next;
    }
  }

  /** The browser connects again and loads what it shows. */
  void letGo() {
    gone.accept(this);
    senders.execute(emitter::complete);
  }
}
