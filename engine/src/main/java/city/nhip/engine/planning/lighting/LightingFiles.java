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
    LightingNetwork network, LightingCalendar calendar, LightingTariffs tariffs) {
  public static final String NETWORK = "lighting/network.json";
  public static final String CALENDAR = "lighting/calendar.json";
  public static final String TARIFF = "lighting/tariff.json";

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
            JsonFile.read(city.folder().resolve(TARIFF), LightingTariffs.class));
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
    return Optional.of(files);
  }
}
