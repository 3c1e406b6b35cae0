package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.City;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** How much of their full power the lamps of each cabinet draw, as a published plan has it. */
public final class PlannedLight {
  private final NightGrid grid;
  private final Map<String, double[]> shares = new TreeMap<>();

  private PlannedLight(LightingPlan plan) {
    this.grid = plan.setting().grid();
    LightingPlan full = plan.full();
    for (LightingNetwork.Cabinet cabinet : plan.setting().network().cabinets()) {
      double[] share = new double[grid.slots()];
      for (int t = 0; t < share.length; t++) {
        double watts = 0;
        double most = 0;
        for (int g = 0; g < plan.levels().length; g++) {
          if (plan.setting().network().groups().get(g).cabinet().equals(cabinet.id())) {
            watts += plan.watts(g, t);
            most += full.watts(g, t);
          }
        }
        share[t] = most > 0 ? watts / most : 1;
      }
      shares.put(cabinet.id(), share);
    }
  }

  /**
   * @throws IllegalArgumentException when the bytes are no plan of the city's lighting
   */
  public static PlannedLight of(byte[] artefact, City city) {
    return new PlannedLight(PublishedNight.read(artefact, city));
  }

  /**
   * @return 0 to 1; empty while lamps are off, and for an unknown cabinet
   */
  public OptionalDouble share(String cabinet, Instant at) {
    double[] share = shares.get(cabinet);
    if (share == null || at.isBefore(grid.on()) || !at.isBefore(grid.off())) {
      return OptionalDouble.empty();
    }
    long slot = Duration.between(grid.firstSlot(), at).toMinutes() / NightGrid.SLOT_MINUTES;
    return OptionalDouble.of(share[(int) slot]);
  }
}
