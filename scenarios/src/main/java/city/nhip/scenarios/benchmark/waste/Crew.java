package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.planning.waste.DisposalSite;
import city.nhip.engine.planning.waste.Matrix;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.Truck;
import city.nhip.engine.planning.waste.WasteProblem;
import city.nhip.engine.planning.waste.Window;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A truck on its round, as far as it has got. It never goes where it could not be back from, empty,
 * by the end of its shift. Mutable; a copy tries what comes next.
 */
final class Crew {
  private final WasteProblem city;
  private final Truck truck;
  private final Matrix ways;
  private final Contents contents;
  private final int[] litres;
  private final int[] kilograms;
  private int node;
  private int now;
  private int driven;
  private boolean rested;
  private boolean restPlanned;
  private long metres;
  private int tippedOutOfTurn;

  Crew(WasteProblem city, Truck truck, Contents contents) {
    this.city = city;
    this.truck = truck;
    ways = city.matrices().get(truck.profile());
    this.contents = contents;
    litres = new int[truck.compartments().size()];
    kilograms = new int[litres.length];
    node = truck.start().node();
    now = truck.start().time();
    rested = truck.shift().rest().isEmpty();
  }

  private Crew(Crew other) {
    city = other.city;
    truck = other.truck;
    ways = other.ways;
    contents = other.contents;
    litres = other.litres.clone();
    kilograms = other.kilograms.clone();
    node = other.node;
    now = other.now;
    driven = other.driven;
    rested = other.rested;
    restPlanned = other.restPlanned;
    metres = other.metres;
    tippedOutOfTurn = other.tippedOutOfTurn;
  }

  /** Driven so far. */
  long metres() {
    return metres;
  }

  int tippedOutOfTurn() {
    return tippedOutOfTurn;
  }

  /** The second of the day at which it is done with its last errand. */
  int now() {
    return now;
  }

  /** The same crew once it has emptied a container; empty where it must leave it. */
  Optional<Crew> collect(Stop stop) {
    Crew after = new Crew(this);
    return after.empty(stop) && new Crew(after).goHome() ? Optional.of(after) : Optional.empty();
  }

  private boolean empty(Stop stop) {
    int compartment = truck.compartmentFor(stop.stream());
    if (compartment < 0) {
      return false;
    }
    Contents.Load seen = contents.at(stop.id(), now + ways.time(node, stop.node()));
    if (!fits(compartment, seen)) {
      Optional<DisposalSite> site = nearest(compartment, stop.node());
      if (site.isEmpty() || !tip(site.get())) {
        return false;
      }
      tippedOutOfTurn++;
    }
    restIfOwed(now + ways.time(node, stop.node()) + stop.service());
    drive(stop.node());
    if (!waitFor(stop.windows())) {
      return false;
    }
    Contents.Load load = contents.at(stop.id(), now);
    litres[compartment] += load.litres();
    kilograms[compartment] += load.kilograms();
    now += stop.service();
    return true;
  }

  /** What is more than an empty truck holds is pressed in. */
  private boolean fits(int compartment, Contents.Load load) {
    int onBoard = Arrays.stream(kilograms).sum();
    return litres[compartment] == 0
        || (litres[compartment] + load.litres() <= truck.compartments().get(compartment).volume()
            && onBoard + load.kilograms() <= truck.payload());
  }

  /** Where its round says so; it passes a site by that would take nothing off it. */
  void tipInTurn(DisposalSite site) {
    if (IntStream.range(0, litres.length).anyMatch(c -> litres[c] > 0 && takes(site, c))) {
      Crew after = new Crew(this);
      if (after.tip(site) && new Crew(after).goHome()) {
        tip(site);
      }
    }
  }

  private boolean tip(DisposalSite site) {
    restIfOwed(now + ways.time(node, site.node()) + site.tipping());
    drive(site.node());
    if (!waitFor(site.windows())) {
      return false;
    }
    now += site.tipping();
    for (int c = 0; c < litres.length; c++) {
      if (takes(site, c)) {
        litres[c] = 0;
        kilograms[c] = 0;
      }
    }
    return true;
  }

  private boolean takes(DisposalSite site, int compartment) {
    return site.streams().containsAll(truck.compartments().get(compartment).streams());
  }

  /** The open site that takes a compartment's load with the shortest way on. */
  private Optional<DisposalSite> nearest(int compartment, int onward) {
    return city.sites().stream()
        .filter(site -> takes(site, compartment))
        .filter(site -> open(site.windows(), now + ways.time(node, site.node())) >= 0)
        .min(
            Comparator.comparingInt(
                site -> ways.distance(node, site.node()) + ways.distance(site.node(), onward)));
  }

  /** From now on it rests as soon as the hours of breaks begin. */
  void restInTurn() {
    restPlanned = true;
  }

  private void restIfOwed(int until) {
    truck
        .shift()
        .rest()
        .filter(rest -> !rested)
        .filter(rest -> until > rest.owedAfter() || (restPlanned && now >= rest.window().from()))
        .ifPresent(
            rest -> {
              now = Math.max(now, rest.window().from()) + rest.duration();
              rested = true;
            });
  }

  /**
   * Tips what is on board and drives back.
   *
   * @return whether it is back, empty, within its shift
   */
  boolean goHome() {
    for (int c = 0; c < litres.length; c++) {
      if (litres[c] > 0) {
        Optional<DisposalSite> site = nearest(c, truck.depot());
        if (site.isEmpty() || !tip(site.get())) {
          return false;
        }
      }
    }
    restIfOwed(now + ways.time(node, truck.depot()));
    drive(truck.depot());
    return now <= truck.shift().latest() && driven <= truck.shift().maxDriving();
  }

  private void drive(int to) {
    int seconds = ways.time(node, to);
    metres += ways.distance(node, to);
    driven += seconds;
    now += seconds;
    node = to;
  }

  private boolean waitFor(List<Window> windows) {
    int start = open(windows, now);
    now = Math.max(now, start);
    return start >= 0;
  }

  private static int open(List<Window> windows, int arrive) {
    return windows.stream()
        .filter(window -> arrive <= window.to())
        .mapToInt(window -> Math.max(arrive, window.from()))
        .findFirst()
        .orElse(-1);
  }
}
