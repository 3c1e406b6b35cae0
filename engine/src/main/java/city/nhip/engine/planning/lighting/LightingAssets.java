package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.planning.Asset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Groups and cabinets as the map and the tables show them. */
final class LightingAssets {
  private LightingAssets() {}

  static List<Asset> of(LightingNetwork network) {
    List<Asset> assets = new ArrayList<>();
    for (LightingNetwork.Cabinet cabinet : network.cabinets()) {
      Map<String, String> properties = new LinkedHashMap<>();
      properties.put("cap", String.format(Locale.ROOT, "%.1f kW", cabinet.capWatts() / 1_000.0));
      properties.put(
          "groups",
          Long.toString(
              network.groups().stream().filter(g -> g.cabinet().equals(cabinet.id())).count()));
      assets.add(
          new Asset(
              cabinet.id(),
              "cabinet",
              cabinet.zone(),
              cabinet.name(),
              cabinet.position(),
              List.of(),
              properties));
    }
    for (LightingNetwork.Group group : network.groups()) {
      Map<String, String> properties = new LinkedHashMap<>();
      properties.put("class", group.lightingClass());
      properties.put("luminaires", Integer.toString(group.luminaires()));
      properties.put("rated", group.ratedWatts() + " W");
      properties.put("cabinet", group.cabinet());
      properties.put("fallback", group.fallbackPercent() + " %");
      if (group.failed() > 0) {
        properties.put("failed", Integer.toString(group.failed()));
      }
      if (group.crossing()) {
        properties.put("crossing", "yes");
      }
      assets.add(
          new Asset(
              group.id(),
              "luminaire-group",
              group.zone(),
              new Localized(group.street(), group.street()),
              middle(group.path()),
              group.path(),
              properties));
    }
    return assets;
  }

  private static Position middle(List<Position> path) {
    Position first = path.get(0);
    Position last = path.get(path.size() - 1);
    return new Position(
        (first.latitude() + last.latitude()) / 2, (first.longitude() + last.longitude()) / 2);
  }
}
