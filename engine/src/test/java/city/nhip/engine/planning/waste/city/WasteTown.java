package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads;
import city.nhip.engine.city.VehicleSize;
import city.nhip.engine.city.Zone;
import city.nhip.engine.files.JsonFile;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import city.nhip.engine.planning.waste.city.WasteContainers.Side;
import city.nhip.engine.planning.waste.city.WasteContainers.Stream;
import city.nhip.engine.planning.waste.city.WasteFleet.Compartment;
import city.nhip.engine.planning.waste.city.WasteFleet.Figure;
import city.nhip.engine.planning.waste.city.WasteFleet.Truck;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** A made-up town with a grid of streets, for tests of what becomes of waste in a city. */
public final class WasteTown {
  /** Ten past five in the afternoon of the second of March. */
  public static final Instant AFTERNOON = Instant.parse("2026-03-02T10:10:00Z");

  private static final int GRID = 5;
  private static final double STEP = 0.003;
  private static final Hours SHIFT = hours(18, 0, 2, 0);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final int count;
  private Hours shift = SHIFT;
  private int largeLitres = 9_000;
  private double ratePerHour = 3.2;
  private final Map<String, VehicleSize> sizes = new HashMap<>();
  private Optional<List<Roads.SizeLimit>> limits = Optional.empty();
  private Optional<List<Roads.BannedTurn>> bannedTurns = Optional.empty();

  public WasteTown(Path folder, int containers) {
    this.folder = folder;
    this.count = containers;
  }

  public WasteTown shift(Hours other) {
    shift = other;
    return this;
  }

  WasteTown largeLitres(int litres) {
    largeLitres = litres;
    return this;
  }

  public WasteTown ratePerHour(double percent) {
    ratePerHour = percent;
    return this;
  }

  public WasteTown size(String truck, VehicleSize size) {
    sizes.put(truck, size);
    return this;
  }

  public WasteTown limits(Roads.SizeLimit... all) {
    limits = Optional.of(List.of(all));
    return this;
  }

  WasteTown bannedTurns(Roads.BannedTurn... all) {
    bannedTurns = Optional.of(List.of(all));
    return this;
  }

  /** Writes the files and gives the city. */
  public City city() {
    Roads roads = roads();
    WasteContainers containers = containers(roads, new Random(count));
    write("roads.json", roads);
    write(WasteContainers.FILE, containers);
    write(WasteFleet.FILE, fleet());
    return new City(
        "town",
        new Localized("Thị trấn", "Town"),
        true,
        ZoneId.of("Asia/Ho_Chi_Minh"),
        at(0, 0),
        folder,
        List.of(zone("north", 4), zone("south", 0)),
        containers.containers().stream().map(WasteTown::sensor).toList());
  }

  /** Hourly readings of all sensors since seven in the morning, at each container's usual rate. */
  public PlanningContext context(Instant now, Optional<byte[]> inForce, List<Finding> findings) {
    City city = city();
    WasteContainers containers =
        JsonFile.read(folder.resolve(WasteContainers.FILE), WasteContainers.class);
    List<JournaledReading> readings = new ArrayList<>();
    Instant morning = Instant.parse("2026-03-02T00:00:00Z");
    for (Container one : containers.containers()) {
      int hours = (int) Duration.between(morning, now).toHours();
      for (int hour = 0; hour <= hours; hour++) {
        Instant moment = morning.plus(Duration.ofHours(hour));
        double percent = Math.min(100, 3 + one.usualPercentPerHour() * hour);
        readings.add(
            new JournaledReading(
                readings.size() + 1L,
                one.zone(),
                moment,
                new Reading("test", "fill-" + one.id(), "fillLevel", moment, percent, "%")));
      }
    }
    return new PlanningContext(
        city, WasteDomain.SCOPE, now, findings, new ListedReadings(readings), inForce);
  }

  public PlanningContext context(Instant now) {
    return context(now, Optional.empty(), List.of());
  }

  private Roads roads() {
    List<Roads.Junction> junctions = new ArrayList<>();
    List<Roads.Section> sections = new ArrayList<>();
    for (int row = 0; row < GRID; row++) {
      for (int column = 0; column < GRID; column++) {
        junctions.add(new Roads.Junction(id(row, column), at(row, column), row == 2));
        if (column + 1 < GRID) {
          sections.add(section(id(row, column), id(row, column + 1), row == 2));
        }
        if (row + 1 < GRID) {
          sections.add(section(id(row, column), id(row + 1, column), false));
        }
      }
    }
    return new Roads(junctions, sections, bannedTurns, limits);
  }

  private static Roads.Section section(String from, String to, boolean wide) {
    return new Roads.Section(
        from + "-" + to, from, to, "Street", wide ? "arterial" : "local", 1, wide ? 50 : 30, false);
  }

  private WasteContainers containers(Roads roads, Random random) {
    List<String> streams = List.of("residual", "organic");
    List<Container> containers = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      Roads.Section section = roads.sections().get(random.nextInt(roads.sections().size()));
      double row = (section.from().charAt(1) - '0' + section.to().charAt(1) - '0') / 2.0;
      double column = (section.from().charAt(2) - '0' + section.to().charAt(2) - '0') / 2.0;
      containers.add(
          new Container(
              "W" + (c + 1),
              row > 2 ? "north" : "south",
              streams.get(c % 3 == 2 ? 1 : 0),
              "Street",
              section.id(),
              c % 4 == 0 ? Side.RIGHT : Side.EITHER,
              at(row, column),
              c % 3 == 2 ? 240 : 660,
              60,
              Math.round(10 * ratePerHour * (0.8 + 0.4 * random.nextDouble())) / 10.0,
              c % 7 == 3 ? List.of(hours(19, 0, 22, 0)) : List.of(),
              c % 9 == 4));
    }
    return new WasteContainers(
        List.of(
            new Stream("residual", new Localized("Rác", "Residual"), 0.2),
            new Stream("organic", new Localized("Hữu cơ", "Organic"), 0.35)),
        containers);
  }

  private WasteFleet fleet() {
    Figure price = new Figure(20_000, "VND/l", "test", "2026-01-01");
    return new WasteFleet(
        new WasteFleet.Depot("depot", new Localized("Bãi xe", "Depot"), at(0, 0)),
        List.of(
            new WasteFleet.DisposalSite(
                "plant",
                new Localized("Nhà máy", "Plant"),
                at(4, 4),
                List.of("residual", "organic"),
                hours(17, 0, 4, 0),
                900,
                300_000)),
        List.of(
            truck("T1", false, largeLitres, 4_000),
            truck("T2", false, largeLitres, 4_000),
            truck("T3", true, largeLitres / 2, 2_000)),
        new WasteFleet.Work(600, 360, 45, hours(20, 30, 22, 30), "test"),
        new WasteFleet.Travel(0.6, 6, 14, 200, "test"),
        new WasteFleet.Prices(
            price,
            new Figure(160_000, "VND/h", "test", "2026-01-01"),
            new Figure(250_000, "VND", "test", "2026-01-01"),
            new Figure(37_500, "VND", "test", "2026-01-01"),
            new Figure(2.68, "kg/l", "test", "2026-01-01")));
  }

  private Truck truck(String id, boolean small, int litres, int kilograms) {
    return new Truck(
        id,
        small,
        List.of(
            new Compartment(List.of("residual"), litres),
            new Compartment(List.of("organic"), litres / 3)),
        kilograms,
        shift,
        0.3,
        Optional.ofNullable(sizes.get(id)));
  }

  private static Device sensor(Container one) {
    return new Device(
        "fill-" + one.id(), one.zone(), "fill-sensor", one.id(), one.position(), Map.of());
  }

  private static Zone zone(String id, int row) {
    return new Zone(id, new Localized(id, id), at(row, 2));
  }

  private static String id(int row, int column) {
    return "J" + row + column;
  }

  private static Position at(double row, double column) {
    return new Position(11 + STEP * row, 106 + STEP * column);
  }

  public static Hours hours(int hour, int minute, int toHour, int toMinute) {
    return new Hours(LocalTime.of(hour, minute), LocalTime.of(toHour, toMinute));
  }

  private void write(String name, Object content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, JSON.writeValueAsBytes(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
