package city.nhip.engine.planning.waste.city;

import city.nhip.engine.planning.waste.Timeline;
import city.nhip.engine.planning.waste.Truck;
import city.nhip.engine.planning.waste.Visit;
import city.nhip.engine.planning.waste.WasteProblem;
import city.nhip.engine.planning.waste.city.WasteArtefact.Activity;
import city.nhip.engine.planning.waste.city.WasteArtefact.Skipped;
import city.nhip.engine.planning.waste.city.WasteArtefact.Tour;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes a plan as the field gets it, and reads which truck takes which stop from it. */
final class PublishedTours {
  static final String NOT_DUE = "not-due";
  static final String LEFT_OUT = "left-out";
  static final String BLOCKED = "blocked";

  private PublishedTours() {}

  static WasteArtefact of(CollectionPlan plan) {
    CollectionSetting setting = plan.setting();
    List<Timeline> timelines = plan.plan().timelines();
    List<Tour> tours = new ArrayList<>();
    for (int t = 0; t < setting.tours().size(); t++) {
      int model = setting.trucks().indexOf(t);
      tours.add(
          model < 0
              ? stopped(setting.tours().get(t), setting)
              : tour(setting, plan.plan().problem(), timelines.get(model)));
    }
    return new WasteArtefact(
        WasteArtefact.FORMAT,
        setting.scope(),
        setting.day().date().toString(),
        setting.validity().from().toString(),
        setting.validity().to().toString(),
        tours,
        skipped(plan));
  }

  private static Tour stopped(TourSoFar tour, CollectionSetting setting) {
    Instant end = tour.brokenAt().orElse(setting.validity().from());
    Instant start = tour.started().filter(at -> at.isBefore(end)).orElse(end);
    return new Tour(
        tour.truck().id(),
        true,
        start.toString(),
        end.toString(),
        tour.metres(),
        tour.drivingSeconds(),
        "",
        tour.done());
  }

  private static Tour tour(CollectionSetting setting, WasteProblem problem, Timeline timeline) {
    TourSoFar so = setting.ofTruck(timeline.truck());
    Truck.Start start = problem.trucks().get(timeline.truck()).start();
    CollectionDay day = setting.day();
    boolean stays = timeline.visits().isEmpty() && so.home();
    List<Activity> visits = new ArrayList<>(so.done());
    if (so.home() && !stays) {
      visits.set(visits.size() - 1, leaving(so, day.instant(start.time())));
    }
    int litres = start.volumes().stream().mapToInt(Integer::intValue).sum();
    int kilograms = start.masses().stream().mapToInt(Integer::intValue).sum();
    StreetWays ways = setting.city().waysOf(so.truck()).ways();
    int node = start.node();
    for (int v = 0; v < timeline.visits().size(); v++) {
      Visit visit = timeline.visits().get(v);
      int to = node(problem, timeline, v, node);
      int onBoard = (int) visit.volume();
      int mass = (int) visit.mass();
      visits.add(
          new Activity(
              kind(visit),
              at(visit, problem),
              day.instant(visit.arrive()).toString(),
              day.instant(visit.start()).toString(),
              day.instant(visit.depart()).toString(),
              visit.distance(),
              ways.line(node, to),
              Math.abs(onBoard - litres),
              Math.abs(mass - kilograms),
              onBoard,
              false));
      litres = onBoard;
      kilograms = mass;
      node = to;
    }
    Instant leaves = so.started().orElse(day.instant(start.time()));
    Instant end = stays ? Instant.parse(so.last().depart()) : day.instant(timeline.end());
    return new Tour(
        so.truck().id(),
        false,
        leaves.toString(),
        end.toString(),
        so.metres() + (int) timeline.distance(),
        driving(leaves, visits, end),
        stays ? "" : ways.line(node, problem.trucks().get(timeline.truck()).depot()),
        visits);
  }

  /**
   * @param from where the truck is before the visit
   */
  private static int node(WasteProblem problem, Timeline timeline, int visit, int from) {
    if (visit == timeline.visits().size()) {
      return problem.trucks().get(timeline.truck()).depot();
    }
    Visit one = timeline.visits().get(visit);
    return switch (one.kind()) {
      case STOP -> problem.stops().get(one.index()).node();
      case TIP -> problem.sites().get(one.index()).node();
      // A break is taken where the truck is, or where it goes next.
      case REST -> one.distance() == 0 ? from : node(problem, timeline, visit + 1, from);
    };
  }

  private static Activity leaving(TourSoFar so, Instant at) {
    Activity home = so.last();
    return new Activity(
        home.kind(),
        home.at(),
        home.arrive(),
        home.start(),
        at.toString(),
        home.metres(),
        home.way(),
        0,
        0,
        0,
        true);
  }

  private static int driving(Instant leaves, List<Activity> visits, Instant end) {
    long driving = 0;
    Instant free = leaves;
    for (Activity one : visits) {
      driving += Duration.between(free, Instant.parse(one.arrive())).toSeconds();
      free = Instant.parse(one.depart());
    }
    return (int) (driving + Duration.between(free, end).toSeconds());
  }

  private static String kind(Visit visit) {
    return switch (visit.kind()) {
      case STOP -> WasteArtefact.COLLECT;
      case TIP -> WasteArtefact.TIP;
      case REST -> WasteArtefact.BREAK;
    };
  }

  private static String at(Visit visit, WasteProblem problem) {
    return switch (visit.kind()) {
      case STOP -> problem.stops().get(visit.index()).id();
      case TIP -> problem.sites().get(visit.index()).id();
      case REST -> "";
    };
  }

  private static List<Skipped> skipped(CollectionPlan plan) {
    CollectionSetting setting = plan.setting();
    Set<Integer> leftOut = new HashSet<>();
    plan.plan().leftOut().forEach(stop -> leftOut.add(setting.stops().get(stop)));
    Set<Integer> stops = new HashSet<>(setting.stops());
    List<Skipped> skipped = new ArrayList<>();
    for (int c = 0; c < setting.containers().size(); c++) {
      DueContainer one = setting.containers().get(c);
      if (leftOut.contains(c) || (!stops.contains(c) && !one.done())) {
        skipped.add(
            new Skipped(
                one.container().id(),
                leftOut.contains(c) ? LEFT_OUT : one.blocked() ? BLOCKED : NOT_DUE,
                (int) Math.round(one.expectedPercent()),
                one.filling().full().truncatedTo(ChronoUnit.MINUTES).toString()));
      }
    }
    return skipped;
  }

  /**
   * By truck of the model, the stops that the artefact gives it and that are still to be served, in
   * its order.
   */
  static List<List<Integer>> orders(WasteArtefact artefact, CollectionSetting setting) {
    Set<Integer> taken = new HashSet<>();
    List<List<Integer>> orders = new ArrayList<>();
    for (int t : setting.trucks()) {
      String truck = setting.tours().get(t).truck().id();
      List<Integer> order = new ArrayList<>();
      artefact.trucks().stream()
          .filter(tour -> tour.truck().equals(truck))
          .flatMap(tour -> tour.visits().stream())
          .filter(visit -> visit.kind().equals(WasteArtefact.COLLECT))
          .forEach(
              visit -> {
                int stop = setting.stopOf(visit.at());
                if (stop >= 0 && taken.add(stop)) {
                  order.add(stop);
                }
              });
      orders.add(order);
    }
    return orders;
  }
}
