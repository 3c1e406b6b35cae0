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

  /** 0 when it is over, 1 (small) to 5 (the road is closed). */
  public static final ReadingKind INCIDENT = new ReadingKind("incident", "level", 0, 5);

  public static final ReadingKind ATTENDANCE =
      new ReadingKind("attendance", "people", 0, 1_000_000);

  /** Seconds until it arrives; 0 once it has passed. */
  public static final ReadingKind EMERGENCY_VEHICLE =
      new ReadingKind("emergencyVehicle", "s", 0, 3_600);

  /** Share of its load that a zone shall shed; 0 ends the call. */
  public static final ReadingKind DEMAND_RESPONSE = new ReadingKind("demandResponse", "%", 0, 100);

  public static final ReadingKind LAMP_FAILURES =
      new ReadingKind("lampFailures", "lamps", 0, 10_000);
  public static final ReadingKind DARK_STREET_REPORTS =
      new ReadingKind("darkStreetReports", "reports", 0, 10_000);
  public static final ReadingKind OVERFLOW_REPORTS =
      new ReadingKind("overflowReports", "reports", 0, 10_000);

  /** 0 when it is repaired, 1 (it can go on) to 5 (it stands still). */
  public static final ReadingKind TRUCK_FAULT = new ReadingKind("truckFault", "level", 0, 5);

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
        TEMPERATURE,
        INCIDENT,
        ATTENDANCE,
        EMERGENCY_VEHICLE,
        DEMAND_RESPONSE,
        LAMP_FAILURES,
        DARK_STREET_REPORTS,
        OVERFLOW_REPORTS,
        TRUCK_FAULT);
  }
}
