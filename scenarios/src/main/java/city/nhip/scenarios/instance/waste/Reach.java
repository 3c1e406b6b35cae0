package city.nhip.scenarios.instance.waste;

import city.nhip.engine.planning.waste.DisposalSite;
import city.nhip.engine.planning.waste.Matrix;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.Truck;
import city.nhip.engine.planning.waste.WasteProblem;
import city.nhip.engine.planning.waste.Window;
import java.util.List;

/** Whether a truck that goes to one stop alone, without a break, is there and back in time. */
final class Reach {
  private Reach() {}

  /**
   * @param lines so that the message names the stop's own
   * @param rows index of each stop's line
   * @throws city.nhip.engine.files.BadFile for the first stop that no truck can serve
   */
  static void check(WasteProblem problem, InstanceLines lines, List<Integer> rows) {
    Truck truck = problem.trucks().get(0);
    Matrix matrix = problem.matrix();
    for (int u = 0; u < problem.stops().size(); u++) {
      Stop stop = problem.stops().get(u);
      Window hours = stop.windows().get(0);
      long there = (long) truck.start().time() + matrix.time(truck.start().node(), stop.node());
      if (there > hours.to()) {
        throw lines.bad(
            rows.get(u),
            "stop %s is too far from the depot: it closes before any vehicle can be there. Let it"
                    .formatted(stop.id())
                + " close later, or the depot open earlier.");
      }
      long left = Math.max(there, hours.from()) + stop.service();
      if (left + home(problem, truck, stop.node()) > truck.shift().latest()) {
        throw lines.bad(
            rows.get(u),
            "no vehicle that serves stop %s is back in time. Let the depot close later, or the stop"
                    .formatted(stop.id())
                + " open earlier.");
      }
    }
  }

  /** By the nearest disposal site, where there is one. */
  private static long home(WasteProblem problem, Truck truck, int from) {
    Matrix matrix = problem.matrix();
    return problem.sites().stream()
        .mapToLong(site -> by(matrix, site, from, truck.depot()))
        .min()
        .orElseGet(() -> matrix.time(from, truck.depot()));
  }

  private static long by(Matrix matrix, DisposalSite site, int from, int to) {
    return (long) matrix.time(from, site.node()) + site.tipping() + matrix.time(site.node(), to);
  }
}
