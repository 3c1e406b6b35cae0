package city.nhip.engine.planning.waste.city;

import static city.nhip.engine.planning.waste.city.EveningPlans.artefact;
import static city.nhip.engine.planning.waste.city.EveningPlans.solved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Roads.BannedTurn;
import city.nhip.engine.city.Roads.SizeLimit;
import city.nhip.engine.city.VehicleSize;
import city.nhip.engine.files.JsonFile;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.WasteProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VehicleSizesTest {
  private static final VehicleSize HEAVY = tonnes(15);
  private static final VehicleSize LIGHT = tonnes(6);

  private final WasteDomain domain = new WasteDomain();

  @TempDir Path folder = Path.of("");

  @Test
  void trucks_to_which_the_same_streets_are_closed_share_a_matrix() {
    CityWaste free = CityWaste.read(town().city());
    assertThat(free.profiles().matrices()).hasSize(1);
    CityWaste limited = CityWaste.read(weakBridge().city());
    assertThat(limited.profiles().matrices()).hasSize(2);
    assertThat(limited.profiles().ofTruck()).containsExactly(0, 0, 1);
  }

  @Test
  void a_heavy_truck_goes_round_a_weak_bridge_that_a_light_one_passes() {
    CityWaste city = CityWaste.read(weakBridge().city());
    TravelMatrix heavy = city.waysOf(city.fleet().trucks().get(0));
    TravelMatrix light = city.waysOf(city.fleet().trucks().get(2));
    int longer = 0;
    for (int way = 0; way < heavy.metres().length; way++) {
      int from = way / heavy.size();
      int to = way % heavy.size();
      if (!heavy.unreached().contains(from) && !heavy.unreached().contains(to)) {
        assertThat(heavy.seconds()[way]).isGreaterThanOrEqualTo(light.seconds()[way]);
        longer += heavy.metres()[way] > light.metres()[way] ? 1 : 0;
      }
    }
    assertThat(longer).isPositive();
    assertThat(heavy.straight()).isEmpty();
  }

  @Test
  void only_a_light_truck_serves_a_stop_in_a_street_with_a_limit() {
    WasteTown town = weakBridge();
    CollectionPlan plan = domain.problem(town.context(WasteTown.AFTERNOON));
    CityWaste city = plan.setting().city();
    WasteProblem problem = plan.plan().problem();
    int limited = 0;
    for (Stop stop : problem.stops()) {
      int container = city.indexOf(stop.id());
      if (city.containers().containers().get(container).section().startsWith("J2")
          && city.containers().containers().get(container).section().contains("-J3")) {
        assertThat(stop.trucks()).containsExactly(2);
        limited++;
      }
    }
    assertThat(limited).isPositive();
    assertThat(artefact(solved(plan)).trucks()).hasSize(3);
  }

  @Test
  void where_no_truck_may_come_the_reason_names_the_limit() {
    WasteTown town = town().limits(bridges(5)).size("T3", LIGHT);
    CollectionPlan plan = solved(domain.problem(town.context(WasteTown.AFTERNOON)));
    List<String> reasons =
        SkipReasons.reasons(plan).values().stream().map(it -> it.words().en()).toList();
    assertThat(reasons).anyMatch(it -> it.contains("limit 5.0 t") && it.contains("smaller truck"));
    assertThat(plan.setting().notes())
        .anyMatch(note -> note.en().startsWith("Truck T1 (15.0 t) cannot get there"));
  }

  @Test
  void a_wrong_turn_or_limit_is_refused_with_its_remedy() throws IOException {
    assertThatThrownBy(
            () -> new WasteTown(folder, 5).bannedTurns(new BannedTurn("X", "J00", "Y")).city())
        .hasMessageContaining("bannedTurns name section X");
    assertThatThrownBy(
            () ->
                new WasteTown(folder, 5)
                    .bannedTurns(new BannedTurn("J00-J01", "J04", "J01-J02"))
                    .city())
        .hasMessageContaining("J00-J01 does not touch J04. Correct via");
    assertThatThrownBy(() -> town().limits(new SizeLimit("X", tonnes(3))).city())
        .hasMessageContaining("limits name section X");
    town().limits(new SizeLimit("J00-J01", tonnes(3))).city();
    Path roads = folder.resolve("roads.json");
    Files.writeString(roads, Files.readString(roads).replace("\"tonnes\":3.0", "\"tonnes\":-3"));
    assertThatThrownBy(() -> JsonFile.read(roads, Roads.class))
        .hasMessageContaining("/limits/0/most")
        .hasMessageContaining("Give a number above 0");
  }

  private WasteTown town() {
    return new WasteTown(folder, 60).size("T1", HEAVY).size("T2", HEAVY).size("T3", LIGHT);
  }

  private WasteTown weakBridge() {
    return town().limits(bridges(10));
  }

  /** Of the five streets between the third and the fourth row, all but the last. */
  private static SizeLimit[] bridges(double tonnes) {
    List<SizeLimit> limits = new ArrayList<>();
    for (int column = 0; column < 4; column++) {
      limits.add(new SizeLimit("J2%d-J3%d".formatted(column, column), tonnes(tonnes)));
    }
    return limits.toArray(SizeLimit[]::new);
  }

  private static VehicleSize tonnes(double tonnes) {
    return new VehicleSize(Optional.of(tonnes), Optional.empty(), Optional.empty());
  }
}
