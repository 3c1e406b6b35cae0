package city.nhip.scenarios.generator;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.files.JsonFile;
import city.nhip.engine.planning.signals.SignalSites;
import city.nhip.engine.planning.signals.SignalSites.Group;
import city.nhip.engine.planning.signals.SignalSites.Site;
import city.nhip.engine.planning.signals.SignalsDomain;
import city.nhip.scenarios.cityfolder.CityFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignalsSketchTest {
  @TempDir Path folder;

  private SignalSites sites(CitySize size) {
    CitySketch.write(size, folder);
    return JsonFile.read(folder.resolve(SignalsDomain.SITES), SignalSites.class);
  }

  @Test
  void the_corridor_of_seven_shares_one_cycle() {
    List<Site> all = sites(CitySize.DEMO).intersections();

    assertThat(all).hasSize(12);
    assertThat(all.stream().filter(site -> site.coordination().equals("hung-vuong")))
        .hasSize(7)
        .allSatisfy(
            site -> {
              assertThat(site.zone()).isEqualTo("hoa-phu");
              assertThat(site.fixedPlan().cycleSeconds()).isEqualTo(120);
            });
  }

  @ParameterizedTest
  @EnumSource
  void every_approach_has_a_detector(CitySize size) {
    Set<String> approaches =
        sites(size).intersections().stream()
            .flatMap(site -> site.approaches().stream())
            .map(SignalSites.Approach::id)
            .collect(Collectors.toSet());
    City city = CityFolder.load(folder);

    assertThat(
            city.devices().values().stream()
                .filter(device -> device.kind().equals("detector"))
                .map(Device::asset))
        .containsExactlyInAnyOrderElementsOf(approaches);
  }

  @ParameterizedTest
  @EnumSource
  void the_fixed_plan_serves_every_group(CitySize size) {
    for (Site site : sites(size).intersections()) {
      Set<String> served = new HashSet<>();
      site.fixedPlan().stages().stream()
          .flatMap(
              green -> site.stages().stream().filter(stage -> stage.id().equals(green.stage())))
          .forEach(
              stage -> {
                served.addAll(stage.green());
                served.addAll(stage.yielding());
              });
      assertThat(served).containsAll(site.groups().stream().map(Group::id).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_committed_city_is_what_the_generator_writes(CitySize size) throws IOException {
    CitySketch.write(size, folder);

    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(
              file ->
                  assertThat(Path.of("cities", size.cityId()).resolve(folder.relativize(file)))
                      .as("Run: nhip generate-city --size %s", size)
                      .hasSameBinaryContentAs(file));
    }
  }
}
