package city.nhip.scenarios.cityfolder;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Zone;
import city.nhip.engine.files.BadFile;
import city.nhip.engine.files.JsonFile;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A city on disk: {@code city.json}, {@code roads.json}, {@code devices.csv} and the rooms' files.
 * Where an extract of OpenStreetMap stands instead of {@code roads.json}, that is imported.
 */
public final class CityFolder {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              as -> as.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .build();

  private CityFolder() {}

  /** {@code city.json}, word for word. */
  public record Description(
      String id,
      Localized name,
      boolean synthetic,
      String timeZone,
      Position centre,
      List<Zone> zones) {
    public Description {
      zones = List.copyOf(zones);
      if (zones.isEmpty()) {
        throw new IllegalArgumentException("A city needs at least one zone. Add one to zones.");
      }
      zoneId(timeZone);
    }

    static ZoneId zoneId(String name) {
      try {
        return ZoneId.of(name);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "There is no time zone '%s'. Give a name such as Asia/Ho_Chi_Minh.".formatted(name), e);
      }
    }
  }

  /**
   * @throws BadFile when a file is missing or wrong; the message names file, place and remedy
   */
  public static City load(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BadFile(
          folder,
          "",
          "there is no such folder. Give a city's folder with --city, or generate one.");
    }
    Path file = folder.resolve("city.json");
    Description city = JsonFile.read(file, Description.class);
    importRoads(folder);
    JsonFile.read(folder.resolve("roads.json"), Roads.class);
    try {
      return new City(
          city.id(),
          city.name(),
          city.synthetic(),
          Description.zoneId(city.timeZone()),
          city.centre(),
          folder,
          city.zones(),
          DevicesFile.read(folder.resolve("devices.csv"), city.zones()));
    } catch (IllegalArgumentException e) {
      throw new BadFile(file, "", String.valueOf(e.getMessage()));
    }
  }

  /** Once: from then on {@code roads.json} stands, and is the city's to mend. */
  private static void importRoads(Path folder) {
    Path roads = folder.resolve("roads.json");
    if (!Files.exists(roads)) {
      OsmRoads.FILES.stream()
          .map(folder::resolve)
          .filter(Files::exists)
          .findFirst()
          .ifPresent(extract -> write(roads, OsmRoads.read(extract)));
    }
  }

  private static void write(Path file, Roads roads) {
    try {
      Path part = file.resolveSibling("roads.json.part");
      Files.write(part, JSON.writeValueAsBytes(roads));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new BadFile(
          file, "", "the imported streets cannot be written (%s). Allow it.".formatted(e));
    }
  }
}
