package city.nhip.engine.planning.waste.city;

import static city.nhip.engine.planning.waste.city.EveningPlans.artefact;
import static city.nhip.engine.planning.waste.city.EveningPlans.served;
import static city.nhip.engine.planning.waste.city.EveningPlans.solved;
import static city.nhip.engine.planning.waste.city.EveningPlans.urgent;
import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.waste.city.WasteArtefact.Activity;
import city.nhip.engine.planning.waste.city.WasteArtefact.Tour;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running shift keeps, and what it hands over. */
class WasteShiftTest {
  private static final Instant AFTERNOON = WasteTown.AFTERNOON;

  /** Ten to seven in the evening, in the middle of the shift's work. */
  private static final Instant EVENING = Instant.parse("2026-03-02T11:50:00Z");

  @TempDir Path folder = Path.of("");

  private final WasteDomain domain = new WasteDomain();

  @Test
  void in_the_shift_what_is_done_stays_and_little_else_changes() {
    WasteTown town = new WasteTown(folder, 90);
    byte[] first = domain.encode(solved(domain.problem(town.context(AFTERNOON))));
    WasteArtefact before = WasteArtefact.read(first);
    String late =
        before.trucks().stream()
            .flatMap(tour -> tour.visits().stream())
            .filter(
                one ->
                    one.kind().equals("collect")
                        && Instant.parse(one.start()).isAfter(EVENING.plus(Duration.ofMinutes(40))))
            .map(Activity::at)
            .findFirst()
            .orElseThrow();

    CollectionPlan problem =
        domain.problem(town.context(EVENING, Optional.of(first), List.of(urgent(late, EVENING))));
    WasteArtefact after = artefact(solved(problem));

    List<String> done = new ArrayList<>();
    for (Tour tour : after.trucks()) {
      Tour old = tour(before, tour.truck());
      for (int v = 0; v < tour.visits().size() && tour.visits().get(v).done(); v++) {
        Activity one = tour.visits().get(v);
        if (!one.kind().equals("depot")) {
          assertThat(one.start()).isEqualTo(old.visits().get(v).start());
          assertThat(one.at()).isEqualTo(old.visits().get(v).at());
        }
        done.add(one.at());
      }
    }
    assertThat(done).isNotEmpty();
    assertThat(served(after)).contains(late).doesNotHaveDuplicates();
    long moved =
        served(before).stream()
            .filter(
                id -> served(after).contains(id) && !truckOf(before, id).equals(truckOf(after, id)))
            .count();
    assertThat(moved).isLessThanOrEqualTo(served(before).size() / 5);
  }

  @Test
  void a_broken_trucks_tour_is_taken_over_by_the_others() {
    WasteTown town = new WasteTown(folder, 90);
    byte[] first = domain.encode(solved(domain.problem(town.context(AFTERNOON))));
    String broken =
        WasteArtefact.read(first).trucks().stream()
            .filter(tour -> tour.visits().size() > 10 && !tour.truck().equals("T3"))
            .map(Tour::truck)
            .findFirst()
            .orElseThrow();
    Finding breakdown =
        new Finding(
            WasteFindings.BREAKDOWN,
            broken,
            1,
            EVENING.minusSeconds(5),
            EVENING.plusSeconds(3_600));
    WasteArtefact after =
        artefact(
            solved(domain.problem(town.context(EVENING, Optional.of(first), List.of(breakdown)))));
    assertThat(tour(after, broken).outOfService()).isTrue();
    assertThat(tour(after, broken).visits()).allMatch(Activity::done);
    List<String> open =
        tour(WasteArtefact.read(first), broken).visits().stream()
            .filter(one -> one.kind().equals("collect"))
            .map(Activity::at)
            .filter(id -> tour(after, broken).visits().stream().noneMatch(v -> v.at().equals(id)))
            .toList();
    assertThat(open).isNotEmpty();
    assertThat(open.stream().filter(served(after)::contains).count())
        .isGreaterThanOrEqualTo(open.size() * 3L / 4);
  }

  @Test
  void a_new_day_starts_in_the_depot() {
    WasteTown town = new WasteTown(folder, 40);
    byte[] first = domain.encode(solved(domain.problem(town.context(AFTERNOON))));
    Instant tomorrow = AFTERNOON.plus(Duration.ofDays(1));
    CollectionPlan next = domain.problem(town.context(tomorrow, Optional.of(first), List.of()));
    assertThat(artefact(next).date()).isEqualTo("2026-03-03");
    assertThat(next.setting().tours()).allMatch(tour -> tour.done().isEmpty());
  }

  private static Tour tour(WasteArtefact artefact, String truck) {
    return artefact.trucks().stream()
        .filter(one -> one.truck().equals(truck))
        .findFirst()
        .orElseThrow();
  }

  private static String truckOf(WasteArtefact artefact, String container) {
    return artefact.trucks().stream()
        .filter(tour -> tour.visits().stream().anyMatch(one -> one.at().equals(container)))
        .map(Tour::truck)
        .findFirst()
        .orElseThrow();
  }
}
