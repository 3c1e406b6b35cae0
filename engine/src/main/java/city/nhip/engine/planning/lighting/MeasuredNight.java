package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.Measured;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.reading.CommonMeasures;
import java.util.List;
import java.util.OptionalDouble;

/** What a night really took, by the feeders' meters. */
final class MeasuredNight {
  private MeasuredNight() {}

  /** None where a meter was silent for long: a part of the city says nothing of the whole. */
  static List<Measured> of(LightingPlan plan, PlanningContext context) {
    NightGrid grid = plan.setting().grid();
    double energy = 0;
    for (LightingNetwork.Cabinet cabinet : plan.setting().network().cabinets()) {
      OptionalDouble part =
          context.city().devices().values().stream()
              .filter(device -> device.kind().equals("feeder-meter"))
              .filter(device -> device.asset().equals(cabinet.id()))
              .map(Device::id)
              .findFirst()
              .map(
                  meter ->
                      MeteredEnergy.kilowattHours(
                          context
                              .readings()
                              .between(
                                  meter,
                                  CommonMeasures.ACTIVE_POWER.property(),
                                  grid.on(),
                                  grid.off()),
                          grid.on(),
                          grid.off()))
              .orElse(OptionalDouble.empty());
      if (part.isEmpty()) {
        return List.of();
      }
      energy += part.getAsDouble();
    }
    NightFigures promised = NightFigures.of(plan);
    double price = promised.vnd() / Math.max(0.001, promised.kilowattHours());
    double grams = plan.setting().files().tariffs().emission().gramsPerKwh();
    Localized how =
        new Localized(
            "Công suất của mọi công tơ lộ, tính cả phụ tải khác trên lộ.",
            "Active power of all feeder meters, other loads on the feeders included.");
    Localized priced =
        new Localized(
            how.vi() + " Nhân giá bình quân của kế hoạch.",
            how.en() + " Times the plan's mean price.");
    return List.of(
        new Measured("energy", energy, how),
        new Measured("cost", energy * price, priced),
        new Measured("emissions", energy * grams / 1_000, how));
  }
}
