package city.nhip.scenarios.cityfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Roads.Section;
import city.nhip.engine.files.BadFile;
import city.nhip.scenarios.generator.CitySize;
import city.nhip.scenarios.generator.CitySketch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A town of 6 x 6 corners, drawn as OpenStreetMap would have it. */
class OsmRoadsTest {
  private static final int CORNERS = 6;

  @TempDir Path folder;

  @Test
  void streets_are_read_with_what_a_truck_must_know() throws IOException {
    Roads roads = OsmRoads.read(Files.writeString(folder.resolve("roads.osm"), town()));
    Map<String, List<Section>> byStreet =
        roads.sections().stream().collect(Collectors.groupingBy(Section::name));
    assertThat(byStreet.get("Row 0"))
        .hasSize(5)
        .allMatch(it -> it.roadClass().equals("arterial") && it.speedKmh() == 60)
        .allMatch(it -> it.lanes() == 2 && !it.oneWay());
    assertThat(byStreet.get("Row 1")).hasSize(5).allMatch(it -> it.roadClass().equals("local"));
    assertThat(byStreet.get("Row 2")).hasSize(5).allMatch(Section::oneWay);
    assertThat(byStreet.get("Row 2")).allMatch(it -> east(roads, it));
    assertThat(byStreet.get("Row 3")).noneMatch(it -> east(roads, it));
    // through a bend that no other street touches
    assertThat(byStreet.get("Round")).hasSize(2);
    assertThat(byStreet).doesNotContainKeys("Footpath", "Island");
    assertThat(roads.junctions().stream().filter(Roads.Junction::signalised)).hasSize(1);
    assertThat(roads.sections()).extracting(Section::id).doesNotHaveDuplicates();
    assertThat(roads.sections()).anyMatch(it -> it.id().equals("W1-1"));
    Set<String> used =
        roads.sections().stream()
            .flatMap(it -> List.of(it.from(), it.to()).stream())
            .collect(Collectors.toSet());
    assertThat(used).hasSize(roads.junctions().size());
  }

  @Test
  void turns_that_trucks_may_not_make_and_limits_of_size_are_read() throws IOException {
    Roads roads =
        OsmRoads.read(
            Files.writeString(
                folder.resolve("roads.osm"),
                town()
                    .replace(
                        "<tag k=\"name\" v=\"Row 4\"/>",
                        "<tag k=\"name\" v=\"Row 4\"/><tag k=\"maxweight\" v=\"7716 lbs\"/>"
                            + "<tag k=\"maxheight\" v=\"2.8\"/>")
                    .replace(
                        "<tag k=\"name\" v=\"Round\"/>",
                        "<tag k=\"name\" v=\"Round\"/><tag k=\"hgv\" v=\"no\"/>")
                    .replace(
                        "</osm>",
                        turn(70, 1, id(0, 5), 25, "restriction", "no_left_turn")
                            + turn(71, 1, id(0, 0), 20, "restriction:hgv", "no_right_turn")
                            + turn(72, 6, id(5, 0), 20, "restriction:bicycle", "no_right_turn")
                            + turn(73, 20, id(5, 0), 6, "restriction", "no_left_turn")
                                .replace("</relation>", "<tag k=\"except\" v=\"hgv\"/></relation>")
                            + turn(74, 6, id(5, 5), 25, "restriction", "only_right_turn")
                            + "</osm>")));
    Map<String, String> names =
        roads.sections().stream().collect(Collectors.toMap(Section::id, Section::name));
    assertThat(roads.bannedTurns().orElseThrow())
        .extracting(it -> names.get(it.from()) + " > " + names.get(it.to()))
        .containsExactlyInAnyOrder("Row 0 > Column 5", "Row 0 > Column 0", "Row 5 > Round");
    assertThat(roads.limits().orElseThrow())
        .extracting(it -> names.get(it.section()) + " " + it.most().sign())
        .containsOnly("Row 4 3.5 t, 2.8 m", "Round 3.5 t");
  }

  private static String turn(int id, int from, int via, int to, String key, String value) {
    return ("<relation id=\"%d\" version=\"1\"><member type=\"way\" ref=\"%d\" role=\"from\"/>"
            + "<member type=\"node\" ref=\"%d\" role=\"via\"/>"
            + "<member type=\"way\" ref=\"%d\" role=\"to\"/>"
            + "<tag k=\"type\" v=\"restriction\"/><tag k=\"%s\" v=\"%s\"/></relation>\n")
        .formatted(id, from, via, to, key, value);
  }

  @Test
  void a_city_with_an_extract_is_imported_once() throws IOException {
    CitySketch.write(CitySize.TINY, folder);
    Path roads = folder.resolve("roads.json");
    Files.delete(roads);
    Files.writeString(folder.resolve("roads.osm"), town());
    CityFolder.load(folder);
    byte[] imported = Files.readAllBytes(roads);
    assertThat(roads).content().contains("Row 5");
    Files.writeString(folder.resolve("roads.osm"), "no extract any more");
    CityFolder.load(folder);
    assertThat(roads).hasBinaryContent(imported);
  }

  @Test
  void what_is_no_extract_is_refused() throws IOException {
    Path broken = Files.writeString(folder.resolve("roads.osm"), town().substring(0, 3_000));
    assertThatThrownBy(() -> OsmRoads.read(broken))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("roads.osm")
        .hasMessageContaining("Download it again");
    Path empty =
        Files.writeString(
            folder.resolve("empty.osm"), "<?xml version='1.0'?><osm version=\"0.6\"></osm>");
    assertThatThrownBy(() -> OsmRoads.read(empty)).isInstanceOf(BadFile.class);
  }

  private static boolean east(Roads roads, Section section) {
    return longitude(roads, section.from()) < longitude(roads, section.to());
  }

  private static double longitude(Roads roads, String junction) {
    return roads.junctions().stream()
        .filter(it -> it.id().equals(junction))
        .findFirst()
        .orElseThrow()
        .position()
        .longitude();
  }

  private static String town() {
    StringBuilder xml = new StringBuilder("<?xml version='1.0'?>\n<osm version=\"0.6\">\n");
    for (int row = 0; row < CORNERS; row++) {
      for (int column = 0; column < CORNERS; column++) {
        String tag = row == 0 && column == 2 ? "<tag k=\"highway\" v=\"traffic_signals\"/>" : "";
        node(xml, id(row, column), 11 + row * 0.002, 106 + column * 0.002, tag);
      }
    }
    node(xml, 900, 11.013, 106.013, "");
    node(xml, 901, 11.5, 106.5, "");
    node(xml, 902, 11.501, 106.5, "");
    for (int row = 0; row < CORNERS; row++) {
      int at = row;
      way(
          xml,
          1 + row,
          "Row " + row,
          switch (row) {
            case 0 -> Map.of("highway", "primary", "maxspeed", "60", "lanes", "4");
            case 2 -> Map.of("highway", "residential", "oneway", "yes");
            case 3 -> Map.of("highway", "residential", "oneway", "-1");
            default -> Map.of("highway", "residential");
          },
          IntStream.range(0, CORNERS).map(column -> id(at, column)).toArray());
    }
    for (int column = 0; column < CORNERS; column++) {
      int at = column;
      way(
          xml,
          20 + column,
          "Column " + column,
          Map.of("highway", "tertiary"),
          IntStream.range(0, CORNERS).map(row -> id(row, at)).toArray());
    }
    way(xml, 40, "Round", Map.of("highway", "residential"), id(5, 5), 900, id(4, 5));
    way(xml, 41, "Footpath", Map.of("highway", "footway"), id(0, 0), id(1, 1));
    way(xml, 42, "Island", Map.of("highway", "residential"), 901, 902);
    return xml.append("</osm>\n").toString();
  }

  private static int id(int row, int column) {
    return 100 + row * CORNERS + column;
  }

  private static void node(
      StringBuilder xml, int id, double latitude, double longitude, String tag) {
    xml.append(
        "<node id=\"%d\" lat=\"%s\" lon=\"%s\" version=\"1\">%s</node>\n"
            .formatted(id, latitude, longitude, tag));
  }

  private static void way(
      StringBuilder xml, int id, String name, Map<String, String> tags, int... nodes) {
    xml.append("<way id=\"%d\" version=\"1\">".formatted(id));
    for (int node : nodes) {
      xml.append("<nd ref=\"%d\"/>".formatted(node));
    }
    tags.forEach((key, value) -> xml.append("<tag k=\"%s\" v=\"%s\"/>".formatted(key, value)));
    xml.append("<tag k=\"name\" v=\"%s\"/></way>\n".formatted(name));
  }
}
