package city.nhip.engine.planning.lighting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Power and light of a group's working lamps at each level, on one evening. */
final class GroupLamps {
  private static final double DAYS_A_YEAR = 365.25;

  private final LightingNetwork network;
  private final LightingNetwork.Group group;
  private final int working;
  private final double cloFactor;

  GroupLamps(
      LightingNetwork network, LightingNetwork.Group group, int furtherOut, LocalDate evening) {
    this.network = network;
    this.group = group;
    this.working = Math.max(1, group.luminaires() - group.failed() - furtherOut);
    this.cloFactor = cloFactor(network.clo(), group, evening);
  }

  /**
   * @return power over rated power of a lamp that keeps its light constant, 0.5 to 1
   */
  static double cloFactor(LightingNetwork.Clo clo, LightingNetwork.Group group, LocalDate evening) {
    if (!group.constantLightOutput()) {
      return 1;
    }
    double years = Math.max(0, ChronoUnit.DAYS.between(group.installed(), evening)) / DAYS_A_YEAR;
    double start = clo.startPercent() / 100.0;
    return start + (1 - start) * Math.min(1, years / clo.lifeYears());
  }

  double cloFactor() {
    return cloFactor;
  }

  int working() {
    return working;
  }

  /**
   * @return of the whole group by level, W, rounded up, increasing
   */
  int[] watts() {
    int[] watts = new int[network.levels().size()];
    for (int l = 0; l < watts.length; l++) {
      double exact =
          group.ratedWatts() * working * network.powerPercent().get(l) / 100.0 * cloFactor;
      watts[l] = (int) Math.ceil(exact - 1e-9);
    }
    return watts;
  }

  /**
   * @return average illuminance by level, 0.01 lx, rounded down
   */
  int[] centilux() {
    int[] centilux = new int[network.levels().size()];
    for (int l = 0; l < centilux.length; l++) {
      double exact = group.maintainedLux() * network.levels().get(l) * working / group.luminaires();
      centilux[l] = (int) Math.floor(exact + 1e-9);
    }
    return centilux;
  }

  /**
   * @return the lowest level index that meets the class; the highest where none does
   */
  static int lowest(int[] centilux, LightClass lightClass) {
    for (int l = 0; l < centilux.length; l++) {
      if (centilux[l] >= lightClass.centilux()) {
        return l;
      }
    }
    return centilux.length - 1;
  }
}
