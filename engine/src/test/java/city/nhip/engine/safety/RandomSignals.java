package city.nhip.engine.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A site drawn at random, and plans for it: about half are sound, the others have been touched. */
final class RandomSignals {
  private final Random random;
  final int yellow;
  final int allRed;
  final boolean[] walks;
  final int[] minimum;
  final int[] crossing;
  final boolean[][] conflicts;

  /** Whether the first yields to the second. */
  final boolean[][] yields;

  /** Seconds in the file, 0 where nothing conflicts. */
  final int[][] clearance;

  /** A letter a group: G, g or r. */
  final List<String> stages = new ArrayList<>();

  record Step(int stage, String kind, int seconds, String state) {}

  record Plan(int cycle, int offset, List<int[]> greens, List<Step> steps) {
    String json() {
      return """
          {"format":"nhip-signals-1","scope":"north","validFrom":"2026-01-01T00:00:00Z",
          "validTo":"2026-01-01T01:00:00Z","afterwards":"time-of-day","intersections":[{"id":"X1","cycleSeconds":%d,"offsetSeconds":%d,
          "groups":[%s],"stages":[%s],"steps":[%s]}]}"""
          .formatted(
              cycle,
              offset,
              names(steps.isEmpty() ? 0 : steps.get(0).state().length()),
              greens.stream()
                  .map(g -> "{\"stage\":\"S%d\",\"greenSeconds\":%d}".formatted(g[0], g[1]))
                  .collect(Collectors.joining(",")),
              steps.stream()
                  .map(
                      s ->
                          "{\"stage\":\"S%d\",\"kind\":\"%s\",\"seconds\":%d,\"state\":\"%s\"}"
                              .formatted(s.stage(), s.kind(), s.seconds(), s.state()))
                  .collect(Collectors.joining(",")));
    }
  }

  RandomSignals(Random random) {
    this.random = random;
    int count = 3 + random.nextInt(5);
    yellow = 3 + random.nextInt(3);
    allRed = random.nextInt(4);
    walks = new boolean[count];
    minimum = new int[count];
    crossing = new int[count];
    conflicts = new boolean[count][count];
    yields = new boolean[count][count];
    clearance = new int[count][count];
    for (int g = 0; g < count; g++) {
      walks[g] = random.nextInt(4) == 0;
      minimum[g] = 4 + random.nextInt(5);
      crossing[g] = walks[g] ? 3 + random.nextInt(12) : 0;
      for (int other = 0; other < g; other++) {
        if (random.nextBoolean() && !(walks[g] && walks[other])) {
          conflicts[g][other] = true;
          conflicts[other][g] = true;
          clearance[g][other] = 2 + random.nextInt(7);
          clearance[other][g] = 2 + random.nextInt(7);
          yields[g][other] = !walks[g] && random.nextInt(3) == 0;
          yields[other][g] = !walks[other] && random.nextInt(5) == 0;
        }
      }
    }
    while (stages.size() < 2 || unserved() >= 0) {
      stages.add(stage(Math.max(0, unserved())));
    }
  }

  private int unserved() {
    for (int g = 0; g < walks.length; g++) {
      int group = g;
      if (stages.stream().allMatch(stage -> stage.charAt(group) == 'r')) {
        return g;
      }
    }
    return -1;
  }

  private String stage(int first) {
    char[] shown = new char[walks.length];
    Arrays.fill(shown, 'r');
    shown[first] = 'G';
    List<Integer> order = new ArrayList<>(IntStream.range(0, walks.length).boxed().toList());
    Collections.shuffle(order, random);
    for (int g : order) {
      if (shown[g] == 'r' && fits(g, 'G', shown)) {
        shown[g] = 'G';
      } else if (shown[g] == 'r' && !walks[g] && fits(g, 'g', shown)) {
        shown[g] = 'g';
      }
    }
    return new String(shown);
  }

  private boolean fits(int group, char letter, char[] shown) {
    for (int other = 0; other < shown.length; other++) {
      boolean gives = letter == 'g' && yields[group][other];
      boolean takes = shown[other] == 'g' && yields[other][group];
      if (conflicts[group][other] && shown[other] != 'r' && !gives && !takes) {
        return false;
      }
    }
    return true;
  }

  static String names(int count) {
    return IntStream.range(0, count)
        .mapToObj(g -> "\"G" + g + "\"")
        .collect(Collectors.joining(","));
  }

  /** Every third vehicle group turns into a street. */
  boolean straightOn(int group) {
    return !walks[group] && group % 3 != 0;
  }

  String json() {
    List<String> groups = new ArrayList<>();
    List<String> pairs = new ArrayList<>();
    List<String> clearances = new ArrayList<>();
    for (int g = 0; g < walks.length; g++) {
      int group = g;
      groups.add(
          "{\"id\":\"G%d\",\"kind\":\"%s\",\"turns\":[%s],\"minimumGreenSeconds\":%d,\"crossingMetres\":%d,\"yieldsTo\":[%s]}"
              .formatted(
                  g,
                  walks[g] ? "pedestrian" : "vehicle",
                  walks[g] ? "" : straightOn(g) ? "\"through\"" : "\"right\"",
                  minimum[g],
                  crossing[g],
                  listed(other -> yields[group][other])));
      for (int other = 0; other < walks.length; other++) {
        if (conflicts[g][other]) {
          clearances.add(
              "{\"from\":\"G%d\",\"to\":\"G%d\",\"seconds\":%d}"
                  .formatted(g, other, clearance[g][other]));
          if (g < other) {
            pairs.add("{\"one\":\"G%d\",\"other\":\"G%d\"}".formatted(g, other));
          }
        }
      }
    }
    List<String> all = new ArrayList<>();
    for (int s = 0; s < stages.size(); s++) {
      String shown = stages.get(s);
      all.add(
          "{\"id\":\"S%d\",\"green\":[%s],\"yielding\":[%s]}"
              .formatted(
                  s, listed(g -> shown.charAt(g) == 'G'), listed(g -> shown.charAt(g) == 'g')));
    }
    return String.format(
        Locale.ROOT,
        """
        {"walkingSpeedMetresPerSecond":1.1,"intersections":[{"id":"X1","zone":"north","yellowSeconds":%d,
        "allRedSeconds":%d,"groups":[%s],"conflicts":[%s],"clearances":[%s],"stages":[%s],
        "fixedPlan":{"stages":[{"stage":"S0"}]}}]}""",
        yellow,
        allRed,
        String.join(",", groups),
        String.join(",", pairs),
        String.join(",", clearances),
        String.join(",", all));
  }

  private String listed(IntPredicate which) {
    return IntStream.range(0, walks.length)
        .filter(which)
        .mapToObj(g -> "\"G" + g + "\"")
        .collect(Collectors.joining(","));
  }

  Plan plan() {
    List<Integer> order = new ArrayList<>();
    for (int s = 1; s < stages.size(); s++) {
      order.add(s);
    }
    Collections.shuffle(order, random);
    order.add(random.nextInt(12) == 0 ? order.size() : 0, 0);
    if (order.size() > 2 && random.nextInt(6) == 0) {
      order.remove(1 + random.nextInt(order.size() - 1));
    }
    int red = random.nextInt(5) == 0 ? random.nextInt(6) : 9;
    List<Step> steps = new ArrayList<>();
    List<int[]> greens = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      int stage = order.get(i);
      String next = stages.get(order.get((i + 1) % order.size()));
      add(steps, greens, stage, next, red);
    }
    while (random.nextInt(2) == 0) {
      touch(steps, greens);
    }
    int cycle = steps.stream().mapToInt(Step::seconds).sum() - (random.nextInt(60) == 0 ? 1 : 0);
    return new Plan(cycle, random.nextInt(Math.max(2, cycle)), greens, steps);
  }

  private void add(List<Step> steps, List<int[]> greens, int stage, String next, int red) {
    String state = stages.get(stage);
    char[] cleared = state.toCharArray();
    char[] yellows = state.toCharArray();
    char[] reds = state.toCharArray();
    for (int g = 0; g < walks.length; g++) {
      char letter = state.charAt(g);
      boolean stays = next.charAt(g) != 'r' && !(letter == 'G' && next.charAt(g) == 'g');
      if (letter == 'r' || (stays && !walks[g] && random.nextInt(4) > 0)) {
        continue;
      }
      cleared[g] = walks[g] ? 'r' : letter;
      yellows[g] = walks[g] ? 'r' : 'y';
      reds[g] = 'r';
    }
    int green = 8 + random.nextInt(12);
    int cut = state.equals(new String(cleared)) ? 0 : random.nextInt(8);
    steps.add(new Step(stage, "green", green, state));
    if (cut > 0) {
      steps.add(new Step(stage, "walk-clearance", cut, new String(cleared)));
    }
    greens.add(new int[] {stage, green + cut});
    steps.add(new Step(stage, "yellow", yellow, new String(yellows)));
    if (red > 0) {
      steps.add(new Step(stage, "all-red", red, new String(reds)));
    }
  }

  /** Changes a letter or a duration, drops, doubles or moves a step. */
  private void touch(List<Step> steps, List<int[]> greens) {
    int at = random.nextInt(steps.size());
    Step step = steps.get(at);
    switch (random.nextInt(7)) {
      case 0, 1 -> {
        char[] state = step.state().toCharArray();
        state[random.nextInt(state.length)] = "Ggyr".charAt(random.nextInt(4));
        steps.set(at, new Step(step.stage(), step.kind(), step.seconds(), new String(state)));
      }
      case 2, 3 -> {
        int seconds = Math.max(1, step.seconds() + random.nextInt(7) - 3);
        steps.set(at, new Step(step.stage(), step.kind(), seconds, step.state()));
      }
      case 4 -> {
        if (steps.size() > 1) {
          steps.remove(at);
        }
      }
      case 5 -> {
        // The same display told in two steps is no change at all.
        if (step.seconds() > 1 && !step.kind().equals("green")) {
          steps.set(at, new Step(step.stage(), step.kind(), 1, step.state()));
          steps.add(at, new Step(step.stage(), step.kind(), step.seconds() - 1, step.state()));
        }
      }
      default -> {
        int[] green = greens.get(random.nextInt(greens.size()));
        green[1] += random.nextInt(3) - 1;
      }
    }
  }
}
