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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The night that a job plans: this one, or the next when it is day. */
final class CityNight {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration AVERAGED = Duration.ofMinutes(15);

  /** Share of feeder meters that must have reported within two intervals. */
  private static final double ENOUGH = 0.8;

  /** How long a load that is not the lamps' is taken to last. */
  private static final Duration OTHER_LOAD_LASTS = Duration.ofHours(2);

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
    LightingFindings findings =
        LightingFindings.of(
            context.findings(),
            inForce.map(LightingArtefact::classFindings).orElse(List.of()),
            context.now());
    return new NightSetting(
        city,
        context.scope(),
        files,
        grid,
        findings,
        LightingFindings.of(context.findings(), List.of(), context.now()),
        limits(past),
        past,
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

  /** Those asked now; those of the plan in force that still hold and that none of them replaces. */
  private List<PowerLimit> limits(NightPast past) {
    List<PowerLimit> limits = new ArrayList<>();
    Set<String> called = new HashSet<>();
    for (Finding finding : context.findings()) {
      if (!finding.until().isAfter(context.now())) {
        continue;
      }
      if (finding.kind().equals("curtailment")) {
        called.add(asset(finding));
        limits.addAll(shed(finding, past));
      } else if (finding.kind().equals("cabinet-cap")) {
        feeder(finding, past).ifPresent(limits::add);
      } else if (finding.kind().equals(LightingSuppositions.CAP_DROP)) {
        dropped(finding).ifPresent(limits::add);
      }
    }
    List<PowerLimit> fresh = List.copyOf(limits);
    inForce.map(LightingArtefact::powerLimits).orElse(List.of()).stream()
        .filter(old -> old.until().isAfter(context.now()))
        .filter(old -> !old.kind().equals("curtailment") || !called.contains(old.asset()))
        .filter(
            old ->
                fresh.stream()
                    .noneMatch(l -> l.kind().equals(old.kind()) && l.asset().equals(old.asset())))
        .forEach(limits::add);
    return limits;
  }

  private String asset(Finding finding) {
    return finding.asset().equals(city.id()) ? "*" : finding.asset();
  }

  /** Slot by slot, the called share below the plan in force, or below full light. */
  private List<PowerLimit> shed(Finding finding, NightPast past) {
    String asset = asset(finding);
    double left = 1 - Math.max(0, Math.min(100, finding.value())) / 100;
    List<LightingNetwork.Group> lamps =
        files.network().groups().stream()
            .filter(group -> asset.equals("*") || group.zone().equals(asset))
            .toList();
    List<PowerLimit> limits = new ArrayList<>();
    for (int t = past.firstFree(); t < grid.slots() && left < 1; t++) {
      if (grid.within(t, finding.from(), finding.until())) {
        int watts = (int) Math.floor(left * watts(lamps, past, t));
        limits.add(new PowerLimit("curtailment", asset, watts, grid.start(t), grid.start(t + 1)));
      }
    }
    return limits;
  }

  /** What is left of a cabinet's cap for as long as the finding holds. */
  private Optional<PowerLimit> dropped(Finding finding) {
    double left = 1 - Math.max(0, Math.min(100, finding.value())) / 100;
    return files.network().cabinets().stream()
        .filter(cabinet -> cabinet.id().equals(finding.asset()))
        .findFirst()
        .map(
            cabinet ->
                new PowerLimit(
                    "cabinet",
                    cabinet.id(),
                    Math.max(1, (int) Math.floor(left * cabinet.capWatts())),
                    finding.from(),
                    finding.until()));
  }

  /**
   * What an overloaded feeder leaves for the lamps, as long as the other loads are taken to last.
   */
  private Optional<PowerLimit> feeder(Finding finding, NightPast past) {
    List<LightingNetwork.Group> lamps =
        files.network().groups().stream()
            .filter(group -> group.cabinet().equals(finding.asset()))
            .toList();
    Optional<Device> meter =
        meters().stream().filter(device -> device.asset().equals(finding.asset())).findFirst();
    if (lamps.isEmpty() || meter.isEmpty()) {
      return Optional.empty();
    }
    double measured =
        context
            .readings()
            .between(
                meter.get().id(),
                CommonMeasures.ACTIVE_POWER.property(),
                context.now().minus(AVERAGED),
                context.now().plusMillis(1))
            .stream()
            .mapToDouble(it -> it.reading().value())
            .average()
            .orElse(0);
    double other = Math.max(0, measured - burningKilowatts(lamps, past));
    int left = (int) Math.floor(1_000 * Math.max(0.001, finding.value() - other));
    Instant from = context.now();
    Instant lasts = from.plus(OTHER_LOAD_LASTS);
    notes.add(
        Say.of(
            "Tủ %s: phụ tải khác khoảng %.1f kW (ước tính, coi như kéo dài 2 giờ); đèn còn %.1f kW.",
            "Cabinet %s: other loads are about %.1f kW (an estimate, taken to last 2 hours); %.1f kW are left for the lamps.",
            finding.asset(),
            other,
            left / 1_000.0));
    return lasts.isAfter(grid.firstSlot())
        ? Optional.of(
            new PowerLimit(
                "cabinet",
                finding.asset(),
                left,
                from,
                lasts.isBefore(finding.until()) ? lasts : finding.until()))
        : Optional.empty();
  }

  /** What the lamps draw now, by the plan in force or at their fallback; nothing by day. */
  private double burningKilowatts(List<LightingNetwork.Group> lamps, NightPast past) {
    Instant now = context.now();
    if (now.isBefore(grid.on()) || !now.isBefore(grid.off())) {
      return 0;
    }
    return watts(lamps, past, Math.max(0, past.firstFree() - 1)) / 1_000;
  }

  private double watts(List<LightingNetwork.Group> lamps, NightPast past, int slot) {
    double watts = 0;
    for (LightingNetwork.Group group : lamps) {
      int level = past.levels()[files.network().groups().indexOf(group)][slot];
      watts += new GroupLamps(files.network(), group, 0, grid.evening()).watts()[level];
    }
    return watts;
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
