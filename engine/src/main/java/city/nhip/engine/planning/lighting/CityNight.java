package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.engine.reading.JournaledReading;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The night that a job plans: this one, or the next when it is day. */
final class CityNight {
  private static final Duration FRESH = Duration.ofMinutes(10);

  /** Share of feeder meters that must have reported within two intervals. */
  private static final double ENOUGH = 0.8;

  private final PlanningContext context;
  private final City city;
  private final LightingFiles files;
  private final NightGrid grid;
  private final Optional<LightingArtefact> inForce;
  private final List<Localized> notes = new ArrayList<>();

  private CityNight(PlanningContext context, LightingFiles files, NightGrid grid) {
    this.context = context;
    this.city = context.city();
    this.files = files;
    this.grid = grid;
    this.inForce =
        context
            .planInForce()
            .flatMap(CityNight::readable)
            .filter(plan -> plan.evening().equals(grid.evening().toString()));
  }

  /**
   * @throws CannotPlan where no night comes, or too few feeder meters report
   */
  static NightSetting of(PlanningContext context, LightingFiles files) {
    return new CityNight(context, files, coming(context.city(), files, context.now())).setting();
  }

  private static NightGrid coming(City city, LightingFiles files, Instant now) {
    LocalDate today = now.atZone(city.timeZone()).toLocalDate();
    for (LocalDate evening : List.of(today.minusDays(1), today)) {
      Optional<NightGrid> grid =
          NightGrid.of(Sun.night(city.centre(), evening), files.calendar(), city.timeZone());
      if (grid.isPresent() && grid.get().start(grid.get().slots() - 1).isAfter(now)) {
        return grid.get();
      }
    }
    throw new CannotPlan(
        Say.of(
            "Mặt trời không lặn vào tối %s: không có đêm để chiếu sáng.",
            "The sun does not set on the evening of %s: there is no night to light.", today));
  }

  private NightSetting setting() {
    refuseStale();
    int firstFree = grid.firstAfter(context.now());
    NightPast fallback = NightPast.fallback(files.network(), grid, firstFree);
    NightPast past =
        inForce
            .flatMap(plan -> levels(plan, fallback))
            .map(levels -> new NightPast(firstFree, levels, true))
            .orElse(fallback);
    List<Finding> missed =
        context.earlier().stream()
            .filter(one -> inForce.filter(plan -> plan.knows(one)).isEmpty())
            .toList();
    List<Finding> fresh = Stream.concat(context.findings().stream(), missed.stream()).toList();
    LightingFindings findings =
        LightingFindings.of(
            fresh, inForce.map(LightingArtefact::causes).orElse(List.of()), context.now());
    NightSupply supply =
        inForce
            .map(
                plan ->
                    new NightSupply(
                        files.supplies(), plan.supply(files.supplies(), grid), firstFree))
            .orElse(NightSupply.idle(files.supplies(), grid, firstFree));
    CalledLimits called =
        new CalledLimits(context, missed, files.network(), grid, past, supply, inForce);
    notes.addAll(called.notes);
    return new NightSetting(
        city,
        context.scope(),
        files,
        grid,
        findings.with(called.calls),
        LightingFindings.of(
            fresh.stream()
                .filter(one -> inForce.filter(plan -> plan.knows(one)).isEmpty())
                .toList(),
            List.of(),
            context.now()),
        called.limits,
        past,
        supply,
        notes);
  }

  private static Optional<LightingArtefact> readable(byte[] bytes) {
    try {
      return Optional.of(LightingArtefact.read(bytes));
    } catch (IllegalArgumentException unfit) {
      return Optional.empty();
    }
  }

  private Optional<byte[][]> levels(LightingArtefact plan, NightPast fallback) {
    try {
      return Optional.of(plan.levels(files.network(), grid, fallback.levels()));
    } catch (IllegalArgumentException unfit) {
      return Optional.empty();
    }
  }

  private List<Device> meters() {
    return city.devices().values().stream()
        .filter(device -> device.kind().equals("feeder-meter"))
        .toList();
  }

  private void refuseStale() {
    Map<String, JournaledReading> latest =
        context.readings().latest(CommonMeasures.ACTIVE_POWER.property(), context.now());
    List<Device> meters = meters();
    List<String> silent =
        meters.stream()
            .map(Device::id)
            .filter(
                id ->
                    !latest.containsKey(id)
                        || latest
                            .get(id)
                            .reading()
                            .observedAt()
                            .isBefore(context.now().minus(FRESH)))
            .sorted()
            .collect(Collectors.toList());
    if (meters.size() - silent.size() < ENOUGH * meters.size()) {
      throw new CannotPlan(
          Say.of(
              "Chỉ %d trong %d công tơ lộ có số liệu trong 10 phút qua; cần ít nhất 80 %%.",
              "Only %d of %d feeder meters reported in the last 10 minutes; at least 80 %% are needed.",
              meters.size() - silent.size(),
              meters.size()));
    }
    if (!silent.isEmpty()) {
      String names = String.join(", ", silent);
      notes.add(
          new Localized(
              "Công tơ lộ im lặng: " + names + ".", "Silent feeder meters: " + names + "."));
    }
  }
}
