package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One intersection's plan: the decisions, and nothing that follows from them.
 *
 * @param cycle seconds
 * @param offset seconds by which the cycle starts after the common zero
 * @param greens the stages that run, in order; a stage that is not named is left out
 */
public record Timing(int cycle, int offset, List<Green> greens) {
  /**
   * @param stage index among the intersection's stages
   * @param seconds of green
   * @param keptPercent of the seconds that are shown at least where greens may end early, 0 to 100;
   *     the stage's minimum stays kept
   */
  public record Green(int stage, int seconds, int keptPercent) {
    /** A queue that starts leaves gaps: with no better knowledge most of a green is kept. */
    private static final int KEPT = 70;

    public Green {
      if (keptPercent < 0 || keptPercent > 100) {
        throw new IllegalArgumentException(
            "A green keeps %d percent of itself. Give 0 to 100.".formatted(keptPercent));
      }
    }

    public Green(int stage, int seconds) {
      this(stage, seconds, KEPT);
    }

    Green lasting(int other) {
      return new Green(stage, other, keptPercent);
    }

    int kept() {
      return Math.round(keptPercent * seconds / 100f);
    }
  }

  public Timing {
    greens = List.copyOf(greens);
  }

  /** With the cycle that the greens and the site's intergreens come to. */
  public static Timing of(Intersection site, int offset, List<Green> greens) {
    int cycle = site.lostTime(greens) + greens.stream().mapToInt(Green::seconds).sum();
    return new Timing(cycle, Math.floorMod(offset, Math.max(1, cycle)), greens);
  }

  Timing withOffset(int seconds) {
    return new Timing(cycle, Math.floorMod(seconds, Math.max(1, cycle)), greens);
  }

  /** The same signals at the same seconds, told from another stage on; as it is where none runs. */
  public Timing startingWith(Intersection site, int stage) {
    int first = 0;
    int before = 0;
    while (first < greens.size() && greens.get(first).stage() != stage) {
      int next = greens.get((first + 1) % greens.size()).stage();
      before += greens.get(first).seconds() + site.intergreen(greens.get(first).stage(), next);
      first++;
    }
    if (first == greens.size()) {
      return this;
    }
    List<Green> turned = new ArrayList<>(greens);
    Collections.rotate(turned, -first);
    return new Timing(cycle, Math.floorMod(offset + before, Math.max(1, cycle)), turned);
  }

  /** The same stages with their greens stretched to another cycle; minima stay kept. */
  public Timing rescaled(Intersection site, int wanted) {
    int lost = site.lostTime(greens);
    int weight = 0;
    for (Green green : greens) {
      Stage stage = site.stages().get(green.stage());
      lost += stage.minimumGreen();
      weight += Math.max(0, green.seconds() - stage.minimumGreen());
    }
    int room = Math.max(0, wanted - lost);
    List<Green> stretched = new ArrayList<>(greens.size());
    int given = 0;
    int seen = 0;
    for (int i = 0; i < greens.size(); i++) {
      Green green = greens.get(i);
      Stage stage = site.stages().get(green.stage());
      seen += Math.max(0, green.seconds() - stage.minimumGreen());
      int share =
          weight == 0
              ? (int) ((long) room * (i + 1) / greens.size())
              : (int) ((long) room * seen / weight);
      stretched.add(green.lasting(stage.minimumGreen() + share - given));
      given = share;
    }
    int moved = cycle == 0 ? 0 : (int) Math.round((double) offset * wanted / cycle);
    return of(site, moved, stretched);
  }

  /** Of the step's stage, which runs. */
  Green green(Step step) {
    return greens.stream()
        .filter(green -> green.stage() == step.stage())
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("Stage %d does not run.".formatted(step.stage())));
  }

  /** Whether no green may end early: then it keeps to its offset. */
  public boolean steady() {
    return greens.stream().allMatch(green -> green.keptPercent() == 100);
  }

  /** The same, with greens that never end early. */
  Timing kept() {
    return keeping(100);
  }

  /**
   * @param percent of each green that is shown at least where greens may end early, 0 to 100; the
   *     stage's minimum stays kept
   */
  public Timing keeping(int percent) {
    return new Timing(
        cycle,
        offset,
        greens.stream().map(it -> new Green(it.stage(), it.seconds(), percent)).toList());
  }

  boolean runs(int stage) {
    return greens.stream().anyMatch(green -> green.stage() == stage);
  }
}
