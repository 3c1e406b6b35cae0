package city.nhip.engine.reading;

import java.util.List;

/** The properties that more than one domain reads. */
public final class CommonMeasures {
  public static final ReadingKind TRAFFIC_FLOW = new ReadingKind("trafficFlow", "veh/h", 0, 20_000);
  public static final ReadingKind OCCUPANCY = new ReadingKind("occupancy", "%", 0, 100);
  public static final ReadingKind SPEED = new ReadingKind("speed", "km/h", 0, 200);
  public static final ReadingKind QUEUE_LENGTH = new ReadingKind("queueLength", "veh", 0, 1_000);
  public static final ReadingKind ACTIVE_POWER = new ReadingKind("activePower", "kW", 0, 5_000);
  public static final ReadingKind ACTIVE_ENERGY =
      new ReadingKind("activeEnergy", "kWh", 0, 1_000_000_000);
  public static final ReadingKind DIMMING_LEVEL = new ReadingKind("dimmingLevel", "%", 0, 100);
  public static final ReadingKind ILLUMINANCE = new ReadingKind("illuminance", "lx", 0, 200_000);
  public static final ReadingKind FILL_LEVEL = new ReadingKind("fillLevel", "%", 0, 100);
  public static final ReadingKind RAINFALL = new ReadingKind("rainfall", "mm/h", 0, 500);
  public static final ReadingKind TEMPERATURE = new ReadingKind("temperature", "°C", -60, 70);

  private CommonMeasures() {}

  public static List<ReadingKind> all() {
    return List.of(
        TRAFFIC_FLOW,
        OCCUPANCY,
        SPEED,
        QUEUE_LENGTH,
        ACTIVE_POWER,
        ACTIVE_ENERGY,
        DIMMING_LEVEL,
        ILLUMINANCE,
        FILL_LEVEL,
        RAINFALL,
        TEMPERATURE);
  }
}
