package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Plans at random that keep the sites' hard constraints, to judge a model of traffic by. */
public final class RandomTimings {
  private static final int SHORTEST = 40;
  private static final int SPREAD = 80;
  private static final double DROPPED = 0.35;

  private RandomTimings() {}

  /** One timing a site: stages left out, cycle, splits around today's, and offset at random. */
  public static List<Timing> of(SignalNetwork network, Random random) {
    Map<String, Integer> cycles = new HashMap<>();
    List<Timing> timings = new ArrayList<>();
    for (Intersection site : network.intersections()) {
      int own = SHORTEST + random.nextInt(SPREAD + 1);
      int cycle =
          site.coordination().isEmpty()
              ? own
              : cycles.computeIfAbsent(site.coordination(), name -> own);
      timings.add(timing(site, cycle, random));
    }
    return timings;
  }

  private static Timing timing(Intersection site, int cycle, Random random) {
    List<Timing.Green> greens = new ArrayList<>();
    for (Timing.Green green : site.today().greens()) {
      double weight = 0.25 + 1.5 * random.nextDouble();
      int minimum = site.stages().get(green.stage()).minimumGreen();
      greens.add(
          new Timing.Green(
              green.stage(),
              Math.max(minimum, (int) Math.round(minimum + 10 * weight * green.seconds()))));
    }
    for (int i = greens.size() - 1; i >= 0; i--) {
      List<Timing.Green> fewer = new ArrayList<>(greens);
      fewer.remove(i);
      if (random.nextDouble() < DROPPED
          && !fewer.isEmpty()
          && site.unserved(new Timing(0, 0, fewer)).isEmpty()
          && !site.startsElsewhere(new Timing(0, 0, fewer))) {
        greens = fewer;
      }
    }
    Timing timing = Timing.of(site, 0, greens).rescaled(site, cycle);
    return timing.withOffset(random.nextInt(Math.max(1, timing.cycle())));
  }
}
