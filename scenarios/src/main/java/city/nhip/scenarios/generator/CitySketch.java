package city.nhip.scenarios.generator;

import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Zone;
import city.nhip.scenarios.cityfolder.CityFolder.Description;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Writes a whole synthetic city: the same size always gives the same bytes. */
public final class CitySketch {
  private static final long SEED = 20_260_101;

  private CitySketch() {}

  /** One domain's part: it writes its files and names the devices that it wants. */
  @FunctionalInterface
  private interface Room {
    List<Device> write(
        Roads roads, List<Zone> zones, CitySize size, RandomGenerator random, Path folder);
  }

  /** In this order: each has a seed of its own, so that a new room changes no other. */
  private static final List<Room> ROOMS =
      List.of(SignalsSketch::write, WasteSketch::write, LightingSketch::write);

  /** Writes all files but the README into {@code folder}. */
  public static void write(CitySize size, Path folder) {
    List<Zone> zones = ZonesSketch.of(size);
    Roads roads = RoadsSketch.of(size, new Random(SEED));
    SketchFile.json(folder.resolve("city.json"), description(size, zones));
    SketchFile.json(folder.resolve("roads.json"), roads);
    List<Device> devices = new ArrayList<>(weatherDevices(zones));
    for (int room = 0; room < ROOMS.size(); room++) {
      devices.addAll(
          ROOMS.get(room).write(roads, zones, size, new Random(SEED + 1 + room), folder));
    }
    SketchFile.text(folder.resolve("devices.csv"), devicesCsv(devices));
    SketchFile.text(
        folder.resolve("readings/day.csv"), DaySketch.of(devices, zones, new Random(SEED - 1)));
  }

  private static Description description(CitySize size, List<Zone> zones) {
    Localized name =
        switch (size) {
          case DEMO -> new Localized("Thành phố mới Bình Dương", "Bình Dương New City");
          case TINY -> new Localized("Thị trấn thử", "Test town");
        };
    return new Description(
        size.cityId(), name, true, "Asia/Ho_Chi_Minh", ZonesSketch.CENTRE, zones);
  }

  private static List<Device> weatherDevices(List<Zone> zones) {
    List<Device> devices = new ArrayList<>();
    for (Zone zone : zones) {
      for (String kind : List.of("weather-station", "light-sensor")) {
        devices.add(
            new Device(
                kind + "-" + zone.id(),
                zone.id(),
                kind,
                zone.id(),
                Ground.offset(zone.centre(), 30, kind.startsWith("w") ? 30 : -30),
                Map.of()));
      }
    }
    return devices;
  }

  private static String devicesCsv(List<Device> devices) {
    StringBuilder text = new StringBuilder("id,zone,kind,asset,latitude,longitude,limits\n");
    for (Device device : devices) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%s,%s,%.6f,%.6f,%s%n".replace("%n", "\n"),
              device.id(),
              device.zone(),
              device.kind(),
              device.asset(),
              device.position().latitude(),
              device.position().longitude(),
              limits(device)));
    }
    return text.toString();
  }

  private static String limits(Device device) {
    return new TreeMap<>(device.limits())
        .entrySet().stream()
            .map(limit -> limit.getKey() + "=" + limit.getValue())
            .collect(Collectors.joining(";"));
  }
}
