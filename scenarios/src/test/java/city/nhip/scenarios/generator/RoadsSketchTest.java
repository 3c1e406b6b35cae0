package city.nhip.scenarios.generator;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Roads.Junction;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoadsSketchTest {
  @Test
  void the_demo_city_has_a_corridor_of_seven_signals_among_twelve() {
    Roads roads = RoadsSketch.of(CitySize.DEMO, new Random(1));

    assertThat(roads.junctions()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(roads.junctions().stream().filter(Junction::signalised)).hasSize(12);
    Set<String> corridor = new HashSet<>();
    roads.sections().stream()
        .filter(section -> section.name().equals(RoadsSketch.CORRIDOR))
        .forEach(
            section -> {
              corridor.add(section.from());
              corridor.add(section.to());
            });
    assertThat(
            roads.junctions().stream()
                .filter(Junction::signalised)
                .filter(junction -> corridor.contains(junction.id())))
        .hasSize(7)
        .allSatisfy(
            junction ->
                assertThat(Ground.nearest(ZonesSketch.of(CitySize.DEMO), junction.position()).id())
                    .isEqualTo("hoa-phu"));
  }

  @ParameterizedTest
  @EnumSource
  void every_junction_is_reached_from_every_other(CitySize size) {
    Roads roads = RoadsSketch.of(size, new Random(1));
    Set<String> reached = new HashSet<>(Set.of(roads.junctions().get(0).id()));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Roads.Section section : roads.sections()) {
        if (reached.contains(section.from()) || reached.contains(section.to())) {
          grew |= reached.add(section.from()) | reached.add(section.to());
        }
      }
    }
    assertThat(reached).hasSameSizeAs(roads.junctions());
  }

  @ParameterizedTest
  @EnumSource
  void the_same_seed_gives_the_same_roads(CitySize size) {
    assertThat(RoadsSketch.of(size, new Random(7))).isEqualTo(RoadsSketch.of(size, new Random(7)));
    assertThat(RoadsSketch.of(size, new Random(7)))
        .isNotEqualTo(RoadsSketch.of(size, new Random(8)));
  }
}
