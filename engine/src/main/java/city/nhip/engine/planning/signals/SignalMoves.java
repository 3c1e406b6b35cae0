package city.nhip.engine.planning.signals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/**
 * The changes that a signal engineer would try: move green between stages, lengthen or shorten the
 * cycle, shift the offset or the margin in which a green may end early, leave out a stage or take
 * it in again, exchange two stages. All keep the hard constraints of the site and the coordination
 * group's common cycle.
 */
public final class SignalMoves implements MoveIteratorFactory<SignalPlan, Retime> {
  private static final int LONGEST_SHIFT = 8;
  private static final int TRIES = 20;

  public SignalMoves() {}

  @Override
  public long getSize(ScoreDirector<SignalPlan> director) {
    return 1_000L * director.getWorkingSolution().intersections().size();
  }

  @Override
  public Iterator<Retime> createOriginalMoveIterator(ScoreDirector<SignalPlan> director) {
    throw new UnsupportedOperationException("Signal moves are drawn at random only.");
  }

  @Override
  public Iterator<Retime> createRandomMoveIterator(
      ScoreDirector<SignalPlan> director, Random random) {
    SignalPlan plan = director.getWorkingSolution();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Retime next() {
        return draw(plan, random);
      }
    };
  }

  static Retime draw(SignalPlan plan, Random random) {
    List<IntersectionTiming> all = plan.intersections();
    IntersectionTiming it = all.get(random.nextInt(all.size()));
    if (plan.pins().contains(it.id())) {
      return nothing(it);
    }
    boolean gapOut = plan.network().gapOut();
    for (int i = 0; i < TRIES; i++) {
      Optional<Retime> move =
          switch (random.nextInt(10)) {
            case 0, 1, 2 -> transferGreen(it, random);
            case 3, 4, 5 -> changeCycle(plan, it, random);
            case 6 -> gapOut ? changeMargin(it, random) : shiftOffset(it, random);
            case 7 ->
                gapOut && !it.timing().steady()
                    ? one("keep greens", it, it.timing().kept())
                    : shiftOffset(it, random);
            case 8 -> dropOrRestore(it, random);
            default -> exchangeStages(it, random);
          };
      if (move.isPresent()) {
        return move.get();
      }
    }
    return nothing(it);
  }

  private static Retime nothing(IntersectionTiming it) {
    return new Retime("nothing", List.of(it), List.of(it.timing()));
  }

  private static Optional<Retime> transferGreen(IntersectionTiming it, Random random) {
    List<Timing.Green> greens = new ArrayList<>(it.timing().greens());
    if (greens.size() < 2) {
      return Optional.empty();
    }
    int from = random.nextInt(greens.size());
    int to = random.nextInt(greens.size());
    Timing.Green giver = greens.get(from);
    int spare = giver.seconds() - it.site().stages().get(giver.stage()).minimumGreen();
    if (from == to || spare < 1) {
      return Optional.empty();
    }
    int seconds = 1 + random.nextInt(Math.min(spare, LONGEST_SHIFT));
    Timing.Green taker = greens.get(to);
    greens.set(from, giver.lasting(giver.seconds() - seconds));
    greens.set(to, taker.lasting(taker.seconds() + seconds));
    return one("transfer green", it, Timing.of(it.site(), it.timing().offset(), greens));
  }

  private static Optional<Retime> changeCycle(
      SignalPlan plan, IntersectionTiming it, Random random) {
    int by = shift(random);
    if (it.site().coordination().isEmpty() && random.nextBoolean()) {
      return stretchOne(it, by, random);
    }
    int cycle = it.timing().cycle() + by;
    List<IntersectionTiming> group =
        it.site().coordination().isEmpty()
            ? List.of(it)
            : plan.intersections().stream()
                .filter(other -> other.site().coordination().equals(it.site().coordination()))
                .toList();
    if (group.stream().anyMatch(member -> plan.pins().contains(member.id()))) {
      return Optional.empty();
    }
    List<Timing> rescaled = new ArrayList<>();
    for (IntersectionTiming member : group) {
      Timing timing = member.timing().rescaled(member.site(), cycle);
      if (timing.cycle() != cycle || member.site().outsideRange(cycle) > 0) {
        return Optional.empty();
      }
      rescaled.add(timing);
    }
    return Optional.of(new Retime("change cycle", group, rescaled));
  }

  private static Optional<Retime> stretchOne(IntersectionTiming it, int by, Random random) {
    List<Timing.Green> greens = new ArrayList<>(it.timing().greens());
    int index = random.nextInt(greens.size());
    Timing.Green green = greens.get(index);
    int seconds = green.seconds() + by;
    if (seconds < it.site().stages().get(green.stage()).minimumGreen()
        || it.site().outsideRange(it.timing().cycle() + by) > 0) {
      return Optional.empty();
    }
    greens.set(index, green.lasting(seconds));
    return one("stretch green", it, Timing.of(it.site(), it.timing().offset(), greens));
  }

  /** The least of a green changes, its most or both. */
  private static Optional<Retime> changeMargin(IntersectionTiming it, Random random) {
    List<Timing.Green> greens = new ArrayList<>(it.timing().greens());
    int index = random.nextInt(greens.size());
    Timing.Green green = greens.get(index);
    int minimum = it.site().stages().get(green.stage()).minimumGreen();
    int least = green.kept() + (random.nextInt(3) == 0 ? 0 : shift(random));
    boolean free = it.site().coordination().isEmpty();
    int most = green.seconds() + (!free || random.nextInt(3) == 0 ? 0 : shift(random));
    int cycle = it.timing().cycle() + most - green.seconds();
    if (most < minimum || it.site().outsideRange(cycle) > 0) {
      return Optional.empty();
    }
    int percent = Math.round(100f * Math.max(0, Math.min(least, most)) / most);
    greens.set(index, new Timing.Green(green.stage(), most, percent));
    return one("change margin", it, Timing.of(it.site(), it.timing().offset(), greens));
  }

  private static int shift(Random random) {
    return (1 + random.nextInt(LONGEST_SHIFT)) * (random.nextBoolean() ? 1 : -1);
  }

  private static Optional<Retime> shiftOffset(IntersectionTiming it, Random random) {
    int cycle = it.timing().cycle();
    int by = 1 + random.nextInt(random.nextBoolean() ? LONGEST_SHIFT : Math.max(1, cycle - 1));
    return one(
        "shift offset",
        it,
        it.timing().withOffset(it.timing().offset() + (random.nextBoolean() ? by : -by)));
  }

  private static Optional<Retime> dropOrRestore(IntersectionTiming it, Random random) {
    Intersection site = it.site();
    int stage = random.nextInt(site.stages().size());
    boolean drop = it.timing().runs(stage);
    List<Timing.Green> greens =
        drop
            ? it.timing().greens().stream().filter(green -> green.stage() != stage).toList()
            : restored(it.timing(), site, stage);
    if (greens.isEmpty()) {
      return Optional.empty();
    }
    int cycle = it.timing().cycle();
    Timing free = Timing.of(site, it.timing().offset(), greens);
    boolean keepsCycle = !site.coordination().isEmpty() || random.nextBoolean();
    Timing timing =
        keepsCycle || site.outsideRange(free.cycle()) > 0 ? free.rescaled(site, cycle) : free;
    boolean possible =
        site.unserved(timing).isEmpty()
            && !site.startsElsewhere(timing)
            && site.newYellowTraps(timing).isEmpty()
            && site.outsideRange(timing.cycle()) == 0
            && (!keepsCycle || timing.cycle() == cycle);
    return possible ? one(drop ? "drop stage" : "restore stage", it, timing) : Optional.empty();
  }

  /** With a stage's minimum green where the site's order has it. */
  static List<Timing.Green> restored(Timing timing, Intersection site, int stage) {
    List<Timing.Green> greens = new ArrayList<>(timing.greens());
    int at = 0;
    while (at < greens.size() && greens.get(at).stage() < stage) {
      at++;
    }
    greens.add(at, new Timing.Green(stage, site.stages().get(stage).minimumGreen()));
    return greens;
  }

  private static Optional<Retime> exchangeStages(IntersectionTiming it, Random random) {
    List<Timing.Green> greens = new ArrayList<>(it.timing().greens());
    if (greens.size() < 3) {
      return Optional.empty();
    }
    Collections.swap(greens, random.nextInt(greens.size()), random.nextInt(greens.size()));
    Timing timing = Timing.of(it.site(), it.timing().offset(), greens);
    return it.site().shownTogether(timing).isEmpty() && it.site().newYellowTraps(timing).isEmpty()
        ? one("exchange stages", it, timing)
        : Optional.empty();
  }

  private static Optional<Retime> one(String kind, IntersectionTiming it, Timing timing) {
    return Optional.of(new Retime(kind, List.of(it), List.of(timing)));
  }
}
