package city.nhip.connectors.export;

import city.nhip.connectors.export.Round.Saving;
import city.nhip.connectors.export.Round.Stop;
import city.nhip.engine.city.City;
import city.nhip.engine.planning.Asset;
import city.nhip.engine.planning.Expected;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.schedule.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a collection plan as rounds with places, from its bytes and the city's assets. */
@Component
class Rounds {
  static final String DOMAIN = "waste";

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final City city;
  private final PlanningDomains domains;

  Rounds(City city, PlanningDomains domains) {
    this.city = city;
    this.domains = domains;
  }

  private record Plan(List<Tour> trucks) {}

  private record Tour(
      String truck, Instant start, Instant end, int metres, List<Activity> visits) {}

  private record Activity(
      String kind, String at, Instant arrive, Instant depart, int litres, int kilograms) {}

  /** The trucks that leave the depot. */
  List<String> trucks(Schedule schedule) {
    return used(schedule).map(Tour::truck).toList();
  }

  /**
   * @throws NoSuchElementException when the truck stays in the depot or is unknown
   */
  List<Round> of(Schedule schedule, Optional<String> truck) {
    Map<String, Asset> assets =
        domains.find(DOMAIN).orElseThrow().assets(city).stream()
            .collect(Collectors.toMap(Asset::id, Function.identity()));
    Asset depot =
        assets.values().stream().filter(it -> it.kind().equals("depot")).findFirst().orElseThrow();
    Set<String> straight =
        schedule.expected().stream()
            .filter(one -> one.part().equals("way") && one.figures().containsKey("straight"))
            .map(Expected::asset)
            .collect(Collectors.toSet());
    Map<String, Saving> savings =
        schedule.expected().stream()
            .filter(one -> one.part().isEmpty() && one.figures().containsKey("savesMetres"))
            .collect(Collectors.toMap(Expected::asset, Rounds::saving));
    List<Round> rounds =
        used(schedule)
            .filter(tour -> truck.isEmpty() || tour.truck().equals(truck.get()))
            .map(tour -> round(tour, assets, depot, straight, savings))
            .toList();
    if (truck.isPresent() && rounds.isEmpty()) {
      throw new NoSuchElementException(
          "No truck %s leaves the depot. These do: %s."
              .formatted(truck.get(), String.join(", ", trucks(schedule))));
    }
    return rounds;
  }

  private static java.util.stream.Stream<Tour> used(Schedule schedule) {
    return JSON.readValue(schedule.artefact(), Plan.class).trucks().stream()
        .filter(tour -> !tour.visits().isEmpty());
  }

  private static Saving saving(Expected at) {
    return new Saving(
        Math.round(at.figures().getOrDefault("savesMetres", 0.0)),
        Math.round(at.figures().getOrDefault("savesSeconds", 0.0)),
        Math.round(at.figures().getOrDefault("savesCost", 0.0)));
  }

  private static Round round(
      Tour tour,
      Map<String, Asset> assets,
      Asset depot,
      Set<String> straight,
      Map<String, Saving> savings) {
    List<Stop> stops = new ArrayList<>();
    stops.add(stop(1, "leave", depot, tour.start(), tour.start(), 0, 0, false, Optional.empty()));
    String before = depot.id();
    for (Activity it : tour.visits()) {
      Asset at = it.kind().equals("depot") ? depot : assets.get(it.at());
      if (at != null) {
        stops.add(
            stop(
                stops.size() + 1,
                it.kind().equals("depot") ? "return" : it.kind(),
                at,
                it.arrive(),
                it.depart(),
                it.litres(),
                it.kilograms(),
                straight.contains(before) || straight.contains(at.id()),
                Optional.ofNullable(savings.get(at.id()))));
        before = at.id();
      }
    }
    boolean home = straight.contains(before) || straight.contains(depot.id());
    stops.add(
        stop(
            stops.size() + 1,
            "return",
            depot,
            tour.end(),
            tour.end(),
            0,
            0,
            home,
            Optional.empty()));
    return new Round(tour.truck(), tour.start(), tour.end(), tour.metres(), List.copyOf(stops));
  }

  private static Stop stop(
      int number,
      String kind,
      Asset at,
      Instant arrive,
      Instant depart,
      int litres,
      int kg,
      boolean straight,
      Optional<Saving> saving) {
    return new Stop(
        number,
        kind,
        at.id(),
        at.name(),
        at.position(),
        arrive,
        depart,
        at.properties().getOrDefault("street", ""),
        at.properties().getOrDefault("stream", ""),
        litres,
        kg,
        straight,
        saving);
  }
}
