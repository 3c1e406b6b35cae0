package city.nhip.engine.planning.waste;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Drives one truck's day, visit by visit, and reckons what it costs and breaks. Plain and slow: the
 * measure that the search's own arithmetic is held against.
 */
final class DayWalk {
  private final FlatProblem flat;
  private final Truck truck;
  private final int index;
  private final Map<HardRule, Long> broken = new EnumMap<>(HardRule.class);
  private final Map<CostKind, Long> costs = new EnumMap<>(CostKind.class);
  private final List<Visit> visits = new ArrayList<>();
  private final long[] volumes;
  private final long[] masses;
  private int place;
  private int now;
  private int leg;
  private long distance;
  private int driving;
  private int waiting;
  private boolean rested;
  private int served;
  private long dayVolume;

  private DayWalk(FlatProblem flat, int index) {
    this.flat = flat;
    this.index = index;
    this.truck = flat.problem.trucks().get(index);
    this.volumes = new long[truck.compartments().size()];
    this.masses = new long[volumes.length];
    for (int c = 0; c < truck.start().volumes().size(); c++) {
      volumes[c] = truck.start().volumes().get(c);
    }
    for (int c = 0; c < truck.start().masses().size(); c++) {
      masses[c] = truck.start().masses().get(c);
    }
    this.place = flat.startPlace[index];
    this.now = truck.start().time();
    this.driving = truck.start().driven();
    this.rested = truck.start().rested();
  }

  /**
   * @param codes of the visits, see {@link VisitCodes}
   */
  static Timeline of(FlatProblem flat, int truck, int[] codes, int length) {
    return new DayWalk(flat, truck).walk(codes, length);
  }

  private Timeline walk(int[] codes, int length) {
    int depot = flat.depotPlace[index];
    for (int i = 0; i < length; i++) {
      int code = codes[i];
      if (code < flat.stops) {
        collect(code);
      } else if (code < VisitCodes.restHere(flat)) {
        tip(code);
      } else {
        boolean here = code == VisitCodes.restHere(flat);
        rest(here ? place : i + 1 < length ? codes[i + 1] : depot);
      }
    }
    if (visits.isEmpty() && truck.idleAtDepot()) {
      return new Timeline(index, visits, now, 0, 0, 0, broken, costs);
    }
    drive(depot);
    end();
    return new Timeline(
        index, visits, now, distance, driving - truck.start().driven(), waiting, broken, costs);
  }

  private void drive(int to) {
    leg = flat.distance(index, place, to);
    int arrive = flat.arrival(now, flat.time(index, place, to));
    distance += leg;
    driving += arrive - now;
    now = arrive;
    place = to;
  }

  private void collect(int code) {
    Stop stop = flat.problem.stops().get(code);
    drive(code);
    int arrive = now;
    int start = open(HardRule.WINDOW);
    int compartment = truck.compartmentFor(stop.stream());
    if (compartment < 0) {
      breaks(HardRule.STREAM, 1);
    } else {
      long room = truck.compartments().get(compartment).volume() - volumes[compartment];
      volumes[compartment] += stop.volume();
      masses[compartment] += stop.mass();
      breaks(HardRule.CAPACITY, Math.min(stop.volume(), stop.volume() - room));
      breaks(HardRule.PAYLOAD, Math.min(stop.mass(), sum(masses) - truck.payload()));
    }
    if (!stop.trucks().isEmpty() && !stop.trucks().contains(index)) {
      breaks(HardRule.ACCESS, 1);
    }
    costs(
        CostKind.CHANGE,
        stop.habit().filter(h -> h.truck() != index).map(Stop.Habit::changeCost).orElse(0L));
    served++;
    dayVolume += stop.volume();
    now = start + stop.service();
    add(Visit.Kind.STOP, code, arrive, start);
  }

  private void tip(int code) {
    DisposalSite site = flat.problem.sites().get(code - flat.stops);
    drive(code);
    int arrive = now;
    int start = open(HardRule.SITE_HOURS);
    costs(CostKind.TIPPING, site.fee());
    for (int c = 0; c < volumes.length; c++) {
      if (site.streams().containsAll(truck.compartments().get(c).streams())) {
        costs(CostKind.TIPPING, site.feePerMass() * masses[c]);
        volumes[c] = 0;
        masses[c] = 0;
      }
    }
    now = start + site.tipping();
    add(Visit.Kind.TIP, code - flat.stops, arrive, start);
  }

  private void rest(int at) {
    drive(at);
    int arrive = now;
    int start = arrive;
    if (truck.shift().rest().isPresent()) {
      Truck.Rest rest = truck.shift().rest().get();
      start = Math.max(arrive, rest.window().from());
      breaks(HardRule.REST, (long) start - rest.window().to());
      now = start + rest.duration();
      rested = true;
    }
    waiting += start - arrive;
    add(Visit.Kind.REST, 0, arrive, start);
  }

  private void end() {
    truck
        .shift()
        .rest()
        .filter(rest -> !rested)
        .ifPresent(rest -> breaks(HardRule.REST, (long) now - rest.owedAfter()));
    breaks(HardRule.SHIFT, (long) now - truck.shift().latest());
    breaks(HardRule.DRIVING, (long) driving - truck.shift().maxDriving());
    breaks(HardRule.DAY_VOLUME, dayVolume - truck.limits().volume());
    breaks(HardRule.DAY_STOPS, (long) served - truck.limits().stops());
    if (!flat.problem.sites().isEmpty()) {
      breaks(HardRule.EMPTY_AT_DEPOT, Math.max(sum(volumes), sum(masses)));
    }
    Truck.Prices prices = truck.prices();
    costs(CostKind.TRUCK, served > 0 ? prices.fixed() : 0);
    costs(CostKind.DISTANCE, prices.perDistance() * distance);
    costs(CostKind.TIME, prices.perTime() * (now - truck.start().time()));
    long overtime = Math.max(0, (long) now - truck.shift().overtimeFrom());
    costs(CostKind.OVERTIME, prices.perOvertime() * overtime);
  }

  /** Waits for the place to open; what comes too late starts at once. */
  private int open(HardRule rule) {
    int start = flat.serviceStart(place, now);
    if (start < 0) {
      breaks(rule, flat.lateness(place, now));
      return now;
    }
    waiting += start - now;
    return start;
  }

  private void add(Visit.Kind kind, int of, int arrive, int start) {
    visits.add(new Visit(kind, of, arrive, start, now, leg, sum(volumes), sum(masses)));
  }

  private void breaks(HardRule rule, long by) {
    if (by > 0) {
      broken.merge(rule, by, Long::sum);
    }
  }

  private void costs(CostKind kind, long cost) {
    if (cost > 0) {
      costs.merge(kind, cost, Long::sum);
    }
  }

  private static long sum(long[] parts) {
    long sum = 0;
    for (long part : parts) {
      sum += part;
    }
    return sum;
  }
}
