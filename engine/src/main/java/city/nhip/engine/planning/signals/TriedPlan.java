package city.nhip.engine.planning.signals;

import java.util.List;

/** A plan and its runs so far, in their order. */
record TriedPlan(List<Timing> plan, List<Microsimulation.Run> runs) {
  /** Mean of the runs in which nobody was caught; of all, where somebody was in each. */
  double clearDelay() {
    return runs.stream()
        .filter(Microsimulation.Run::clear)
        .mapToDouble(Microsimulation.Run::delay)
        .average()
        .orElseGet(() -> runs.stream().mapToDouble(Microsimulation.Run::delay).average().orElse(0));
  }

  double caughtSeconds() {
    return runs.stream().mapToDouble(Microsimulation.Run::caughtSeconds).sum();
  }

  double caughtSeconds(int site) {
    return runs.stream()
        .filter(run -> run.stuckAt() == site)
        .mapToDouble(Microsimulation.Run::caughtSeconds)
        .sum();
  }

  /** Its delay as a share of another's, over the runs in which nobody was caught in either. */
  double shareOf(TriedPlan other) {
    double own = 0;
    double others = 0;
    for (int i = 0; i < Math.min(runs.size(), other.runs.size()); i++) {
      if (runs.get(i).clear() && other.runs.get(i).clear()) {
        own += runs.get(i).delay();
        others += other.runs.get(i).delay();
      }
    }
    return others == 0 ? 1 : own / others;
  }

  /** By intersection, whether its greens never end early. */
  List<Boolean> steady() {
    return steady(plan);
  }

  static List<Boolean> steady(List<Timing> plan) {
    return plan.stream().map(Timing::steady).toList();
  }
}
