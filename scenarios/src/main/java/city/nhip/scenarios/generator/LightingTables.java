package city.nhip.scenarios.generator;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.lighting.LightingCalendar;
import city.nhip.engine.planning.lighting.LightingCalendar.Easing;
import city.nhip.engine.planning.lighting.LightingCalendar.Profile;
import city.nhip.engine.planning.lighting.LightingSupplies;
import city.nhip.engine.planning.lighting.LightingTariffs;
import city.nhip.engine.planning.lighting.LightingTariffs.Emission;
import city.nhip.engine.planning.lighting.LightingTariffs.Figure;
import city.nhip.engine.planning.lighting.LightingTariffs.Tariff;
import city.nhip.engine.planning.lighting.LightingTariffs.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Calendar and tariffs of a Vietnamese city. */
final class LightingTables {
  private static final List<DayOfWeek> WORK =
      List.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY,
          DayOfWeek.SATURDAY);

  private LightingTables() {}

  static LightingCalendar calendar() {
    return new LightingCalendar(
        5,
        5,
        List.of(
            new Profile(
                "tet",
                new Localized("Đêm giao thừa và mùng một Tết", "Lunar New Year"),
                List.of(),
                "--01-01",
                "--12-31",
                List.of(LocalDate.of(2026, 2, 16), LocalDate.of(2026, 2, 17)),
                List.of()),
            new Profile(
                "weekend",
                new Localized("Cuối tuần", "Weekend"),
                List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                "--01-01",
                "--12-31",
                List.of(),
                easings(LocalTime.of(23, 30))),
            new Profile(
                "weekday",
                new Localized("Ngày thường", "Weekday"),
                List.of(),
                "--01-01",
                "--12-31",
                List.of(),
                easings(LocalTime.of(22, 30)))),
        List.of());
  }

  /** One cabinet on an old cable, whose panels fill a battery by day. */
  static LightingSupplies supplies() {
    return new LightingSupplies(
        "Giả định (synthetic), không phải thiết bị có thật",
        List.of(
            new LightingSupplies.Supply(
                "TC-02",
                new LightingSupplies.Battery(20_000, 5_000, 5_000, 88, 18_000, 4_000),
                List.of(
                    0, 0, 0, 0, 0, 50, 400, 1_300, 2_400, 3_300, 3_900, 4_100, 4_000, 3_700, 3_000,
                    2_100, 1_100, 300, 0, 0, 0, 0, 0, 0))));
  }

  private static List<Easing> easings(LocalTime from) {
    LocalTime deep = LocalTime.of(0, 30);
    return List.of(
        new Easing(deep, LocalTime.of(4, 30), "M", 2),
        new Easing(from, LocalTime.of(5, 0), "M", 1),
        new Easing(from, LocalTime.of(5, 0), "P", 1));
  }

  /** The flat price is the one that bills; the other shows what a time-of-use price would do. */
  static LightingTariffs tariffs() {
    String source = "Quyết định 1279/QĐ-BCT, chưa gồm thuế GTGT; đối chiếu với hóa đơn của EVN";
    LocalDate date = LocalDate.of(2025, 5, 10);
    return new LightingTariffs(
        "evn-public-lighting",
        List.of(
            new Tariff(
                "evn-public-lighting",
                "EVN, chiếu sáng công cộng, dưới 6 kV",
                source,
                date,
                2_226,
                List.of()),
            new Tariff(
                "evn-time-of-use",
                "EVN, sản xuất, dưới 6 kV, ba giá (để so sánh)",
                source,
                date,
                1_987,
                List.of(
                    new Window("peak", WORK, LocalTime.of(17, 0), LocalTime.of(20, 0), 3_640),
                    new Window("peak", WORK, LocalTime.of(9, 30), LocalTime.of(11, 30), 3_640),
                    new Window(
                        "off-peak", List.of(), LocalTime.of(22, 0), LocalTime.of(4, 0), 1_300)))),
        new Emission(
            659,
            "Hệ số phát thải lưới điện Việt Nam 2023, Cục Biến đổi khí hậu",
            LocalDate.of(2024, 12, 31)),
        new Figure(
            200, "Giả định nội bộ để cân đối, không phải giá phải trả", LocalDate.of(2026, 1, 1)));
  }
}
