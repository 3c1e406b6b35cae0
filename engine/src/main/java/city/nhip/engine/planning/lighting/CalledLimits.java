package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.reading.CommonMeasures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Limits on power that hold for a while: those asked now, and those of the plan in force that still
 * hold and that none of them replaces.
 */
final class CalledLimits {
  private static final String CURTAILMENT = "curtailment";
  private static final Duration AVERAGED = Duration.ofMinutes(15);

  /** How long a load that is not the lamps' is taken to last. */
  private static final Duration OTHER_LOAD_LASTS = Duration.ofHours(2);

  private final PlanningContext context;
  private final LightingNetwork network;
  private final NightGrid grid;
  private final NightPast past;
  private final NightSupply supply;
  private final List<PowerLimit> limitsInForce;
  private final List<Finding> callsInForce;

  /** By kind, asset and time. */
  final List<PowerLimit> limits = new ArrayList<>();

  /** The calls to shed load behind them. */
  final List<Finding> calls = new ArrayList<>();

  final List<Localized> notes = new ArrayList<>();

  /**
   * @param missed what was found earlier and the plan in force does not know, as nobody approved it
   */
  CalledLimits(
      PlanningContext context,
      List<Finding> missed,
      LightingNetwork network,
      NightGrid grid,
      NightPast past,
      NightSupply supply,
      Optional<LightingArtefact> inForce) {
    this.context = context;
    this.network = network;
    this.grid = grid;
    this.past = past;
    this.supply = supply;
    Instant now = context.now();
    this.limitsInForce =
        inForce.map(LightingArtefact::powerLimits).orElse(List.of()).stream()
            .filter(limit -> limit.until().isAfter(now))
            .toList();
    this.callsInForce =
        inForce.map(LightingArtefact::causes).orElse(List.of()).stream()
            .filter(call -> call.kind().equals(CURTAILMENT) && call.until().isAfter(now))
            .toList();
    Set<String> called = new HashSet<>();
    context.findings().stream().map(this::ask).forEach(called::addAll);
    missed.stream()
        .filter(one -> !one.kind().equals(CURTAILMENT) || !called.contains(lamps(one)))
        .toList()
        .forEach(one -> called.addAll(ask(one)));
    carryOn(called);
  }

  /**
   * @return the lamps that it calls upon to shed load
   */
  private List<String> ask(Finding finding) {
    if (!finding.until().isAfter(context.now())) {
      return List.of();
    }
    switch (finding.kind()) {
      case CURTAILMENT -> {
        String lamps = lamps(finding);
        shed(new Finding(CURTAILMENT, lamps, finding.value(), finding.from(), finding.until()));
        return List.of(lamps);
      }
      case "cabinet-cap" -> feeder(finding).ifPresent(limits::add);
      case LightingSuppositions.CAP_DROP -> dropped(finding).ifPresent(limits::add);
      default -> {
        // About classes, not about power.
      }
    }
    return List.of();
  }

  /** A zone, or * for all of the city. */
  private String lamps(Finding call) {
    return call.asset().equals(context.city().id()) ? "*" : call.asset();
  }

  private void carryOn(Set<String> called) {
    callsInForce.stream().filter(call -> !called.contains(call.asset())).forEach(calls::add);
    List<PowerLimit> fresh = List.copyOf(limits);
    limitsInForce.stream()
        .filter(old -> !old.kind().equals(CURTAILMENT) || !called.contains(old.asset()))
        .filter(
            old ->
                fresh.stream()
                    .noneMatch(l -> l.kind().equals(old.kind()) && l.asset().equals(old.asset())))
        .forEach(limits::add);
  }

  /** Slot by slot, the called share below what would burn without a call. */
  private void shed(Finding call) {
    double share = share(call);
    if (share == 0) {
      return;
    }
    calls.add(call);
    int[] lamps =
        network.where(group -> call.asset().equals("*") || group.zone().equals(call.asset()));
    for (int t = past.firstFree(); t < grid.slots(); t++) {
      if (grid.within(t, call.from(), call.until())) {
        int watts = (int) Math.floor((1 - share) * uncalled(call.asset(), lamps, t));
        limits.add(
            new PowerLimit(CURTAILMENT, call.asset(), watts, grid.start(t), grid.start(t + 1)));
      }
    }
  }

  private static double share(Finding call) {
    return Math.max(0, Math.min(100, call.value())) / 100;
  }

  /** What the plan in force, or the fallback, draws; what it came from where it sheds already. */
  private double uncalled(String asset, int[] lamps, int t) {
    double watts = watts(lamps, t) - supplied(lamps, t);
    for (Finding call : callsInForce) {
      if (call.asset().equals(asset)
          && grid.within(t, call.from(), call.until())
          && share(call) < 1) {
        watts = limitInForce(asset, t).orElse(watts) / (1 - share(call));
      }
    }
    return watts;
  }

  private Optional<Double> limitInForce(String asset, int t) {
    return limitsInForce.stream()
        .filter(limit -> limit.kind().equals(CURTAILMENT) && limit.asset().equals(asset))
        .filter(limit -> grid.within(t, limit.from(), limit.until()))
        .findFirst()
        .map(limit -> (double) limit.watts());
  }

  /** What is left of a cabinet's cap for as long as the finding holds. */
  private Optional<PowerLimit> dropped(Finding finding) {
    return network.cabinets().stream()
        .filter(cabinet -> cabinet.id().equals(finding.asset()))
        .findFirst()
        .map(
            cabinet ->
                new PowerLimit(
                    "cabinet",
                    cabinet.id(),
                    Math.max(1, (int) Math.floor((1 - share(finding)) * cabinet.capWatts())),
                    finding.from(),
                    finding.until()));
  }

  /**
   * What an overloaded feeder leaves for the lamps, as long as the other loads are taken to last.
   */
  private Optional<PowerLimit> feeder(Finding finding) {
    int[] lamps = network.where(group -> group.cabinet().equals(finding.asset()));
    Optional<Device> meter =
        context.city().devices().values().stream()
            .filter(device -> device.kind().equals("feeder-meter"))
            .filter(device -> device.asset().equals(finding.asset()))
            .findFirst();
    if (lamps.length == 0 || meter.isEmpty()) {
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
    double other = Math.max(0, measured - burningKilowatts(lamps));
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
  private double burningKilowatts(int[] lamps) {
    Instant now = context.now();
    if (now.isBefore(grid.on()) || !now.isBefore(grid.off())) {
      return 0;
    }
    int slot = Math.max(0, past.firstFree() - 1);
    return (watts(lamps, slot) - supplied(lamps, slot)) / 1_000;
  }

  /** What batteries and panels take off the lamps' feeders. */
  private double supplied(int[] lamps, int slot) {
    Set<String> cabinets = new HashSet<>();
    for (int g : lamps) {
      cabinets.add(network.groups().get(g).cabinet());
    }
    return supply.watts(cabinets::contains, grid, slot);
  }

  private double watts(int[] lamps, int slot) {
    double watts = 0;
    for (int g : lamps) {
      LightingNetwork.Group group = network.groups().get(g);
      int level = past.levels()[g][slot];
      watts += new GroupLamps(network, group, 0, grid.evening()).watts()[level];
    }
    return watts;
  }
}
