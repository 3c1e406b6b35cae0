package city.nhip.scenarios.instance.signals;

import city.nhip.engine.planning.signals.SignalNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the vehicles of a demand do by SUMO's default car-following model (Krauss), on average.
 * Measured with SUMO 1.15 on one lane: headways are longer than {@code tau + spacing / speed} by
 * half of the drivers' imperfection, from standing queues to turns.
 *
 * @param spacing metres from front to front in a standing queue
 * @param gap metres of it that are free
 * @param tau seconds that drivers keep
 * @param accel m/s2
 * @param sigma imperfection, 0..1
 */
record SumoDriving(
    double spacing, double gap, double tau, double accel, double sigma, boolean entersOnFirstLane) {
  /**
   * How the first headways of a starting queue differ from those at the speed reached, measured.
   */
  private static final List<Double> STARTING = List.of(1.07, 0.97, 0.95, 0.97, 1.0, 1.0, 1.0, 1.0);

  /** What a gap must be beyond the time that it takes to clear the junction from standing, s. */
  private static final double SPARE = 0.8;

  /** Vehicles of a queue that cross the stop line slower than {@link #URBAN}. */
  private static final int LAUNCHED = 5;

  /** 50 km/h in m/s. */
  private static final double URBAN = 13.9;

  static SumoDriving of(List<SumoDemand.Vehicle> vehicles) {
    return new SumoDriving(
        mean(vehicles, type -> type.length() + type.gap()),
        mean(vehicles, SumoDemand.Type::gap),
        mean(vehicles, SumoDemand.Type::headway),
        mean(vehicles, SumoDemand.Type::accel),
        mean(vehicles, SumoDemand.Type::sigma),
        2 * vehicles.stream().filter(SumoDemand.Vehicle::firstLane).count() >= vehicles.size());
  }

  private static double mean(
      List<SumoDemand.Vehicle> vehicles, ToDoubleFunction<SumoDemand.Type> of) {
    return vehicles.stream().mapToDouble(v -> of.applyAsDouble(v.type())).average().orElseThrow();
  }

  /** Between two vehicles of a queue that crosses at this speed. */
  int headwayMillis(double metresPerSecond) {
    return (int) Math.round(1000 * (1 + sigma / 2) * (tau + spacing / metresPerSecond));
  }

  /**
   * The gap that a vehicle needs to clear a way of this length from standing.
   *
   * @param ahead whether it stands inside the junction already and sees who comes: it spares
   *     nothing
   */
  int gapMillis(double metres, boolean ahead) {
    double speedingUp = accel * (1 - sigma / 2);
    double clearing = Math.sqrt(2 * (metres + spacing - gap) / speedingUp);
    return (int) (1000 * (ahead ? clearing : SPARE + clearing));
  }

  /**
   * Vehicles that stand on a lane of this length, the first 1 m before its end, the last maybe
   * half.
   */
  int storage(double metres) {
    return (int) Math.max(1, Math.round((metres - 1 + gap) / spacing));
  }

  /** What drivers hold of a speed that they may drive, m/s. */
  double cruise(double metresPerSecond) {
    return Math.max(metresPerSecond / 2, metresPerSecond - accel * sigma / 2);
  }

  SignalNetwork.Driving driving() {
    List<Integer> start = new ArrayList<>();
    for (int vehicle = 1; vehicle <= STARTING.size(); vehicle++) {
      double reached = Math.sqrt(2 * accel * (1 - sigma / 2) * spacing * vehicle);
      start.add((int) Math.round(STARTING.get(vehicle - 1) * headwayMillis(reached)));
    }
    List<Integer> launch = new ArrayList<>();
    for (int vehicle = 0; vehicle < LAUNCHED; vehicle++) {
      double speedingUp = accel * (1 - sigma / 2);
      double missing = Math.max(0, URBAN - Math.sqrt(2 * speedingUp * spacing * vehicle));
      launch.add((int) (1000 * missing * missing / (2 * speedingUp * URBAN)));
    }
    double enteringSpeed = Math.sqrt(2 * accel * (1 - sigma / 2) * spacing);
    return new SignalNetwork.Driving(
        start,
        launch,
        (int) Math.round(1000 * tau * (1 + sigma / 2)),
        headwayMillis(enteringSpeed),
        entersOnFirstLane);
  }
}
