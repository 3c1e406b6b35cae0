package city.nhip.rules.session;

import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of the latest requests: within its cooldown a rule is heard once. */
final class RecentKeys<K> {
  private final Map<K, Boolean> keys;

  RecentKeys(int most) {
    keys =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Boolean> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * @return false when it was there
   */
  boolean add(K key) {
    return keys.put(key, true) == null;
  }
}
