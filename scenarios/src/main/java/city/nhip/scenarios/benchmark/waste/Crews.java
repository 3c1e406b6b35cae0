package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.planning.waste.DisposalSite;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.Truck;
import city.nhip.engine.planning.waste.WasteProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Drives an evening's rounds through the city as it is: who is full on the way tips and goes on,
 * and what a shift leaves stays where it is.
 */
final class Crews {
  private final WasteProblem city;
  private final Map<String, Stop> stops;
  private final Map<String, DisposalSite> sites;
  private final Map<String, Truck> trucks;

  /**
   * @param served the second of the day at which each container was emptied, by id
   * @param tippedOutOfTurn ways to a site that no round had
   * @param left containers of the rounds that nobody came to
   */
  record Evening(long metres, Map<String, Integer> served, int tippedOutOfTurn, int left) {}

  /**
   * @param city with each container a stop; what it holds is not looked at
   */
  Crews(WasteProblem city) {
    this.city = city;
    stops = city.stops().stream().collect(Collectors.toMap(Stop::id, Function.identity()));
    sites = city.sites().stream().collect(Collectors.toMap(DisposalSite::id, Function.identity()));
    trucks = city.trucks().stream().collect(Collectors.toMap(Truck::id, Function.identity()));
  }

  Evening drive(List<Round> rounds, Contents contents) {
    Map<String, Integer> served = new HashMap<>();
    long metres = 0;
    int outOfTurn = 0;
    int left = 0;
    for (Round round : rounds) {
      if (round.errands().isEmpty()) {
        continue;
      }
      Crew crew = new Crew(city, known(trucks, round.truck()), contents);
      for (Round.Errand errand : round.errands()) {
        switch (errand.kind()) {
          case COLLECT -> {
            Stop stop = known(stops, errand.at());
            Optional<Crew> after = crew.collect(stop);
            after.ifPresent(one -> served.put(stop.id(), one.now() - stop.service()));
            left += after.isEmpty() ? 1 : 0;
            crew = after.orElse(crew);
          }
          case TIP -> crew.tipInTurn(known(sites, errand.at()));
          case BREAK -> crew.restInTurn();
          default -> throw new IllegalStateException();
        }
      }
      crew.goHome();
      metres += crew.metres();
      outOfTurn += crew.tippedOutOfTurn();
    }
    return new Evening(metres, served, outOfTurn, left);
  }

  private static <T> T known(Map<String, T> all, String id) {
    return Optional.ofNullable(all.get(id)).orElseThrow(() -> new IllegalArgumentException(id));
  }
}
