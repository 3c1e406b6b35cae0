package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Zone;
import city.nhip.engine.planning.Supposition;
import java.util.List;

/** What a person may suppose about a night. */
final class LightingSuppositions {
  /** About a cabinet: the share of its cap that is lost, %. */
  static final String CAP_DROP = "cabinet-cap-drop";

  /** About a tariff of the city's file: it bills the city. */
  static final String TARIFF = "tariff";

  private LightingSuppositions() {}

  static List<Supposition> of(City city, LightingFiles files) {
    List<String> zones = city.zones().stream().map(Zone::id).toList();
    List<String> cabinets =
        files.network().cabinets().stream().map(LightingNetwork.Cabinet::id).toList();
    List<String> tariffs =
        files.tariffs().tariffs().stream().map(LightingTariffs.Tariff::id).toList();
    return List.of(
        supposition(
            CAP_DROP, "Công suất lộ giảm", "A feeder's cap drops", cabinets, "%", 1, 90, 20),
        supposition(TARIFF, "Biểu giá khác", "Another tariff", tariffs, "", 1, 1, 1),
        supposition(
            "curtailment",
            "Điều độ yêu cầu giảm tải",
            "A call to shed load",
            zones,
            "%",
            1,
            60,
            10),
        supposition(
            "cabinet-cap",
            "Lộ quá tải vì phụ tải khác",
            "Other loads overload a feeder",
            cabinets,
            "kW",
            1,
            500,
            10),
        supposition(
            "lighting-class-raise",
            "Cần sáng hơn",
            "More light is needed",
            zones,
            "classes",
            1,
            2,
            1),
        supposition(
            "cabinet-dark", "Cả tủ mất điện", "A whole cabinet is dark", cabinets, "", 1, 1, 1));
  }

  private static Supposition supposition(
      String kind,
      String vi,
      String en,
      List<String> assets,
      String unit,
      double least,
      double most,
      double usual) {
    return new Supposition(kind, new Localized(vi, en), assets, unit, least, most, usual);
  }
}
