package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Zone;
import city.nhip.engine.planning.Asset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Containers, depot and disposal sites as the map and the tables show them. */
final class WasteAssets {
  private WasteAssets() {}

  static List<Asset> of(City city, CityWaste waste) {
    List<Asset> assets = new ArrayList<>();
    WasteFleet.Depot depot = waste.fleet().depot();
    assets.add(
        new Asset(
            depot.id(),
            "depot",
            zone(city, depot.position()),
            depot.name(),
            depot.position(),
            List.of(),
            Map.of("trucks", Integer.toString(waste.fleet().trucks().size()))));
    for (WasteFleet.DisposalSite site : waste.fleet().disposalSites()) {
      Map<String, String> properties = new LinkedHashMap<>();
      properties.put("streams", String.join(", ", site.streams()));
      properties.put("open", site.open().from() + "–" + site.open().to());
      properties.put("tipping", site.tippingSeconds() / 60 + " min");
      properties.put("fee", site.feePerTonne() + " VND/t");
      assets.add(
          new Asset(
              site.id(),
              "disposal-site",
              zone(city, site.position()),
              site.name(),
              site.position(),
              List.of(),
              properties));
    }
    waste.containers().containers().forEach(one -> assets.add(container(one, waste)));
    return assets;
  }

  private static Asset container(WasteContainers.Container one, CityWaste waste) {
    Map<String, String> properties = new LinkedHashMap<>();
    WasteContainers.Stream stream = waste.containers().stream(one.stream());
    properties.put("stream", stream.name().vi() + " · " + stream.name().en());
    properties.put("street", one.street());
    properties.put("volume", one.litres() + " l");
    properties.put("usualRate", one.usualPercentPerHour() + " %/h");
    if (!one.access().isEmpty()) {
      properties.put(
          "access",
          one.access().stream()
              .map(hours -> hours.from() + "–" + hours.to())
              .collect(Collectors.joining(", ")));
    }
    if (one.smallTruckOnly()) {
      properties.put("trucks", "small");
    }
    return new Asset(
        one.id(),
        "container",
        one.zone(),
        new Localized(
            "Thùng %s, %s".formatted(one.id(), one.street()),
            "Container %s, %s".formatted(one.id(), one.street())),
        one.position(),
        List.of(),
        properties);
  }

  private static String zone(City city, city.nhip.engine.city.Position position) {
    return city.zones().stream()
        .min(Comparator.comparingDouble(zone -> zone.centre().metresTo(position)))
        .map(Zone::id)
        .orElseThrow();
  }
}
