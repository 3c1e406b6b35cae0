package city.nhip.engine.energy;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.lighting.ExpectedEnergy;
import city.nhip.engine.planning.lighting.LightingNetwork;
import city.nhip.engine.planning.lighting.MeteredEnergy;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.ReadingJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reconciles the cabinets of a city over a span of time. */
final class EnergyAccounts {
  private static final Duration SHORTEST = Duration.ofMinutes(30);

  private final City city;
  private final ReadingJournal readings;

  EnergyAccounts(City city, ReadingJournal readings) {
    this.city = city;
    this.readings = readings;
  }

  /**
   * @param plans published artefacts of lighting, oldest first
   * @return one account a cabinet; none where the city has no street lighting
   */
  List<CabinetAccount> of(List<byte[]> plans, TimeWindow span) {
    Optional<ExpectedEnergy> expected = ExpectedEnergy.of(city, plans, span.from(), span.to());
    if (expected.isEmpty()) {
      return List.of();
    }
    List<CabinetAccount> accounts = new ArrayList<>();
    for (LightingNetwork.Cabinet cabinet : expected.get().cabinets()) {
      accounts.add(account(cabinet, expected.get(), span));
    }
    return accounts;
  }

  private CabinetAccount account(
      LightingNetwork.Cabinet cabinet, ExpectedEnergy expected, TimeWindow span) {
    List<JournaledReading> loads =
        city.devices().values().stream()
            .filter(device -> device.kind().equals("feeder-meter"))
            .filter(device -> device.asset().equals(cabinet.id()))
            .map(Device::id)
            .findFirst()
            .map(
                meter ->
                    readings.between(
                        meter, CommonMeasures.ACTIVE_POWER.property(), span.from(), span.to()))
            .orElse(List.of());
    // What was before the first reading is not the meter's fault.
    Instant from = loads.isEmpty() ? span.from() : loads.get(0).reading().observedAt();
    double kilowattHours = 0;
    double full = 0;
    double measured = 0;
    boolean known = false;
    ExpectedEnergy.Cabinet last = expected.cabinet(cabinet.id(), from, from);
    for (TimeWindow lit : expected.accountable()) {
      Optional<TimeWindow> part = common(lit, from, span.to());
      OptionalDouble energy =
          part.map(p -> MeteredEnergy.kilowattHours(loads, p.from(), p.to()))
              .orElse(OptionalDouble.empty());
      if (part.isPresent() && energy.isPresent()) {
        ExpectedEnergy.Cabinet share =
            expected.cabinet(cabinet.id(), part.get().from(), part.get().to());
        kilowattHours += share.kilowattHours();
        full += share.fullKilowattHours();
        measured += energy.getAsDouble();
        known = true;
      }
    }
    return CabinetAccount.of(
        cabinet.id(),
        cabinet.name(),
        new ExpectedEnergy.Cabinet(kilowattHours, full, last.fullKilowatts(), last.lamps()),
        known ? OptionalDouble.of(measured) : OptionalDouble.empty(),
        byDay(loads, expected, from, span.to()));
  }

  /** Mean load between the nights. */
  private static OptionalDouble byDay(
      List<JournaledReading> loads, ExpectedEnergy expected, Instant from, Instant to) {
    return loads.stream()
        .filter(it -> !it.reading().observedAt().isBefore(from))
        .filter(it -> it.reading().observedAt().isBefore(to))
        .filter(
            it ->
                expected.lit().stream()
                    .noneMatch(
                        lit ->
                            it.reading().observedAt().isAfter(lit.from().minus(SHORTEST))
                                && it.reading().observedAt().isBefore(lit.to().plus(SHORTEST))))
        .mapToDouble(it -> it.reading().value())
        .average();
  }

  private static Optional<TimeWindow> common(TimeWindow lit, Instant from, Instant to) {
    Instant begin = lit.from().isAfter(from) ? lit.from() : from;
    Instant end = lit.to().isBefore(to) ? lit.to() : to;
    return begin.plus(SHORTEST).isBefore(end)
        ? Optional.of(new TimeWindow(begin, end))
        : Optional.empty();
  }
}
