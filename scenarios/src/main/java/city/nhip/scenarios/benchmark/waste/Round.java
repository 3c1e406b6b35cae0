package city.nhip.scenarios.benchmark.waste;

import city.nhip.scenarios.benchmark.waste.Round.Errand.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a crew takes along: what its truck is to do, in order, without times.
 *
 * @param truck id
 */
record Round(String truck, List<Errand> errands) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * @param at the container or the disposal site; empty for a break
   */
  record Errand(Kind kind, String at) {
    /** As a published plan names them. */
    enum Kind {
      COLLECT,
      TIP,
      BREAK
    }
  }

  Round {
    errands = List.copyOf(errands);
  }

  /** Of a published plan. */
  static List<Round> of(byte[] artefact) {
    List<Round> rounds = new ArrayList<>();
    for (JsonNode tour : JSON.readTree(artefact).path("trucks")) {
      List<Errand> errands = new ArrayList<>();
      for (JsonNode visit : tour.get("visits")) {
        String kind = visit.get("kind").asString().toUpperCase(Locale.ROOT);
        errands.add(new Errand(Kind.valueOf(kind), visit.get("at").asString()));
      }
      rounds.add(new Round(tour.get("truck").asString(), errands));
    }
    return rounds;
  }
}
