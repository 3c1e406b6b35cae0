package city.nhip.scenarios.instance.waste;

import city.nhip.engine.planning.waste.Congestion;
import city.nhip.engine.planning.waste.DisposalSite;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.Truck;
import city.nhip.engine.planning.waste.WasteProblem;
import city.nhip.engine.planning.waste.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A day of any size, drawn by a seed: stops around centres of equal density, a third of them with
 * hours, disposal sites in between, a break at noon. Metres and seconds.
 */
public final class DrawnDay {
  private static final int HOUR = 3_600;
  private static final Window DAY = new Window(6 * HOUR, 18 * HOUR);
  private static final int STOPS_A_CENTRE = 50;
  private static final int STOPS_A_SITE = 500;
  private static final int STOPS_A_TRUCK = 60;
  private static final int TRIP = 60;
  private static final double METRES_A_STOP = 220;
  private static final double SECONDS_A_METRE = 0.12;

  private DrawnDay() {}

  /**
   * @param count of stops, 1 or more
   */
  public static WasteInstance of(int count, long seed) {
    Random random = new Random(seed);
    double side = METRES_A_STOP * Math.sqrt(count);
    int siteCount = 1 + count / STOPS_A_SITE;
    int nodes = count + siteCount + 1;
    double[] x = new double[nodes];
    double[] y = new double[nodes];
    double[] centres = random.doubles(2L * (1 + count / STOPS_A_CENTRE), 0, side).toArray();
    List<Stop> stops = new ArrayList<>();
    for (int u = 0; u < count; u++) {
      int centre = 2 * random.nextInt(centres.length / 2);
      x[u] = centres[centre] + 3 * METRES_A_STOP * random.nextGaussian();
      y[u] = centres[centre + 1] + 3 * METRES_A_STOP * random.nextGaussian();
      Window hours =
          switch (random.nextInt(6)) {
            case 0 -> new Window(6 * HOUR, 11 * HOUR);
            case 1 -> new Window(12 * HOUR, 17 * HOUR);
            default -> DAY;
          };
      stops.add(
          new Stop(
              "s" + (u + 1),
              u,
              0,
              50 + random.nextInt(100),
              0,
              60 + random.nextInt(90),
              List.of(hours),
              List.of(),
              Optional.empty(),
              Optional.empty()));
    }
    List<DisposalSite> sites = new ArrayList<>();
    for (int s = 0; s < siteCount; s++) {
      x[count + s] = side * random.nextDouble();
      y[count + s] = side * random.nextDouble();
      sites.add(new DisposalSite("d" + s, count + s, Set.of(0), List.of(DAY), 600, 0, 0));
    }
    int depot = nodes - 1;
    x[depot] = side / 2;
    y[depot] = side / 2;
    Truck truck =
        new Truck(
            "truck",
            Truck.Start.empty(depot, DAY.from()),
            depot,
            List.of(new Truck.Compartment(Set.of(0), 100 * TRIP)),
            Truck.UNLIMITED,
            new Truck.Shift(
                DAY.to(),
                Truck.UNLIMITED,
                Truck.UNLIMITED,
                Optional.of(new Truck.Rest(new Window(11 * HOUR, 13 * HOUR), HOUR, 11 * HOUR))),
            Truck.DayLimits.NONE,
            new Truck.Prices(20_000, 1, 0, 0));
    WasteProblem problem =
        new WasteProblem(
            "drawn-" + count,
            stops,
            Collections.nCopies(5 + count / STOPS_A_TRUCK, truck),
            sites,
            new PlanarMatrix(x, y, PlanarMatrix.Metric.EUCLID_ROUNDED, SECONDS_A_METRE),
            Congestion.NONE);
    return new WasteInstance(problem, "km", 1_000, 1);
  }
}
