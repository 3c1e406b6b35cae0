package city.nhip.engine.planning.lighting;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Picks the few groups that are planned anew together, within one worker's part of the city. */
final class Regions {
  private static final int FEWEST = 3;
  private static final int SPREAD = 8;
  private static final int TRIES = 40;

  private final NightLayout night;
  private final int[][] neighbours;

  Regions(NightLayout night) {
    this.night = night;
    this.neighbours = new int[night.size][];
    for (int g = 0; g < night.size; g++) {
      Set<Integer> near = new TreeSet<>();
      for (Pair pair : night.pairsOf[g]) {
        near.add(pair.bright == g ? pair.dark : pair.bright);
      }
      for (Crossing crossing : night.crossingsOf[g]) {
        Arrays.stream(crossing.groups).forEach(near::add);
      }
      near.remove(g);
      neighbours[g] = near.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /**
   * @param part the groups to pick from, in ascending order
   */
  int[] pick(int[] part, Random random) {
    int wanted = Math.min(part.length, FEWEST + random.nextInt(SPREAD));
    int first = part[random.nextInt(part.length)];
    Set<Integer> region = new LinkedHashSet<>();
    region.add(first);
    switch (random.nextInt(3)) {
      case 0 -> spread(region, wanted);
      case 1 -> sharing(region, first, part, wanted, random);
      default -> {
        spread(region, (wanted + 1) / 2);
        Set<Integer> other = new LinkedHashSet<>();
        other.add(part[random.nextInt(part.length)]);
        spread(other, wanted / 2);
        region.addAll(other);
      }
    }
    return region.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The groups around a broken limit.
   *
   * @return empty where nothing is broken
   */
  int[] pickBroken(LightState state, int[] part, Random random) {
    int start = random.nextInt(part.length);
    for (int i = 0; i < part.length; i++) {
      int g = part[(start + i) % part.length];
      if (state.broken(g) > 0) {
        Set<Integer> region = new LinkedHashSet<>();
        region.add(g);
        int wanted = Math.min(part.length, FEWEST + random.nextInt(2 * SPREAD));
        if (random.nextBoolean()) {
          spread(region, wanted);
        } else {
          sharing(region, g, part, wanted, random);
        }
        return region.stream().mapToInt(Integer::intValue).toArray();
      }
    }
    return new int[0];
  }

  private void spread(Set<Integer> region, int wanted) {
    int[] queue = new int[wanted + 1];
    int filled = 0;
    for (int g : region) {
      queue[filled++] = g;
    }
    for (int i = 0; i < filled && region.size() < wanted; i++) {
      for (int next : neighbours[queue[i]]) {
        if (region.size() < wanted && region.add(next)) {
          queue[filled++] = next;
        }
      }
    }
  }

  /** Groups that share a sum with the first one: the least sum mostly, its cabinet. */
  private void sharing(Set<Integer> region, int first, int[] part, int wanted, Random random) {
    int[] sums = night.sumsOf[first];
    if (sums.length == 0) {
      spread(region, wanted);
      return;
    }
    int chosen = sums[random.nextInt(sums.length)];
    for (int s : sums) {
      boolean smaller = night.sums[s].groups().length < night.sums[chosen].groups().length;
      chosen = smaller && random.nextInt(4) > 0 ? s : chosen;
    }
    int[] members = night.sums[chosen].groups();
    for (int i = 0; i < TRIES && region.size() < wanted; i++) {
      int g = members[random.nextInt(members.length)];
      if (Arrays.binarySearch(part, g) >= 0) {
        region.add(g);
      }
    }
  }
}
