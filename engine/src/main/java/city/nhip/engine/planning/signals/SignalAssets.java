package city.nhip.engine.planning.signals;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.Asset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The signalised intersections as the map and the tables show them. */
final class SignalAssets {
  private SignalAssets() {}

  static List<Asset> of(SignalSites sites) {
    return sites.intersections().stream().map(SignalAssets::asset).toList();
  }

  private static Asset asset(SignalSites.Site site) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("approaches", Integer.toString(site.approaches().size()));
    properties.put("groups", Integer.toString(site.groups().size()));
    properties.put("stages", Integer.toString(site.stages().size()));
    properties.put("fixedCycle", site.fixedPlan().cycleSeconds() + " s");
    properties.put("yellow", site.yellowSeconds() + " s");
    properties.put("allRed", site.allRedSeconds() + " s");
    if (!site.coordination().isEmpty()) {
      properties.put("coordination", site.coordination());
    }
    return new Asset(
        site.id(),
        "intersection",
        site.zone(),
        new Localized(site.name().vi(), site.name().en()),
        site.position(),
        List.of(),
        properties);
  }
}
