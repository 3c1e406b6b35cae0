package city.nhip.engine.safety;

import city.nhip.engine.city.Position;
import city.nhip.engine.safety.WasteTours.Tour;
import city.nhip.engine.safety.WasteTours.Visit;
import city.nhip.engine.safety.WasteYard.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drives one tour again, visit by visit. Times are whole seconds. */
final class WasteTourCheck {
  private final WasteYard yard;
  private final WasteYard.Truck truck;
  private final Tour tour;
  private final LocalDate date;
  private final ZoneId zone;
  private final String where;
  private final Findings findings;
  private final Set<String> collected;
  private final int[] litres;
  private final double[] kilograms;
  private Position place;
  private Instant free;

  /** When {@code place} was left, where a break came in between. */
  private @Nullable Instant left;

  /** Seconds that passed in that break. */
  private long resting;

  private long driving;
  private long metres;
  private int breaks;
  private boolean planned;

  WasteTourCheck(
      WasteYard yard,
      WasteYard.Truck truck,
      Tour tour,
      LocalDate date,
      ZoneId zone,
      String where,
      Findings findings,
      Set<String> collected) {
    this.yard = yard;
    this.truck = truck;
    this.tour = tour;
    this.date = date;
    this.zone = zone;
    this.where = where;
    this.findings = findings;
    this.collected = collected;
    this.litres = new int[truck.compartments().size()];
    this.kilograms = new double[litres.length];
    this.place = yard.depot().position();
    this.free = tour.start();
  }

  void check() {
    require(!tour.end().isBefore(tour.start()), "times", "/end", "The tour ends before it starts.");
    if (tour.visits().isEmpty()) {
      require(tour.metres() == 0, "metres", "/metres", "It drives, but visits nothing.");
      return;
    }
    shift();
    for (int v = 0; v < tour.visits().size(); v++) {
      visit(tour.visits().get(v), "/visits/" + v);
    }
    if (!tour.outOfService()) {
      home();
    }
  }

  private void shift() {
    Hours hours = truck.shift();
    Instant from = date.atTime(hours.from()).atZone(zone).toInstant();
    LocalDate last = hours.to().isAfter(hours.from()) ? date : date.plusDays(1);
    Instant to = last.atTime(hours.to()).atZone(zone).toInstant();
    require(!tour.start().isBefore(from), "shift", "/start", "The shift starts at " + from + ".");
    require(!tour.end().isAfter(to), "shift", "/end", "The shift ends at " + to + ".");
  }

  private void visit(Visit visit, String at) {
    require(!visit.start().isBefore(visit.arrive()), "times", at, "It starts before it arrives.");
    require(visit.metres() >= 0 && visit.litres() >= 0, "amounts", at, "An amount is negative.");
    require(
        visit.done() ? !planned : !tour.outOfService(),
        "frozen",
        at,
        "What is done comes first, and nothing follows on a truck out of service.");
    planned |= !visit.done();
    driving += Duration.between(free, visit.arrive()).toSeconds();
    metres += visit.metres();
    switch (visit.kind()) {
      case "collect" -> collect(visit, at);
      case "tip" -> tip(visit, at);
      case "break" -> rest(visit, at);
      case "depot" -> {
        arrive(visit, yard.depot().position(), 0, at);
        require(visit.done() && empty(), "empty", at, "It is back at the depot with waste.");
      }
      default -> require(false, "kind", at, "There is no visit of kind " + visit.kind() + ".");
    }
    require(
        visit.onBoardLitres() == Arrays.stream(litres).sum(),
        "load",
        at + "/onBoardLitres",
        "On board are %d l.".formatted(Arrays.stream(litres).sum()));
    free = visit.depart();
  }

  private void collect(Visit visit, String at) {
    WasteYard.Container container = yard.containers().get(visit.at());
    if (container == null) {
      require(false, "container", at, "There is no container " + visit.at() + ".");
      return;
    }
    require(collected.add(visit.at()), "twice", at, visit.at() + " is collected twice.");
    arrive(visit, container.position(), container.serviceSeconds(), at);
    open(container.access(), visit.start(), "access", at);
    require(
        truck.small() || !container.smallTruckOnly(),
        "street",
        at,
        "The street of %s is too narrow for %s.".formatted(visit.at(), truck.id()));
    require(
        yard.mayEnter(truck.id(), container.section()),
        "limit",
        at,
        "%s is too heavy or large for the street of %s.".formatted(truck.id(), visit.at()));
    require(
        visit.litres() >= 1 && visit.litres() <= container.litres(),
        "load",
        at + "/litres",
        "%s holds 1 to %d l.".formatted(visit.at(), container.litres()));
    int into = compartment(container.stream());
    if (!require(
        into >= 0, "stream", at, "%s takes no %s.".formatted(truck.id(), container.stream()))) {
      return;
    }
    litres[into] += visit.litres();
    // the heavier of what is said and what the stream weighs
    double weight = visit.litres() * yard.kilogramsPerLitre().getOrDefault(container.stream(), 1.0);
    kilograms[into] += Math.max(visit.kilograms(), weight);
    require(
        litres[into] <= truck.compartments().get(into).litres(),
        "capacity",
        at,
        "%d l are in a compartment of %d l."
            .formatted(litres[into], truck.compartments().get(into).litres()));
    require(
        Arrays.stream(kilograms).sum() <= truck.kilograms() + 1e-6,
        "payload",
        at,
        "%.0f kg are on a truck for %d kg."
            .formatted(Arrays.stream(kilograms).sum(), truck.kilograms()));
  }

  private void tip(Visit visit, String at) {
    WasteYard.Site site = yard.sites().get(visit.at());
    if (site == null) {
      require(false, "site", at, "There is no disposal site " + visit.at() + ".");
      return;
    }
    arrive(visit, site.position(), site.tippingSeconds(), at);
    open(List.of(site.open()), visit.start(), "site-hours", at);
    int tipped = 0;
    for (int c = 0; c < litres.length; c++) {
      if (truck.compartments().get(c).streams().stream().anyMatch(site.streams()::contains)) {
        require(
            litres[c] == 0 || site.streams().containsAll(truck.compartments().get(c).streams()),
            "site-stream",
            at,
            site.id() + " does not take all that the compartment may hold.");
        tipped += litres[c];
        litres[c] = 0;
        kilograms[c] = 0;
      }
    }
    int all = tipped;
    require(all == visit.litres(), "load", at + "/litres", "It tips %d l.".formatted(all));
  }

  private void rest(Visit visit, String at) {
    breaks++;
    require(!visit.arrive().isBefore(free), "times", at, "It comes before it left.");
    require(
        Duration.between(visit.start(), visit.depart()).toMinutes() >= yard.work().breakMinutes(),
        "break",
        at,
        "A break lasts %d min.".formatted(yard.work().breakMinutes()));
    open(List.of(yard.work().breakHours()), visit.start(), "break", at);
    // where it is taken is not said: what was driven until now counts towards the next place
    resting += Duration.between(visit.arrive(), visit.depart()).toSeconds();
    left = left == null ? free : left;
  }

  /** Time enough to get here, and to do the work. */
  private void arrive(Visit visit, Position here, long work, String at) {
    Instant since = left == null ? free : left;
    require(!visit.arrive().isBefore(free), "times", at, "It arrives before it left.");
    long seconds = Duration.between(since, visit.arrive()).toSeconds() - resting;
    reach(seconds, here, at);
    require(
        Duration.between(visit.start(), visit.depart()).toSeconds() >= work,
        "service",
        at,
        "The work takes %d s.".formatted(work));
    place = here;
    left = null;
    resting = 0;
  }

  private void reach(long seconds, Position here, String at) {
    double straight = Math.max(0, place.metresTo(here) - yard.toleranceMetres());
    require(
        seconds + 1 >= straight / yard.fastestMetresPerSecond(),
        "too-fast",
        at,
        "%.0f m in %d s is faster than any street allows.".formatted(straight, seconds));
  }

  private void home() {
    long way = Duration.between(free, tour.end()).toSeconds();
    Instant since = left == null ? free : left;
    reach(
        Duration.between(since, tour.end()).toSeconds() - resting, yard.depot().position(), "/end");
    driving += way;
    require(way >= 0, "times", "/end", "It is back before it left.");
    require(empty(), "empty", "/end", "It comes back with waste.");
    require(
        driving == tour.drivingSeconds(),
        "driving",
        "/drivingSeconds",
        "It drives for %d s.".formatted(driving));
    require(
        driving <= 60L * yard.work().longestDrivingMinutes(),
        "driving",
        "/drivingSeconds",
        "%d min may be driven.".formatted(yard.work().longestDrivingMinutes()));
    require(metres <= tour.metres(), "metres", "/metres", "Its visits are %d m.".formatted(metres));
    long length = Duration.between(tour.start(), tour.end()).toMinutes();
    require(
        breaks > 0 || length <= yard.work().breakAfterMinutes(),
        "break",
        "",
        "%d min without a break; %d are allowed."
            .formatted(length, yard.work().breakAfterMinutes()));
  }

  private void open(List<Hours> hours, Instant start, String rule, String at) {
    LocalTime time = start.atZone(zone).toLocalTime();
    require(
        hours.isEmpty() || hours.stream().anyMatch(one -> one.contain(time)),
        rule,
        at + "/start",
        "At %s it is closed.".formatted(time));
  }

  private int compartment(String stream) {
    for (int c = 0; c < litres.length; c++) {
      if (truck.compartments().get(c).streams().contains(stream)) {
        return c;
      }
    }
    return -1;
  }

  private boolean empty() {
    return Arrays.stream(litres).allMatch(one -> one == 0);
  }

  private boolean require(boolean holds, String rule, String at, String problem) {
    return findings.require(holds, rule, where + at, () -> problem);
  }
}
