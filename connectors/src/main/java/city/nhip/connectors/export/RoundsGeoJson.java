package city.nhip.connectors.export;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.schedule.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rounds as GeoJSON (RFC 7946): a line from stop to stop for each truck, and a point for each stop.
 * The line says the order, not the streets.
 */
@Component
class RoundsGeoJson extends RoundsExport {
  private final JsonMapper json;

  RoundsGeoJson(Rounds rounds, JsonMapper json) {
    super(rounds, "geojson", "application/geo+json", new Localized("Bản đồ (GeoJSON)", "GeoJSON"));
    this.json = json;
  }

  @Override
  public byte[] write(Schedule schedule, Optional<String> part) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (Round round : rounds().of(schedule, part)) {
      features.add(
          feature(
              "LineString",
              round.stops().stream().map(it -> point(it.position())).toList(),
              Map.of(
                  "truck",
                  round.truck(),
                  "metres",
                  round.metres(),
                  "straightWays",
                  round.stops().stream().filter(Round.Stop::straight).count())));
      for (Round.Stop stop : round.stops()) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("truck", round.truck());
        properties.put("number", stop.number());
        properties.put("kind", stop.kind());
        properties.put("id", stop.id());
        properties.put("name", stop.name().vi());
        properties.put("arrive", stop.arrive().toString());
        properties.put("depart", stop.depart().toString());
        properties.put("litres", stop.litres());
        properties.put("kilograms", stop.kilograms());
        properties.put("straightWay", stop.straight());
        stop.saving()
            .ifPresent(
                saving -> {
                  properties.put("savesMetres", saving.metres());
                  properties.put("savesSeconds", saving.seconds());
                  properties.put("savesVnd", saving.vnd());
                });
        features.add(feature("Point", point(stop.position()), properties));
      }
    }
    return json.writeValueAsBytes(Map.of("type", "FeatureCollection", "features", features));
  }

  private static List<Double> point(Position at) {
    return List.of(at.longitude(), at.latitude());
  }

  private static Map<String, Object> feature(
      String type, Object coordinates, Map<String, Object> properties) {
    return Map.of(
        "type",
        "Feature",
        "geometry",
        Map.of("type", type, "coordinates", coordinates),
        "properties",
        properties);
  }
}
