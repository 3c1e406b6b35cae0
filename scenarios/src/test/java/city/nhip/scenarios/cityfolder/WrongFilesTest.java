package city.nhip.scenarios.cityfolder;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.engine.city.City;
import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.signals.SignalsDomain;
import city.nhip.scenarios.generator.CitySize;
import city.nhip.scenarios.generator.CitySketch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong file is refused with its name, the place and what to do. */
class WrongFilesTest {
  @TempDir static Path folder;

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "city.json | \"timeZone\" : \"Asia/Ho_Chi_Minh\" | \"timeZone\" : \"Asia/Nowhere\" | line 37 | There is no time zone",
        "city.json | \"synthetic\" : true | \"synthetic\" : \"perhaps\" | /synthetic | perhaps",
        "city.json | \"synthetic\" : true, | '' | city.json | synthetic",
        "roads.json | \"lanes\" : 2 | \"lanes\" : 20 | /sections/0 | Give 1 to 6 lanes",
        "roads.json | \"lanes\" : 2 | \"lames\" : 2 | /sections/0/lanes | lanes",
        "devices.csv | ,latitude, | ,lat, | line 1 | Write id,zone",
        "devices.csv | light-sensor-north,north | light-sensor-north,west | line 3 | zone west is not in city.json",
        "devices.csv | light-sensor-north, | weather-station-north, | line 3 | stands in line 2 too",
        "signals/intersections.json | \"yellowSeconds\" : 4 | \"yellowSeconds\" : 2 | /intersections/0 | yellowSeconds is not 3..6",
        "signals/intersections.json | \"share\" : 0.8 | \"share\" : 0.9 | /intersections/0/approaches/2 | shares sum to"
      })
  void a_wrong_file_is_refused_with_place_and_remedy(
      String file, String find, String replace, String where, String problem) throws IOException {
    CitySketch.write(CitySize.TINY, folder);
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    String wrong = text.replaceFirst(java.util.regex.Pattern.quote(find), replace);
    Files.writeString(path, wrong);

    assertThatThrownBy(WrongFilesTest::readAll)
        .isInstanceOf(BadFile.class)
        .hasMessageContaining(path.getFileName().toString())
        .hasMessageContaining(where)
        .hasMessageContaining(problem);
  }

  @Test
  void a_missing_file_is_named() throws IOException {
    CitySketch.write(CitySize.TINY, folder);
    Files.delete(folder.resolve("devices.csv"));

    assertThatThrownBy(WrongFilesTest::readAll)
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("devices.csv")
        .hasMessageContaining("the file is missing");
  }

  private static void readAll() {
    City city = CityFolder.load(folder);
    new SignalsDomain().assets(city);
  }
}
