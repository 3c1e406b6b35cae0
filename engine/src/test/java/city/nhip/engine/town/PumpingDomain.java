package city.nhip.engine.town;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.Asset;
import city.nhip.engine.planning.CannotPlan;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.Kpi;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import city.nhip.engine.planning.Supposition;
import city.nhip.engine.reading.ReadingKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** A fourth domain, made up: in which hours a pump runs so that a tank fills at the least price. */
public final class PumpingDomain implements PlanningDomain<PumpingDomain.Plan> {
  /** One pump, 24 hours; the price of each hour is fixed. */
  public record Plan(String scope, Instant from, int hoursNeeded, boolean[] on) {
    long cost() {
      long cost = 0;
      for (int hour = 0; hour < on.length; hour++) {
        cost += on[hour] ? price(hour) : 0;
      }
      return cost;
    }

    int hours() {
      int hours = 0;
      for (boolean one : on) {
        hours += one ? 1 : 0;
      }
      return hours;
    }

    static long price(int hour) {
      return 1000 + 100L * ((hour * 7) % 24);
    }
  }

  /** Hours to pump where nobody found how many are needed. */
  private static final int A_NIGHT = 6;

  private final List<Plan> starts = new CopyOnWriteArrayList<>();
  private final Set<String> held = ConcurrentHashMap.newKeySet();

  /** The plans that solves of a scope began with, in order. */
  public List<Plan> starts(String scope) {
    return starts.stream().filter(plan -> plan.scope().equals(scope)).toList();
  }

  /** Solves of this scope do not end until it is released, or they are cancelled. */
  public void hold(String scope) {
    held.add(scope);
  }

  public void release(String scope) {
    held.remove(scope);
  }

  @Override
  public String name() {
    return "pumping";
  }

  @Override
  public Localized title() {
    return new Localized("Bơm nước", "Water pumping");
  }

  @Override
  public List<ReadingKind> measures() {
    return List.of(new ReadingKind("tankLevel", "%", 0, 100));
  }

  @Override
  public List<Asset> assets(City city) {
    return List.of();
  }

  @Override
  public List<Supposition> suppositions(City city) {
    return List.of(
        new Supposition(
            "pump-fails", new Localized("Bơm hỏng", "A pump fails"), List.of("P1"), "", 1, 1, 1));
  }

  @Override
  public String scope(String zone) {
    return zone;
  }

  @Override
  public Plan problem(PlanningContext context) {
    if (!context.readings().latest("tankLevel", context.now()).containsKey(tank(context.scope()))) {
      throw new CannotPlan(new Localized("Chưa có mực nước.", "There is no tank level yet."));
    }
    int hours = (int) context.known().stream().mapToDouble(Finding::value).max().orElse(A_NIGHT);
    boolean[] on = new boolean[24];
    Arrays.fill(on, 0, hours, true);
    return new Plan(context.scope(), context.now(), hours, on);
  }

  static String tank(String scope) {
    return "tank-" + scope;
  }

  @Override
  public Solved<Plan> solve(Plan start, SolveLimits limits, SolveControl control) {
    starts.add(start);
    Random random = new Random(limits.seed());
    Plan best = start;
    for (long evaluation = 0; evaluation < limits.evaluations().orElseThrow(); evaluation++) {
      boolean[] on = best.on().clone();
      int a = random.nextInt(24);
      int b = random.nextInt(24);
      boolean swapped = on[a];
      on[a] = on[b];
      on[b] = swapped;
      Plan next = new Plan(start.scope(), start.from(), start.hoursNeeded(), on);
      if (next.cost() < best.cost()) {
        best = next;
        control.improved(() -> encode(next), "-" + next.cost() + "soft");
      }
      if (control.cancelled()) {
        break;
      }
    }
    while (held.contains(start.scope()) && !control.cancelled()) {
      LockSupport.parkNanos(1_000_000);
    }
    return new Solved<>(
        best, "-" + best.cost() + "soft", true, limits.evaluations().orElseThrow(), Duration.ZERO);
  }

  @Override
  public byte[] encode(Plan plan) {
    StringBuilder hours = new StringBuilder();
    for (boolean one : plan.on()) {
      hours.append(hours.isEmpty() ? "" : ",").append(one);
    }
    return "{\"needed\":%d,\"on\":[%s]}"
        .formatted(plan.hoursNeeded(), hours)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Plan decode(Plan problem, byte[] artefact) {
    String text = new String(artefact, StandardCharsets.UTF_8);
    if (!text.contains("[")) {
      throw new IllegalArgumentException("No pump plan: " + text);
    }
    String[] hours = text.substring(text.indexOf('[') + 1, text.indexOf(']')).split(",", -1);
    boolean[] on = new boolean[24];
    for (int hour = 0; hour < 24; hour++) {
      on[hour] = Boolean.parseBoolean(hours[hour]);
    }
    return new Plan(problem.scope(), problem.from(), problem.hoursNeeded(), on);
  }

  @Override
  public Proposal propose(Plan plan, Optional<Plan> inForce) {
    return new Proposal(
        encode(plan),
        new TimeWindow(plan.from(), plan.from().plus(Duration.ofDays(1))),
        "-" + plan.cost() + "soft",
        plan.hours() == plan.hoursNeeded(),
        List.of(
            new Kpi(
                "cost",
                new Localized("Chi phí", "Cost"),
                "VND",
                plan.cost(),
                inForce.map(one -> OptionalDouble.of(one.cost())).orElse(OptionalDouble.empty()),
                OptionalDouble.empty())),
        List.of(),
        new Localized("Bơm vào giờ rẻ nhất.", "Pumps in the cheapest hours."),
        List.of(
            new Localized(
                "Giờ bơm",
                "Hours "
                    + Arrays.stream(new int[] {plan.hours()})
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining()))),
        Optional.empty(),
        List.of());
  }
}
