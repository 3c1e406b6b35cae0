package city.nhip.engine.planning.waste.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Roads.Junction;
import city.nhip.engine.city.Roads.Section;
import city.nhip.engine.planning.waste.city.RoadTravel.Place;
import city.nhip.engine.planning.waste.city.WasteContainers.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoadTravelTest {
  /** A hundredth of a degree of latitude, metres. */
  private static final double STEP = 1_111.95;

  private static final WasteFleet.Travel TRAVEL = new WasteFleet.Travel(0.5, 6, 14, 200, "test");

  /** A street to the north over a signal, and a one-way street back by a detour to the east. */
  private static final Roads STREETS =
      new Roads(
          List.of(
              new Junction("A", at(11.00, 106.00), false),
              new Junction("B", at(11.01, 106.00), true),
              new Junction("C", at(11.02, 106.00), false),
              new Junction("D", at(11.02, 106.01), false)),
          List.of(
              section("AB", "A", "B", false),
              section("BC", "B", "C", false),
              section("CD", "C", "D", true)));

  private final RoadTravel travel = new RoadTravel(STREETS, TRAVEL, Set.of(), Set.of());

  @Test
  void a_way_follows_the_streets_and_pays_for_junctions() {
    TravelMatrix ways =
        travel.between(
            List.of(place(11.005, 106.0, Side.EITHER), place(11.015, 106.0, Side.EITHER)));
    assertThat(ways.metres()[1]).isCloseTo((int) STEP, within(2));
    // 36 km/h permitted, half of it driven: 5 m/s; one signal
    assertThat(ways.seconds()[1]).isCloseTo((int) (STEP / 5) + 20, within(2));
    assertThat(ways.straight()).isEmpty();
  }

  @Test
  void nobody_waits_at_a_bend() {
    TravelMatrix ways =
        travel.between(
            List.of(
                place(11.015, 106.0, Side.EITHER),
                new Place(at(11.02, 106.005), "CD", Side.EITHER)));
    double metres = STEP / 2 + at(11.02, 106.0).metresTo(at(11.02, 106.005));
    assertThat(ways.metres()[1]).isCloseTo((int) metres, within(2));
    assertThat(ways.seconds()[1]).isCloseTo((int) (metres / 5), within(2));
  }

  @Test
  void a_stop_on_one_side_is_reached_in_its_own_direction() {
    // its kerb is on the right of who goes south: from the depot in the south one drives past it,
    // turns at B, and comes back
    TravelMatrix ways =
        travel.between(List.of(place(11.0, 106.0, Side.EITHER), place(11.005, 106.0, Side.LEFT)));
    assertThat(ways.metres()[1]).isCloseTo((int) (1.5 * STEP), within(2));
    assertThat(ways.metres()[2]).isCloseTo((int) (0.5 * STEP), within(2));
  }

  @Test
  void a_one_way_street_is_left_at_its_end() {
    Place early = new Place(at(11.02, 106.002), "CD", Side.EITHER);
    Place late = new Place(at(11.02, 106.008), "CD", Side.EITHER);
    TravelMatrix ways = travel.between(List.of(early, late));
    assertThat(ways.metres()[1])
        .isCloseTo((int) early.position().metresTo(late.position()), within(2));
    // D is a dead end: there is no way back, and the straight line is all that is left
    assertThat(ways.metres()[2])
        .isCloseTo((int) early.position().metresTo(late.position()), within(2));
    assertThat(ways.straight()).as("labelled").containsExactly(1);
  }

  @Test
  void a_place_off_the_network_is_labelled() {
    TravelMatrix ways =
        travel.between(
            List.of(place(11.005, 106.05, Side.EITHER), place(11.0, 106.0, Side.EITHER)));
    assertThat(ways.straight()).containsExactly(0);
    assertThat(ways.metres()[1])
        .isCloseTo((int) at(11.005, 106.05).metresTo(at(11.0, 106.0)), within(1));
  }

  @Test
  void a_line_names_the_corners_of_the_way() {
    StreetWays ways =
        travel
            .between(
                List.of(
                    place(11.005, 106.0, Side.EITHER),
                    new Place(at(11.02, 106.005), "CD", Side.EITHER)))
            .ways();
    // 11.005, 106 - B 11.01, 106 - C 11.02, 106 - 11.02, 106.005 as any reader of polylines has it
    assertThat(ways.line(0, 1)).isEqualTo("gldbA_c~eSg^?o}@??g^");
    assertThat(ways.line(1, 1)).isEmpty();
  }

  @Test
  void a_closed_section_is_driven_around() {
    Roads ring =
        new Roads(
            STREETS.junctions(),
            List.of(
                section("AB", "A", "B", false),
                section("BC", "B", "C", false),
                section("CD", "C", "D", false),
                section("DB", "D", "B", false)));
    Place south = place(11.005, 106.0, Side.EITHER);
    Place corner = new Place(at(11.02, 106.0), "CD", Side.EITHER);
    int open =
        new RoadTravel(ring, TRAVEL, Set.of(), Set.of())
            .between(List.of(south, corner))
            .metres()[1];
    int shut =
        new RoadTravel(ring, TRAVEL, Set.of("BC"), Set.of())
            .between(List.of(south, corner))
            .metres()[1];
    assertThat(open).isCloseTo((int) (1.5 * STEP), within(3));
    assertThat(shut).isGreaterThan((int) (2.5 * STEP));
  }

  @Test
  void an_unknown_section_is_refused() {
    Place lost = new Place(at(11, 106), "XY", Side.EITHER);
    assertThatThrownBy(() -> travel.between(List.of(lost)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("XY");
  }

  @Test
  void no_way_is_longer_than_one_over_a_third_place() {
    Random random = new Random(4);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      places.add(place(11 + 0.02 * random.nextDouble(), 106, Side.EITHER));
    }
    TravelMatrix ways = travel.between(places);
    int n = ways.size();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          assertThat(ways.seconds()[i * n + k])
              .isLessThanOrEqualTo(ways.seconds()[i * n + j] + ways.seconds()[j * n + k] + 2);
        }
      }
    }
  }

  private static Place place(double latitude, double longitude, Side side) {
    return new Place(at(latitude, longitude), "", side);
  }

  private static Position at(double latitude, double longitude) {
    return new Position(latitude, longitude);
  }

  private static Section section(String id, String from, String to, boolean oneWay) {
    return new Section(id, from, to, id, "local", 1, 36, oneWay);
  }
}
