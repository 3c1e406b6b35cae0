package city.nhip.engine.web;

import java.util.Map;

/**
 * Something that an open console page wants to know now. Published inside a transaction, it is sent
 * on after the commit.
 *
 * @param type {@code reading}, {@code firing}, {@code job}, {@code schedule}, {@code publication},
 *     {@code report}
 * @param id of the thing that changed
 * @param data what a list needs to show it
 */
public record LiveEvent(String type, String id, Map<String, Object> data) {
  public LiveEvent {
    data = Map.copyOf(data);
  }
}
