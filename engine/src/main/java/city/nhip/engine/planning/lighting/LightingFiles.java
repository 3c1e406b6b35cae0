package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Zone;
import city.nhip.engine.files.BadFile;
import city.nhip.engine.files.JsonFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A city's lighting files together. */
public record LightingFiles(
    LightingNetwork network,
    LightingCalendar calendar,
    LightingTariffs tariffs,
    LightingSupplies supplies) {
  public static final String NETWORK = "lighting/network.json";
  public static final String CALENDAR = "lighting/calendar.json";
  public static final String TARIFF = "lighting/tariff.json";

  /** May be missing. */
  public static final String SUPPLIES = "lighting/supplies.json";

  /**
   * Empty where the city has no street lighting.
   *
   * @throws BadFile when a file is missing beside another, or wrong: with place and remedy
   */
  public static Optional<LightingFiles> find(City city) {
    Path network = city.folder().resolve(NETWORK);
    if (!Files.exists(network)) {
      return Optional.empty();
    }
    LightingFiles files =
        new LightingFiles(
            JsonFile.read(network, LightingNetwork.class),
            JsonFile.read(city.folder().resolve(CALENDAR), LightingCalendar.class),
            JsonFile.read(city.folder().resolve(TARIFF), LightingTariffs.class),
            supplies(city.folder().resolve(SUPPLIES)));
    Set<String> zones = city.zones().stream().map(Zone::id).collect(Collectors.toSet());
    for (int i = 0; i < files.network().groups().size(); i++) {
      LightingNetwork.Group group = files.network().groups().get(i);
      if (!zones.contains(group.zone())) {
        throw new BadFile(
            network,
            "/groups/%d/zone".formatted(i),
            "group %s stands in zone %s, which is not in city.json. Add the zone or correct it."
                .formatted(group.id(), group.zone()));
      }
    }
    for (int i = 0; i < files.supplies().supplies().size(); i++) {
      String cabinet = files.supplies().supplies().get(i).cabinet();
      if (files.network().cabinets().stream().noneMatch(one -> one.id().equals(cabinet))) {
        throw new BadFile(
            city.folder().resolve(SUPPLIES),
            "/supplies/%d/cabinet".formatted(i),
            "there is no cabinet %s in network.json. Add it or correct it.".formatted(cabinet));
      }
    }
    return Optional.of(files);
  }

  private static LightingSupplies supplies(Path file) {
    return Files.exists(file) ? JsonFile.read(file, LightingSupplies.class) : LightingSupplies.NONE;
  }
}
