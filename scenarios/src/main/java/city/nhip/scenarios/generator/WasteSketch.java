package city.nhip.scenarios.generator;

import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Roads.Section;
import city.nhip.engine.city.Zone;
import city.nhip.engine.planning.waste.city.Hours;
import city.nhip.engine.planning.waste.city.WasteContainers;
import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import city.nhip.engine.planning.waste.city.WasteContainers.Side;
import city.nhip.engine.planning.waste.city.WasteContainers.Stream;
import city.nhip.engine.planning.waste.city.WasteFleet;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Containers of three streams at spots along the streets, each but one in fifteen with a fill
 * sensor; the fleet beside them is {@link FleetSketch}'s.
 */
final class WasteSketch {
  /** Metres from one spot to the next along a street. */
  private static final double STRIDE = 265;

  /** Metres from the middle of a street to its kerb. */
  private static final double KERB = 7;

  private static final int WITHOUT_SENSOR = 15;

  private static final Stream RESIDUAL =
      new Stream("residual", new Localized("Rác còn lại", "Residual"), 0.2);
  private static final Stream ORGANIC =
      new Stream("organic", new Localized("Rác hữu cơ", "Organic"), 0.35);
  private static final Stream RECYCLABLE =
      new Stream("recyclable", new Localized("Rác tái chế", "Recyclable"), 0.06);

  /** Wide streets are closed to collection in the evening peak, quiet ones late at night. */
  private static final Hours AFTER_PEAK = new Hours(LocalTime.of(19, 30), LocalTime.of(5, 0));

  private static final Hours BEFORE_NIGHT = new Hours(LocalTime.of(17, 0), LocalTime.of(22, 30));

  private final Map<String, Position> junctions;
  private final List<Zone> zones;
  private final RandomGenerator random;
  private final List<Container> containers = new ArrayList<>();

  private WasteSketch(Roads roads, List<Zone> zones, RandomGenerator random) {
    this.junctions =
        roads.junctions().stream()
            .collect(Collectors.toMap(Roads.Junction::id, Roads.Junction::position));
    this.zones = zones;
    this.random = random;
  }

  static List<Device> write(
      Roads roads, List<Zone> zones, CitySize size, RandomGenerator random, Path folder) {
    WasteContainers containers = of(roads, zones, random);
    SketchFile.json(folder.resolve(WasteContainers.FILE), containers);
    WasteFleet fleet = FleetSketch.of(roads, size);
    SketchFile.json(folder.resolve(WasteFleet.FILE), fleet);
    String depotZone = Ground.nearest(zones, fleet.depot().position()).id();
    List<Device> sensors = new ArrayList<>();
    for (WasteFleet.Truck truck : fleet.trucks()) {
      sensors.add(
          new Device(
              "truck-" + truck.id(),
              depotZone,
              "truck-unit",
              truck.id(),
              fleet.depot().position(),
              Map.of()));
    }
    for (int index = 0; index < containers.containers().size(); index++) {
      if (index % WITHOUT_SENSOR != WITHOUT_SENSOR - 1) {
        Container one = containers.containers().get(index);
        sensors.add(
            new Device(
                "fill-" + one.id(),
                one.zone(),
                "fill-sensor",
                one.id(),
                one.position(),
                Map.of("usualPercentPerHour", one.usualPercentPerHour())));
      }
    }
    return sensors;
  }

  static WasteContainers of(Roads roads, List<Zone> zones, RandomGenerator random) {
    WasteSketch sketch = new WasteSketch(roads, zones, random);
    roads.sections().forEach(sketch::along);
    return new WasteContainers(List.of(RESIDUAL, ORGANIC, RECYCLABLE), sketch.containers);
  }

  private void along(Section section) {
    Position from = junctions.getOrDefault(section.from(), ZonesSketch.CENTRE);
    Position to = junctions.getOrDefault(section.to(), ZonesSketch.CENTRE);
    int spots = (int) Math.max(1, Math.round(from.metresTo(to) / STRIDE));
    for (int spot = 0; spot < spots; spot++) {
      double share = (spot + 0.3 + 0.4 * random.nextDouble()) / spots;
      boolean right = random.nextBoolean();
      Position place = kerb(from, to, share, right);
      Side side =
          section.roadClass().equals("arterial") ? right ? Side.RIGHT : Side.LEFT : Side.EITHER;
      List<Hours> access = access(section);
      boolean narrow = section.roadClass().equals("local");
      add(RESIDUAL, 0.5, section, side, place, narrow ? 660 : 1_100, 75, access);
      if (random.nextDouble() < 0.85) {
        add(ORGANIC, 0.7, section, side, place, narrow ? 240 : 360, 50, access);
      }
      if (random.nextDouble() < 0.65) {
        add(RECYCLABLE, 0.35, section, side, place, narrow ? 360 : 660, 60, access);
      }
    }
  }

  /**
   * @param pace of filling: containers of the three streams last about two, three and four days
   */
  private void add(
      Stream stream,
      double pace,
      Section section,
      Side side,
      Position place,
      int litres,
      int seconds,
      List<Hours> access) {
    double draw = 1.4 + 3 * random.nextDouble() * random.nextDouble() + random.nextDouble();
    double perHour = pace * draw;
    containers.add(
        new Container(
            String.format(Locale.ROOT, "W%03d", containers.size() + 1),
            Ground.nearest(zones, place).id(),
            stream.id(),
            section.name(),
            section.id(),
            side,
            place,
            litres,
            seconds + 5 * random.nextInt(4),
            Math.round(perHour * 10) / 10.0,
            access,
            section.roadClass().equals("local")));
  }

  private List<Hours> access(Section section) {
    double draw = random.nextDouble();
    if (section.roadClass().equals("arterial") && draw < 0.3) {
      return List.of(AFTER_PEAK);
    }
    return section.roadClass().equals("local") && draw < 0.5 ? List.of(BEFORE_NIGHT) : List.of();
  }

  /** On the kerb that is to the right, or to the left, of who goes from one end to the other. */
  private static Position kerb(Position from, Position to, double share, boolean right) {
    double shrink = Math.cos(Math.toRadians(from.latitude()));
    double east = (to.longitude() - from.longitude()) * shrink;
    double north = to.latitude() - from.latitude();
    double aside = (right ? KERB : -KERB) / Math.hypot(east, north);
    return Ground.offset(Ground.between(from, to, share), north * aside, -east * aside);
  }
}
