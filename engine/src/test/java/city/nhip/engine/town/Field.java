package city.nhip.engine.town;

import city.nhip.engine.publication.Publication;
import city.nhip.engine.publication.SchedulePublisher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What stands in the streets: takes plans, refuses older ones, and fails when told to. */
public final class Field implements SchedulePublisher {
  private final Map<String, Acknowledgement> carried = new ConcurrentHashMap<>();
  private final List<Publication> received = new ArrayList<>();
  private final Map<String, List<DeviceReport>> said = new ConcurrentHashMap<>();
  private final Map<String, Queue<Runnable>> mishaps = new ConcurrentHashMap<>();

  /** The next plan for a scope arrives, and then this happens before the answer. */
  public void next(String scope, Runnable mishap) {
    mishaps.computeIfAbsent(scope, key -> new ArrayDeque<>()).add(mishap);
  }

  /** Somebody else gave the field a plan of this number. */
  public void carry(String scope, long sequence) {
    carried.put(scope, new Acknowledgement(sequence, "0".repeat(64)));
  }

  public synchronized List<Publication> received(UUID schedule) {
    return received.stream().filter(one -> one.scheduleId().equals(schedule)).toList();
  }

  /** What the devices of a scope say when they are asked. */
  public void say(String scope, List<DeviceReport> words) {
    said.put(scope, words);
  }

  @Override
  public List<DeviceReport> devices(String domain, String scope) {
    return said.getOrDefault(scope, List.of());
  }

  @Override
  public String target() {
    return "test-field";
  }

  @Override
  public boolean publishes(String domain) {
    return domain.equals("pumping");
  }

  @Override
  public synchronized Acknowledgement publish(Publication publication) {
    received.add(publication);
    Acknowledgement now =
        carried.merge(
            publication.scope(),
            new Acknowledgement(publication.sequence(), publication.hash()),
            (old, young) -> young.sequence() >= old.sequence() ? young : old);
    Runnable mishap = mishaps.getOrDefault(publication.scope(), new ArrayDeque<>()).poll();
    if (mishap != null) {
      mishap.run();
    }
    return now;
  }
}
