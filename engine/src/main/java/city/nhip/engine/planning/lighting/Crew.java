package city.nhip.engine.planning.lighting;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Workers that change one plan at the same time, each in its own part of the city. */
final class Crew {
  /** What one worker does with its groups. */
  interface Job {
    /**
     * @return how many programs it evaluated
     */
    long run(GroupTurn turn, LightState view, int[] groups, Random random);
  }

  private final NightLayout night;
  private final Workers workers;
  private final Pace pace;
  private final List<int[]> parts;
  private final boolean[] sharedSums;
  private final GroupTurn[] turns;

  Crew(NightLayout night, LimitWeights weights, float[][] priced, Workers workers, Pace pace) {
    this.night = night;
    this.workers = workers;
    this.pace = pace;
    Parts split = new Parts(night);
    this.parts = split.split(workers.count());
    this.sharedSums = split.shared(parts);
    this.turns = new GroupTurn[parts.size()];
    Arrays.setAll(turns, part -> new GroupTurn(night, weights, priced));
  }

  Broken broken(LightState state) {
    return Broken.of(night, state, workers);
  }

  /** Runs the job once for each part; the same seed gives the same plan. */
  void work(LightState state, Random random, Job job) {
    boolean split = parts.size() > 1;
    long seed = random.nextLong();
    long[] evaluations = new long[parts.size()];
    workers.each(
        parts.size(),
        1,
        (worker, part) -> {
          LightState view = split ? state.view(sharedSums, parts.size()) : state;
          Random own = new Random(seed + 31L * part);
          evaluations[part] = job.run(turns[part], view, parts.get(part), own);
        });
    if (split) {
      state.recount(sharedSums);
    }
    pace.count(Arrays.stream(evaluations).sum());
  }
}
