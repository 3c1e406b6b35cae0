package city.nhip.engine.planning.lighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The city split among workers so that only wide sums (a curtailment of the whole city) are shared:
 * neighbours, crossings, cabinets and zones stay together.
 */
final class Parts {
  /** A sum over more than this share of all groups may be split. */
  private static final double WIDE = 0.6;

  private final NightLayout night;
  private final List<int[]> components = new ArrayList<>();

  Parts(NightLayout night) {
    this.night = night;
    int[] root = new int[night.size];
    Arrays.setAll(root, g -> g);
    for (Pair pair : night.pairs) {
      join(root, pair.bright, pair.dark);
    }
    for (Crossing crossing : night.crossings) {
      Arrays.stream(crossing.groups).forEach(g -> join(root, g, crossing.groups[0]));
    }
    for (Coupling sum : night.sums) {
      if (!wide(sum)) {
        Arrays.stream(sum.groups()).forEach(g -> join(root, g, sum.groups()[0]));
      }
    }
    List<List<Integer>> byRoot = new ArrayList<>();
    int[] place = new int[night.size];
    Arrays.fill(place, -1);
    for (int g = 0; g < night.size; g++) {
      int of = find(root, g);
      if (place[of] < 0) {
        place[of] = byRoot.size();
        byRoot.add(new ArrayList<>());
      }
      byRoot.get(place[of]).add(g);
    }
    byRoot.forEach(all -> components.add(all.stream().mapToInt(Integer::intValue).toArray()));
    components.sort((a, b) -> Integer.compare(b.length, a.length));
  }

  private boolean wide(Coupling sum) {
    return sum.groups().length > WIDE * night.size;
  }

  /**
   * @return for each worker that gets any its groups, ascending; about equally many
   */
  List<int[]> split(int workers) {
    int count = Math.min(workers, components.size());
    List<List<Integer>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new ArrayList<>());
    }
    for (int[] component : components) {
      List<Integer> smallest = parts.get(0);
      for (List<Integer> part : parts) {
        smallest = part.size() < smallest.size() ? part : smallest;
      }
      for (int g : component) {
        smallest.add(g);
      }
    }
    return parts.stream()
        .map(part -> part.stream().mapToInt(Integer::intValue).sorted().toArray())
        .toList();
  }

  /** Which sums have groups in several parts. */
  boolean[] shared(List<int[]> parts) {
    int[] partOf = new int[night.size];
    for (int p = 0; p < parts.size(); p++) {
      for (int g : parts.get(p)) {
        partOf[g] = p;
      }
    }
    boolean[] shared = new boolean[night.sums.length];
    for (int s = 0; s < shared.length; s++) {
      int[] groups = night.sums[s].groups();
      shared[s] = Arrays.stream(groups).anyMatch(g -> partOf[g] != partOf[groups[0]]);
    }
    return shared;
  }

  private static int find(int[] root, int g) {
    int at = g;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  private static void join(int[] root, int a, int b) {
    root[find(root, a)] = find(root, b);
  }
}
