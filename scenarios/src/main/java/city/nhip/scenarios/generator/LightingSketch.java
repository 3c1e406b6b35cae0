package city.nhip.scenarios.generator;

import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Roads.Section;
import city.nhip.engine.city.Zone;
import city.nhip.engine.planning.lighting.LightingFiles;
import city.nhip.engine.planning.lighting.LightingNetwork;
import city.nhip.engine.planning.lighting.LightingNetwork.Arm;
import city.nhip.engine.planning.lighting.LightingNetwork.Budget;
import city.nhip.engine.planning.lighting.LightingNetwork.Cabinet;
import city.nhip.engine.planning.lighting.LightingNetwork.ConflictArea;
import city.nhip.engine.planning.lighting.LightingNetwork.Group;
import city.nhip.engine.planning.lighting.LightingNetwork.Pair;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Street lighting along every section of the sketched streets; all figures are invented. Long,
 * since one random stream draws groups, cabinets, areas and devices in turn: the committed cities
 * hang on its order.
 */
final class LightingSketch {
  /** A group is about so long, metres. */
  private static final double GROUP_METRES = 240;

  private static final double SKETCHED_YEAR = 2026.5;
  private static final Set<String> ON_OLD_CABLES = Set.of("TC-02", "TC-08");
  private static final LocalDate OLDEST = LocalDate.of(2018, 3, 1);

  /**
   * What stands on a kind of road.
   *
   * @param spacing of poles, metres
   * @param width lit, metres
   * @param lux at full light, over what the class asks
   */
  private record Kind(
      String lightingClass, int watts, double spacing, int sides, int width, double lux) {}

  private final Roads roads;
  private final List<Zone> zones;
  private final RandomGenerator random;
  private final Map<String, Position> places;
  private final List<Group> groups = new ArrayList<>();
  private final List<Pair> adjacency = new ArrayList<>();
  private final Map<String, List<String>> ends = new LinkedHashMap<>();

  private LightingSketch(Roads roads, List<Zone> zones, RandomGenerator random) {
    this.roads = roads;
    this.zones = zones;
    this.random = random;
    this.places =
        roads.junctions().stream()
            .collect(Collectors.toMap(Roads.Junction::id, Roads.Junction::position));
  }

  /** Writes {@code lighting/*.json}; its devices are feeder meters, a call signal and a monitor. */
  static List<Device> write(
      Roads roads, List<Zone> zones, CitySize size, RandomGenerator random, Path folder) {
    LightingSketch sketch = new LightingSketch(roads, zones, random);
    Map<String, Cabinet> sites = sketch.cabinetSites(size == CitySize.DEMO ? 3 : 1);
    Map<String, String> lastOfStreet = new LinkedHashMap<>();
    for (Section section : roads.sections()) {
      sketch.section(section, sites, lastOfStreet);
    }
    LightingNetwork network = sketch.network(sites);
    SketchFile.json(folder.resolve(LightingFiles.NETWORK), network);
    SketchFile.json(folder.resolve(LightingFiles.CALENDAR), LightingTables.calendar());
    SketchFile.json(folder.resolve(LightingFiles.TARIFF), LightingTables.tariffs());
    if (size == CitySize.DEMO) {
      SketchFile.json(folder.resolve(LightingFiles.SUPPLIES), LightingTables.supplies());
    }
    return sketch.devices(network);
  }

  /** Cabinets stand by junctions, spread over each zone. */
  private Map<String, Cabinet> cabinetSites(int perZone) {
    Map<String, Cabinet> sites = new LinkedHashMap<>();
    for (Zone zone : zones) {
      List<Roads.Junction> near =
          roads.junctions().stream()
              .filter(junction -> Ground.nearest(zones, junction.position()).equals(zone))
              .toList();
      int count = Math.min(perZone, near.size());
      for (int i = 0; i < count; i++) {
        Roads.Junction at = near.get((2 * i + 1) * near.size() / (2 * count));
        String id = "TC-%02d".formatted(sites.size() + 1);
        sites.put(
            id,
            new Cabinet(
                id,
                zone.id(),
                new Localized("Tủ chiếu sáng " + id, "Lighting cabinet " + id),
                Ground.offset(at.position(), 14, 14),
                1));
      }
    }
    return sites;
  }

  private static Kind kind(Section section) {
    return switch (section.roadClass()) {
      case "arterial" ->
          section.lanes() >= 3
              ? new Kind("M2", 150, 32, 2, 24, 27)
              : new Kind("M3", 110, 33, 2, 16, 17.5);
      case "collector" -> new Kind("M4", 90, 32, 1, 9, 13);
      default -> new Kind("P2", 55, 30, 1, 7, 12);
    };
  }

  private void section(
      Section section, Map<String, Cabinet> sites, Map<String, String> lastOfStreet) {
    Kind kind = kind(section);
    Position from = place(section.from());
    Position to = place(section.to());
    double metres = from.metresTo(to);
    int parts = Math.max(1, (int) Math.round(metres / GROUP_METRES));
    LocalDate installed = OLDEST.plusDays(random.nextInt(2_800));
    for (int part = 0; part < parts; part++) {
      Position start = Ground.between(from, to, part / (double) parts);
      Position end = Ground.between(from, to, (part + 1) / (double) parts);
      Position middle = Ground.between(start, end, 0.5);
      Zone zone = Ground.nearest(zones, middle);
      int luminaires =
          kind.sides() * Math.max(2, (int) Math.round(metres / parts / kind.spacing()));
      String id = "L-" + section.id() + "-" + (part + 1);
      groups.add(
          new Group(
              id,
              zone.id(),
              cabinet(sites, zone, middle),
              section.id(),
              section.name(),
              List.of(start, end),
              kind.lightingClass(),
              luminaires,
              random.nextInt(9) == 0 ? 1 : 0,
              kind.watts(),
              Math.round(10 * kind.lux() * (1 + 0.12 * random.nextDouble())) / 10.0,
              (int) Math.round(metres / parts * kind.width()),
              installed,
              installed.getYear() >= 2021,
              parts > 1 && part == 0 && random.nextInt(4) == 0,
              20,
              100));
      if (part > 0) {
        adjacency.add(new Pair("L-" + section.id() + "-" + part, id));
      } else {
        ends.computeIfAbsent(section.from(), junction -> new ArrayList<>()).add(id);
        String before = lastOfStreet.get(section.name() + section.from());
        if (before != null) {
          adjacency.add(new Pair(before, id));
        }
      }
      if (part == parts - 1) {
        ends.computeIfAbsent(section.to(), junction -> new ArrayList<>()).add(id);
        lastOfStreet.put(section.name() + section.to(), id);
      }
    }
  }

  private Position place(String junction) {
    return places.getOrDefault(junction, ZonesSketch.CENTRE);
  }

  /** The nearest of the group's zone: no cabinet feeds over a zone's border. */
  private static String cabinet(Map<String, Cabinet> sites, Zone zone, Position at) {
    return sites.values().stream()
        .filter(cabinet -> cabinet.zone().equals(zone.id()))
        .min((a, b) -> Double.compare(a.position().metresTo(at), b.position().metresTo(at)))
        .map(Cabinet::id)
        .orElseThrow();
  }

  private LightingNetwork network(Map<String, Cabinet> sites) {
    List<Cabinet> cabinets =
        sites.values().stream()
            .filter(cabinet -> full(Group::cabinet, cabinet.id()) > 0)
            .map(this::capped)
            .toList();
    List<Budget> budgets = new ArrayList<>();
    for (int z = 0; z < zones.size(); z++) {
      // Twelve hours; the first zone must save.
      double share = z == 0 ? 0.67 : 0.85;
      double kilowatts = full(Group::zone, zones.get(z).id()) / 1_000.0;
      budgets.add(new Budget(zones.get(z).id(), (int) Math.ceil(12 * share * kilowatts)));
    }
    return new LightingNetwork(
        List.of(20, 30, 40, 50, 60, 70, 80, 90, 100),
        List.of(24, 33, 42, 51, 61, 70, 80, 90, 100),
        new LightingNetwork.Clo(85, 20),
        new LightingNetwork.Control(8, 30, 8, 4, 200),
        new LightingNetwork.Costs(40, 9, 2),
        cabinets,
        groups,
        adjacency,
        conflictAreas(),
        budgets);
  }

  /** Two cabinets hang on old cables and cannot carry all their lamps at full light. */
  private Cabinet capped(Cabinet site) {
    double share = ON_OLD_CABLES.contains(site.id()) ? 0.8 : 1.35;
    int cap = (int) Math.ceil(share * full(Group::cabinet, site.id()) / 100) * 100;
    return new Cabinet(site.id(), site.zone(), site.name(), site.position(), cap);
  }

  /** Watts of all working lamps, power as rated. */
  private double full(Function<Group, String> of, String id) {
    return groups.stream()
        .filter(group -> of.apply(group).equals(id))
        .mapToDouble(group -> group.ratedWatts() * (double) (group.luminaires() - group.failed()))
        .sum();
  }

  /** Watts at full light with constant light output, as of the middle of the sketched year. */
  private double burning(String cabinet) {
    return groups.stream()
        .filter(group -> group.cabinet().equals(cabinet))
        .mapToDouble(
            group ->
                group.ratedWatts()
                    * (double) (group.luminaires() - group.failed())
                    * (group.constantLightOutput()
                        ? 0.85 + 0.15 * (SKETCHED_YEAR - group.installed().getYear()) / 20
                        : 1))
        .sum();
  }

  private List<ConflictArea> conflictAreas() {
    List<ConflictArea> areas = new ArrayList<>();
    for (Roads.Junction junction : roads.junctions()) {
      List<String> arms = ends.getOrDefault(junction.id(), List.of());
      if (junction.signalised() && arms.size() >= 3) {
        double lux = Math.round(10 * 15 * 1.4 / arms.size()) / 10.0;
        areas.add(
            new ConflictArea(
                "CA-" + junction.id(),
                junction.id(),
                "C3",
                arms.stream().map(arm -> new Arm(arm, lux)).toList()));
      }
    }
    return areas;
  }

  private List<Device> devices(LightingNetwork network) {
    List<Device> devices = new ArrayList<>();
    for (Cabinet cabinet : network.cabinets()) {
      devices.add(
          new Device(
              "meter-" + cabinet.id(),
              cabinet.zone(),
              "feeder-meter",
              cabinet.id(),
              Ground.offset(cabinet.position(), 3, 0),
              Map.of(
                  "capKilowatts", Math.ceil(cabinet.capWatts() / 100.0) / 10,
                  "lampKilowatts", Math.round(burning(cabinet.id()) / 10) / 100.0)));
    }
    Zone centre = zones.get(0);
    devices.add(
        new Device(
            "demand-response-" + centre.id(),
            centre.id(),
            "demand-response",
            centre.id(),
            Ground.offset(centre.centre(), 60, 30),
            Map.of()));
    Group watched =
        groups.stream()
            .filter(g -> g.zone().equals(centre.id()) && g.failed() == 0 && g.luminaires() >= 8)
            .findFirst()
            .orElse(groups.get(0));
    devices.add(
        new Device(
            "lamps-" + watched.id(),
            watched.zone(),
            "lamp-monitor",
            watched.id(),
            watched.path().get(0),
            Map.of("lamps", (double) watched.luminaires())));
    return devices;
  }
}
