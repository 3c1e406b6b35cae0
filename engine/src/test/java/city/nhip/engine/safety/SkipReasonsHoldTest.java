package city.nhip.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.City;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.waste.city.CollectionPlan;
import city.nhip.engine.planning.waste.city.WasteDomain;
import city.nhip.engine.planning.waste.city.WasteTown;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the desk says of containers that are left out, tried again: each is put at every place of
 * every tour, as an operator would, and the independent check judges the day that comes of it.
 */
class SkipReasonsHoldTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern BLOCKED =
      Pattern.compile("(W\\d+) is left out .*in the way stands:");

  @TempDir Path folder = Path.of("");

  private final WasteDomain domain = new WasteDomain();
  private final WasteSafetyCheck check = new WasteSafetyCheck();

  @Test
  void where_something_stands_in_the_way_no_place_is_safe() {
    Tried tried = new Tried(new WasteTown(folder, 60).shift(WasteTown.hours(18, 0, 19, 30)));

    List<String> blocked = tried.blocked();

    assertThat(blocked).isNotEmpty();
    for (String container : blocked) {
      assertThat(tried.places(container))
          .as(container)
          .isNotEmpty()
          .noneMatch(bytes -> check.check(bytes, tried.city, "city").safe());
    }
  }

  @Test
  void where_collecting_only_adds_cost_places_are_safe_and_none_is_better() {
    Tried tried = new Tried(new WasteTown(folder, 120).shift(WasteTown.hours(18, 0, 20, 20)));

    List<String> calm = tried.leftOut();
    calm.removeAll(tried.blocked());

    assertThat(calm).isNotEmpty();
    for (String container : calm) {
      List<byte[]> safe =
          tried.places(container).stream()
              .filter(bytes -> check.check(bytes, tried.city, "city").safe())
              .toList();
      assertThat(safe).as(container).isNotEmpty();
      assertThat(safe)
          .as(container)
          .allSatisfy(bytes -> assertThat(tried.soft(bytes)).isLessThanOrEqualTo(tried.soft));
    }
  }

  /** A day that was planned, and the same day with one container more. */
  private final class Tried {
    private final City city;
    private final CollectionPlan problem;
    private final Proposal proposal;
    private final long soft;

    private Tried(WasteTown town) {
      city = town.city();
      problem = domain.problem(town.context(WasteTown.AFTERNOON));
      CollectionPlan plan =
          domain.solve(problem, SolveLimits.ofEvaluations(1_000, 1), SolveControl.UNWATCHED).plan();
      proposal = domain.propose(plan, Optional.empty());
      soft = soft(proposal.artefact());
    }

    /** Of which the desk says what stands in the way at the best place. */
    private List<String> blocked() {
      return proposal.notes().stream()
          .map(note -> BLOCKED.matcher(note.en()))
          .filter(Matcher::find)
          .map(reason -> reason.group(1))
          .toList();
    }

    private List<String> leftOut() {
      List<String> found = new ArrayList<>();
      for (JsonNode one : JSON.readTree(proposal.artefact()).path("skipped")) {
        if (one.path("reason").asString().equals("left-out")) {
          found.add(one.path("container").asString());
        }
      }
      return found;
    }

    private long soft(byte[] bytes) {
      String score = domain.propose(domain.decode(problem, bytes), Optional.empty()).score();
      return Long.parseLong(score.replaceAll(".*/(-?\\d+)soft", "$1"));
    }

    private List<byte[]> places(String container) {
      List<byte[]> all = new ArrayList<>();
      JsonNode plan = JSON.readTree(proposal.artefact());
      for (int truck = 0; truck < plan.path("trucks").size(); truck++) {
        int places = plan.path("trucks").path(truck).path("visits").size();
        for (int at = 0; at <= places; at++) {
          all.add(
              domain.encode(domain.decode(problem, with(plan.deepCopy(), container, truck, at))));
        }
      }
      return all;
    }

    private byte[] with(JsonNode plan, String container, int truck, int at) {
      JsonNode tour = plan.path("trucks").path(truck);
      String start = tour.path("start").asString(Instant.EPOCH.toString());
      ObjectNode visit = JSON.createObjectNode();
      visit.put("kind", "collect").put("at", container);
      visit.put("arrive", start).put("start", start).put("depart", start);
      visit.put("metres", 0).put("way", "").put("litres", 0).put("kilograms", 0);
      visit.put("onBoardLitres", 0).put("done", false);
      ((ArrayNode) tour.path("visits")).insert(at, visit);
      return JSON.writeValueAsBytes(plan);
    }
  }
}
