package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.waste.Timeline;
import city.nhip.engine.planning.waste.city.CollectionPlan;
import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import city.nhip.engine.planning.waste.city.WasteDomain;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.engine.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One evening on which every container of a city must be emptied, and a truck that breaks down. */
public final class WasteEvening {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double LEVEL = 85;
  private static final int HOURS_READ = 4;

  private final City city;
  private final List<Container> containers;
  private final Instant afternoon;
  private final long seed;
  private final LongSupplier nanos;
  private final HourlyFills journal = new HourlyFills();
  private final WasteDomain domain = new WasteDomain();

  /**
   * What came of one search.
   *
   * @param cost VND, without what is left out
   */
  public record Plan(long cost, int leftOut, CollectionPlan plan) {}

  /**
   * What a breakdown made of a plan.
   *
   * @param seconds from the wish to the plan
   * @param frozenChanged stops done before it that the new plan tells otherwise
   * @param moved of the stops that other trucks still had to do, those that changed their truck
   * @param others so many they were
   * @param taken stops of the broken truck that others took over, of {@code orphaned}
   */
  public record Breakdown(
      double seconds, int frozenChanged, int moved, int others, int taken, int orphaned) {}

  /**
   * @param afternoon when the evening is planned
   * @param nanos by which a search's time is limited
   */
  public WasteEvening(
      City city, List<Container> containers, Instant afternoon, long seed, LongSupplier nanos) {
    this.city = city;
    this.containers = List.copyOf(containers);
    this.afternoon = afternoon;
    this.seed = seed;
    this.nanos = nanos;
  }

  public Plan plan(Duration time) {
    CollectionPlan plan = solve(context(afternoon, Optional.empty(), List.of()), time);
    return new Plan(
        plan.plan().timelines().stream().mapToLong(Timeline::cost).sum(),
        plan.plan().leftOut().size(),
        plan);
  }

  /**
   * @param at when the truck with the most left to do breaks down
   */
  public Breakdown breakdown(CollectionPlan plan, Instant at, Duration time) {
    byte[] inForce = domain.encode(plan);
    Map<String, String> before = stops(inForce, at, false);
    Map<String, String> done = stops(inForce, at, true);
    Map<String, Integer> left = new HashMap<>();
    before.values().forEach(truck -> left.merge(truck, 1, Integer::sum));
    String broken =
        left.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    Finding breakdown =
        new Finding("truck-breakdown", broken, 1, at, at.plus(Duration.ofHours(12)));
    long began = nanos.getAsLong();
    byte[] mended =
        domain.encode(solve(context(at, Optional.of(inForce), List.of(breakdown)), time));
    double seconds = (nanos.getAsLong() - began) / 1e9;
    Map<String, String> after = stops(mended, at, false);
    int moved = 0;
    int others = 0;
    int taken = 0;
    int orphaned = 0;
    for (Map.Entry<String, String> one : before.entrySet()) {
      String truck = after.getOrDefault(one.getKey(), "");
      if (one.getValue().equals(broken)) {
        orphaned++;
        taken += truck.isEmpty() ? 0 : 1;
      } else {
        others++;
        moved += truck.equals(one.getValue()) ? 0 : 1;
      }
    }
    Map<String, String> doneAfter = stops(mended, at, true);
    int changed =
        (int) done.entrySet().stream().filter(one -> !doneAfter.entrySet().contains(one)).count();
    return new Breakdown(seconds, changed, moved, others, taken, orphaned);
  }

  /**
   * The truck of each container, of those that are done by a moment, or of those that are not
   * begun: where a truck breaks down at work, that stop is neither.
   */
  private static Map<String, String> stops(byte[] artefact, Instant moment, boolean done) {
    Map<String, String> stops = new HashMap<>();
    for (JsonNode tour : JSON.readTree(artefact).path("trucks")) {
      for (JsonNode visit : tour.get("visits")) {
        Instant by = Instant.parse(visit.get(done ? "depart" : "start").asString());
        if (visit.get("kind").asString().equals("collect") && by.isAfter(moment) != done) {
          String when = done ? " " + visit.get("start").asString() : "";
          stops.put(visit.get("at").asString(), tour.get("truck").asString() + when);
        }
      }
    }
    return stops;
  }

  private CollectionPlan solve(PlanningContext context, Duration time) {
    SolveLimits limits = new SolveLimits(Optional.of(time), OptionalLong.empty(), seed, 1);
    return domain.solve(domain.problem(context), limits, SolveControl.UNWATCHED, nanos).plan();
  }

  private PlanningContext context(Instant now, Optional<byte[]> inForce, List<Finding> more) {
    List<Finding> findings = new ArrayList<>(more);
    for (Container one : containers) {
      findings.add(
          new Finding(
              "container-urgent", one.id(), LEVEL, afternoon, afternoon.plus(Duration.ofDays(1))));
    }
    for (int hour = HOURS_READ; hour >= 0; hour--) {
      Instant at = now.minus(Duration.ofHours(hour));
      journal.append(readings(at, LEVEL - hour), Map.of(), at);
    }
    return new PlanningContext(city, domain.scope(""), now, findings, journal, inForce);
  }

  private List<Reading> readings(Instant at, double level) {
    List<Reading> readings = new ArrayList<>();
    for (Device device : city.devices().values()) {
      if (device.kind().equals("fill-sensor")) {
        readings.add(
            new Reading(
                "simulation",
                device.id(),
                CommonMeasures.FILL_LEVEL.property(),
                at,
                level,
                CommonMeasures.FILL_LEVEL.unit()));
      }
    }
    return readings;
  }
}
