package city.nhip.scenarios.instance.lighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Draws als-1 nights of any size: zones of streets that cross, cabinets, events that raise classes,
 * two curtailments. Limits are drawn around a plan that keeps them, so each night has one; the
 * classes ask for more than it. Invented, no measured data.
 */
public final class AlsSketch {
  private static final int SLOTS = 48;
  private static final int LEVELS = 9;
  private static final int ZONE = 600;
  private static final int STREET = 12;
  private static final int CABINET = 16;
  private static final int RATIO = 200;

  /** What the witness of the limits lights by the hour from 18:00: level indexes. */
  private static final int[] PROFILE = {7, 7, 7, 6, 5, 4, 3, 3, 3, 3, 4, 6};

  private final Random random;
  private final int size;
  private final List<AlsNight.Group> groups = new ArrayList<>();
  private final List<List<String>> adjacency = new ArrayList<>();
  private final List<AlsNight.Junction> junctions = new ArrayList<>();
  private final List<AlsNight.Cabinet> cabinets = new ArrayList<>();
  private final List<AlsNight.Zone> zones = new ArrayList<>();
  private final List<AlsNight.Curtailment> curtailments = new ArrayList<>();

  private AlsSketch(int size, long seed) {
    this.size = size;
    this.random = new Random(seed);
  }

  /** The same size and seed always give the same night. */
  public static AlsNight night(int size, long seed) {
    AlsSketch sketch = new AlsSketch(size, seed);
    sketch.draw();
    int[] price = new int[SLOTS];
    int[] cost = new int[SLOTS];
    for (int t = 0; t < SLOTS; t++) {
      price[t] = t < 17 ? 3_200 : t < 41 ? 1_200 : 1_900;
      cost[t] = (price[t] + 200) / 4;
    }
    int[] levels = new int[LEVELS];
    Arrays.setAll(levels, l -> 20 + 10 * l);
    int[] multiplier = new int[LEVELS];
    Arrays.setAll(multiplier, i -> i * (i + 1) / 2);
    return new AlsNight(
        "als-1",
        "sketch-%d-%d".formatted(size, seed),
        SLOTS,
        15,
        levels,
        price,
        659,
        cost,
        multiplier,
        RATIO,
        sketch.zones,
        sketch.cabinets,
        sketch.curtailments,
        sketch.groups,
        sketch.adjacency,
        sketch.junctions);
  }

  private static int witness(int t) {
    return PROFILE[t / 4];
  }

  private void draw() {
    for (int from = 0; from < size; from += ZONE) {
      zone("Z" + (1 + from / ZONE), from, Math.min(size, from + ZONE));
    }
    long[] load = load(0, size);
    curtailments.add(
        new AlsNight.Curtailment("DR-city", "*", 3, 11, maximum(load, 3, 11) * 101 / 100));
  }

  private void zone(String zone, int from, int to) {
    int eventFrom = 8 + random.nextInt(16);
    int eventTo = eventFrom + 4 + random.nextInt(10);
    for (int g = from; g < to; g++) {
      String cabinet = zone + "-C" + (1 + (g - from) / CABINET);
      groups.add(group(zone + "-G" + (1 + g - from), cabinet, eventFrom, eventTo));
      if ((g - from) % STREET != 0) {
        adjacency.add(List.of(groups.get(g - 1).id(), groups.get(g).id()));
      }
      if (g - from >= STREET && (g - from) % 3 == 0) {
        adjacency.add(List.of(groups.get(g - STREET).id(), groups.get(g).id()));
      }
      if (g - from > STREET && (g - from) % 4 == 2) {
        junction(g);
      }
    }
    for (int first = from; first < to; first += CABINET) {
      cabinet(zone, first, Math.min(to, first + CABINET), 1 + (first - from) / CABINET);
    }
    long[] load = load(from, to);
    long energy = Arrays.stream(load).sum() * 15 / 60;
    zones.add(new AlsNight.Zone(zone, energy * 103 / 100));
    curtailments.add(new AlsNight.Curtailment("DR-" + zone, zone, 13, 21, maximum(load, 13, 21)));
  }

  private AlsNight.Group group(String id, String cabinet, int eventFrom, int eventTo) {
    int luminaires = 8 + random.nextInt(14);
    int rated = 60 + 10 * random.nextInt(12);
    int brightness = 1_000 + random.nextInt(400);
    int[] watts = new int[LEVELS];
    int[] lux = new int[LEVELS];
    for (int l = 0; l < LEVELS; l++) {
      double flux = 0.2 + 0.1 * l;
      watts[l] = (int) Math.round(luminaires * rated * (0.03 + 0.92 * flux + 0.05 * flux * flux));
      lux[l] = (int) Math.round(brightness * flux);
    }
    boolean event = random.nextInt(4) == 0;
    boolean legacy = random.nextInt(3) == 0;
    int above = random.nextInt(3);
    int shift = random.nextInt(5) - 2;
    StringBuilder required = new StringBuilder();
    StringBuilder floor = new StringBuilder();
    for (int t = 0; t < SLOTS; t++) {
      int wanted = witness(Math.floorMod(Math.min(SLOTS - 1, Math.max(0, t + shift)), SLOTS));
      boolean raised = event && t >= eventFrom && t < eventTo;
      required.append(Math.min(LEVELS - 1, wanted - 1 + above + (raised ? 2 : 0)));
      floor.append(Math.max(0, witness(t) - 3));
    }
    long shortfall = (long) luminaires * rated * (100 + random.nextInt(1_500));
    return new AlsNight.Group(
        id,
        cabinet,
        watts,
        lux,
        required.toString(),
        floor.toString(),
        legacy ? 6 : 8,
        2,
        LEVELS - 1,
        legacy ? 3 : 4,
        5_000L * (8 + random.nextInt(14)),
        shortfall);
  }

  private void junction(int g) {
    List<AlsNight.Arm> arms = new ArrayList<>();
    for (int arm : new int[] {g, g - 1, g - STREET}) {
      arms.add(new AlsNight.Arm(groups.get(arm).id(), 300 + random.nextInt(700)));
    }
    int[] needed = new int[SLOTS];
    for (int t = 0; t < SLOTS; t++) {
      int percent = 20 + 10 * witness(t);
      needed[t] = arms.stream().mapToInt(AlsNight.Arm::e).sum() * percent / 100;
    }
    junctions.add(new AlsNight.Junction("J" + (1 + junctions.size()), arms, needed));
  }

  private void cabinet(String zone, int from, int to, int number) {
    long most = maximum(load(from, to), 0, SLOTS);
    int[] caps = new int[SLOTS];
    Arrays.fill(caps, (int) (most * (101 + random.nextInt(8)) / 100));
    cabinets.add(new AlsNight.Cabinet(zone + "-C" + number, zone, caps));
  }

  private long[] load(int from, int to) {
    long[] load = new long[SLOTS];
    for (int g = from; g < to; g++) {
      for (int t = 0; t < SLOTS; t++) {
        load[t] += groups.get(g).powerW()[witness(t)];
      }
    }
    return load;
  }

  private static long maximum(long[] load, int from, int to) {
    return Arrays.stream(load, from, to).max().orElse(0);
  }
}
