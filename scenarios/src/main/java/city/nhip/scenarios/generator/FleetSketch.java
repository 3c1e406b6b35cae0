package city.nhip.scenarios.generator;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads;
import city.nhip.engine.city.VehicleSize;
import city.nhip.engine.planning.waste.city.Hours;
import city.nhip.engine.planning.waste.city.WasteFleet;
import city.nhip.engine.planning.waste.city.WasteFleet.Compartment;
import city.nhip.engine.planning.waste.city.WasteFleet.DisposalSite;
import city.nhip.engine.planning.waste.city.WasteFleet.Figure;
import city.nhip.engine.planning.waste.city.WasteFleet.Truck;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One depot, two disposal sites, and trucks of two capacities that go out in the evening. */
final class FleetSketch {
  private static final Compartment LARGE_RESIDUAL = new Compartment(List.of("residual"), 16_000);
  private static final Compartment LARGE_ORGANIC = new Compartment(List.of("organic"), 6_000);
  private static final Compartment SMALL_RESIDUAL = new Compartment(List.of("residual"), 6_000);
  private static final Compartment SMALL_ORGANIC = new Compartment(List.of("organic"), 2_000);
  private static final Compartment SMALL_RECYCLABLE = new Compartment(List.of("recyclable"), 8_000);
  private static final Optional<VehicleSize> LARGE = size(15.5, 3.3, 2.5);
  private static final Optional<VehicleSize> SMALL = size(6.2, 2.5, 2);
  private static final Hours EARLY = hours(17, 30, 1, 30);
  private static final Hours LATE = hours(18, 0, 2, 0);

  private FleetSketch() {}

  static WasteFleet of(Roads roads, CitySize size) {
    return switch (size) {
      case DEMO -> fleet(roads, "J61", "J74", "J14", 6, 2, 2);
      case TINY -> fleet(roads, "J21", "J24", "HV4", 1, 1, 1);
    };
  }

  private static WasteFleet fleet(
      Roads roads, String depot, String plant, String yard, int large, int small, int recyclers) {
    return new WasteFleet(
        new WasteFleet.Depot(
            "depot",
            new Localized("Bãi xe thu gom", "Collection depot"),
            Ground.offset(at(roads, depot), -60, 40)),
        List.of(
            new DisposalSite(
                "plant",
                new Localized("Nhà máy xử lý chất thải", "Treatment plant"),
                Ground.offset(at(roads, plant), 40, -90),
                List.of("residual", "organic"),
                hours(17, 0, 4, 0),
                900,
                320_000),
            new DisposalSite(
                "yard",
                new Localized("Trạm trung chuyển và tái chế", "Transfer and recycling yard"),
                Ground.offset(at(roads, yard), 50, 80),
                List.of("recyclable", "residual"),
                hours(17, 0, 0, 30),
                600,
                450_000)),
        trucks(large, small, recyclers),
        new WasteFleet.Work(
            600,
            360,
            45,
            hours(21, 30, 23, 0),
            "Labour Code 45/2019/QH14, art. 109 (45 min in night work); Law 36/2024/QH15, art. 64"
                + " (10 h of driving a day); in force 2025-01-01"),
        new WasteFleet.Travel(
            0.6, 6, 14, 200, "assumption for a laden truck in a synthetic city, 2026-01-01"),
        new WasteFleet.Prices(
            new Figure(
                19_000, "VND/l", "assumption, near the retail price of diesel", "2026-01-01"),
            new Figure(165_000, "VND/h", "assumption: a crew of three", "2026-01-01"),
            new Figure(250_000, "VND", "assumption: wear and insurance of a shift", "2026-01-01"),
            new Figure(
                400_000,
                "VND",
                "assumption: cleaning up one overflow, and the complaints",
                "2026-01-01"),
            new Figure(2.68, "kg/l", "IPCC 2006 guidelines, vol. 2, ch. 3, diesel", "2006-04-01")));
  }

  private static List<Truck> trucks(int large, int small, int recyclers) {
    List<Truck> trucks = new ArrayList<>();
    for (int truck = 0; truck < large + small + recyclers; truck++) {
      String id = String.format(Locale.ROOT, "T%02d", truck + 1);
      if (truck < large) {
        trucks.add(
            new Truck(id, false, List.of(LARGE_RESIDUAL, LARGE_ORGANIC), 7_500, LATE, 0.38, LARGE));
      } else if (truck < large + small) {
        trucks.add(
            new Truck(id, true, List.of(SMALL_RESIDUAL, SMALL_ORGANIC), 2_800, EARLY, 0.22, SMALL));
      } else {
        trucks.add(new Truck(id, true, List.of(SMALL_RECYCLABLE), 2_800, EARLY, 0.22, SMALL));
      }
    }
    return trucks;
  }

  private static Position at(Roads roads, String junction) {
    return roads.junctions().stream()
        .filter(one -> one.id().equals(junction))
        .findFirst()
        .orElseThrow()
        .position();
  }

  private static Hours hours(int hour, int minute, int toHour, int toMinute) {
    return new Hours(LocalTime.of(hour, minute), LocalTime.of(toHour, toMinute));
  }

  /** Laden: assumptions, near what such trucks are. */
  private static Optional<VehicleSize> size(double tonnes, double height, double width) {
    return Optional.of(
        new VehicleSize(Optional.of(tonnes), Optional.of(height), Optional.of(width)));
  }
}
