package city.nhip.engine.planning.signals;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.files.JsonFile;
import city.nhip.engine.planning.Asset;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.planning.Supposition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Signal timing of a zone's intersections, from its detectors' last quarter of an hour. */
@Component
public final class SignalsDomain implements PlanningDomain<SignalPlan> {
  static final String NAME = "signals";

  /** File below the city's folder. */
  public static final String SITES = "signals/intersections.json";

  /** What the queue model plays: flows change slowly within it. */
  private static final Duration HORIZON = Duration.ofMinutes(30);

  /** How long a plan holds where no newer one comes. */
  private static final Duration VALIDITY = Duration.ofHours(1);

  public SignalsDomain() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Localized title() {
    return new Localized("Đèn tín hiệu giao thông", "Traffic signals");
  }

  @Override
  public String scope(String zone) {
    return zone;
  }

  @Override
  public SignalPlan problem(PlanningContext context) {
    SignalSites file = JsonFile.read(context.city().folder().resolve(SITES), SignalSites.class);
    List<SignalSites.Site> configured = ZoneSignals.sites(file, context.scope());
    CityFlows flows = CityFlows.measured(context, configured);
    Calibration calibration = Calibration.of(context, file, configured);
    List<SignalSites.Site> sites = calibration.sites();
    SignalFindings findings = SignalFindings.of(context, flows);
    Instant from = context.now();
    int begin = from.atZone(context.city().timeZone()).toLocalTime().toSecondOfDay();
    ZoneSignals zone =
        new ZoneSignals(
            sites,
            file.traffic(),
            new CityNetwork(sites, findings::saturationFactor, findings.spilling()),
            sites.stream()
                .map(
                    site ->
                        CityIntersections.of(
                            site,
                            findings.walkingSpeed(file.walkingSpeedMetresPerSecond()),
                            findings.emergencies()))
                .toList(),
            notes(file, findings, calibration));
    SignalNetwork whole =
        zone.network(List.of(findings.vehiclesPerHour()), begin, (int) HORIZON.toSeconds());
    SignalPlan problem =
        SignalPlan.today(
            whole,
            new CitySetting(
                context.scope(),
                new TimeWindow(from, from.plus(VALIDITY)),
                unitsPerVehicle(findings.vehiclesPerHour(), file.traffic()),
                zone.notes(),
                Usual.of(context, whole)));
    return context.planInForce().map(bytes -> startFrom(problem, bytes)).orElse(problem);
  }

  /** Of the vehicles on these approaches. */
  private static double unitsPerVehicle(Map<String, Double> vehicles, TrafficMix traffic) {
    double counted = vehicles.values().stream().mapToDouble(Double::doubleValue).sum();
    return traffic.sharesByApproach().isEmpty() || counted == 0
        ? traffic.unitsPerVehicle()
        : traffic.units(vehicles).values().stream().mapToDouble(Double::doubleValue).sum()
            / counted;
  }

  private static List<Localized> notes(
      SignalSites file, SignalFindings findings, Calibration calibration) {
    List<Localized> notes = new ArrayList<>(findings.notes());
    notes.addAll(CalibrationNotes.of(calibration));
    notes.add(file.traffic().note());
    return notes;
  }

  /** A plan in force that no longer fits the sites is no reason not to plan. */
  private SignalPlan startFrom(SignalPlan problem, byte[] artefact) {
    try {
      return decode(problem, artefact);
    } catch (IllegalArgumentException e) {
      return problem;
    }
  }

  @Override
  public Solved<SignalPlan> solve(SignalPlan start, SolveLimits limits, SolveControl control) {
    return SignalSolver.solve(start, limits, control, this::encode);
  }

  @Override
  public byte[] encode(SignalPlan plan) {
    return SignalArtefact.encode(plan, plan.setting());
  }

  @Override
  public SignalPlan decode(SignalPlan problem, byte[] artefact) {
    return problem.with(SignalArtefact.read(artefact).timings(problem));
  }

  @Override
  public Proposal propose(SignalPlan plan, Optional<SignalPlan> inForce) {
    return SignalProposal.of(plan, inForce, encode(plan));
  }

  @Override
  public List<Asset> assets(City city) {
    return SignalAssets.of(JsonFile.read(city.folder().resolve(SITES), SignalSites.class));
  }

  @Override
  public Optional<SignalPlan> pin(SignalPlan plan, Set<String> assets) {
    return Optional.of(plan.pinned(assets));
  }

  @Override
  public List<Supposition> suppositions(City city) {
    return SignalFindings.suppositions(
        JsonFile.read(city.folder().resolve(SITES), SignalSites.class));
  }
}
