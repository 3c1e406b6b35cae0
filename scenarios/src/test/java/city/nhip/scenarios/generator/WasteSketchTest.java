package city.nhip.scenarios.generator;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.Device;
import city.nhip.engine.city.Roads;
import city.nhip.engine.files.JsonFile;
import city.nhip.engine.planning.waste.city.WasteContainers;
import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import city.nhip.engine.planning.waste.city.WasteFleet;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WasteSketchTest {
  @TempDir Path folder = Path.of("");

  @Test
  void the_demo_city_has_containers_of_three_streams_and_ten_trucks_of_two_capacities() {
    List<Device> sensors =
        write(CitySize.DEMO).stream().filter(one -> one.kind().equals("fill-sensor")).toList();

    WasteContainers containers =
        JsonFile.read(folder.resolve(WasteContainers.FILE), WasteContainers.class);
    assertThat(containers.containers()).hasSizeGreaterThanOrEqualTo(350);
    assertThat(containers.containers().stream().map(Container::stream).distinct()).hasSize(3);
    assertThat(containers.containers().stream().map(Container::zone).distinct()).hasSize(4);
    assertThat(containers.containers()).anyMatch(one -> !one.access().isEmpty());
    assertThat(sensors)
        .hasSizeBetween(
            containers.containers().size() * 9 / 10, containers.containers().size() - 1);
    WasteFleet fleet = JsonFile.read(folder.resolve(WasteFleet.FILE), WasteFleet.class);
    assertThat(fleet.trucks()).hasSize(10);
    assertThat(fleet.trucks().stream().map(WasteFleet.Truck::kilograms).collect(Collectors.toSet()))
        .hasSize(2);
    assertThat(fleet.disposalSites()).hasSize(2);
  }

  @Test
  void every_container_stands_at_its_section() {
    Roads roads = RoadsSketch.of(CitySize.DEMO, new Random(1));
    WasteContainers containers =
        WasteSketch.of(roads, ZonesSketch.of(CitySize.DEMO), new Random(1));
    List<String> sections = roads.sections().stream().map(Roads.Section::id).toList();
    assertThat(containers.containers()).allMatch(one -> sections.contains(one.section()));
  }

  @Test
  void the_same_seed_gives_the_same_containers() {
    assertThat(write(CitySize.TINY)).isEqualTo(write(CitySize.TINY));
  }

  private List<Device> write(CitySize size) {
    return WasteSketch.write(
        RoadsSketch.of(size, new Random(1)), ZonesSketch.of(size), size, new Random(2), folder);
  }
}
