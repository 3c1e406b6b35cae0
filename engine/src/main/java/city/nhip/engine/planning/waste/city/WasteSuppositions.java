package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Zone;
import city.nhip.engine.planning.Supposition;
import java.util.List;
import java.util.stream.Stream;

/** What a person may suppose about a collection shift. */
final class WasteSuppositions {
  private WasteSuppositions() {}

  static List<Supposition> of(City city, CityWaste waste) {
    List<String> trucks = waste.fleet().trucks().stream().map(WasteFleet.Truck::id).toList();
    List<String> sections =
        waste.containers().containers().stream()
            .map(WasteContainers.Container::section)
            .distinct()
            .sorted()
            .toList();
    List<String> everywhere =
        Stream.concat(Stream.of(WasteDomain.SCOPE), city.zones().stream().map(Zone::id)).toList();
    List<String> containers =
        waste.containers().containers().stream().map(WasteContainers.Container::id).toList();
    return List.of(
        new Supposition(
            WasteFindings.BREAKDOWN,
            new Localized("Một xe hỏng", "A truck breaks down"),
            trucks,
            "",
            1,
            1,
            1),
        new Supposition(
            WasteFindings.CLOSED,
            new Localized("Một đoạn đường bị cấm", "A street section is closed"),
            sections,
            "",
            1,
            1,
            1),
        new Supposition(
            WasteFindings.DEMAND,
            new Localized("Rác nhiều hơn", "More waste"),
            everywhere,
            "%",
            1,
            100,
            15),
        new Supposition(
            WasteFindings.SLOWDOWN,
            new Localized("Xe chạy chậm hơn", "Travel takes longer"),
            List.of(),
            "factor",
            1.05,
            2,
            1.3),
        new Supposition(
            WasteFindings.URGENT,
            new Localized("Một thùng cần thu gom ngay", "A container is to be collected now"),
            containers,
            "%",
            1,
            100,
            100));
  }
}
