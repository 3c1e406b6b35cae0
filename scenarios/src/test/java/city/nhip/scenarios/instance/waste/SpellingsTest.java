package city.nhip.scenarios.instance.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.waste.Matrix;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.WasteProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same instance in the spellings that people use, and what is refused with a reason. */
class SpellingsTest {
  private static final String VRP =
      """
      NAME : made
      TYPE : CVRP
      DIMENSION : 3
      EDGE_WEIGHT_TYPE : EUC_2D
      CAPACITY : 9
      NODE_COORD_SECTION
      1 0 0
      2 3 4
      3 6 8
      DEMAND_SECTION
      1 0
      2 3
      3 4
      DEPOT_SECTION
      1
      -1
      EOF
      """;

  private static final String SOLOMON =
      """
      made

      VEHICLE
      NUMBER     CAPACITY
        2         60

      CUSTOMER
      CUST NO.  XCOORD.  YCOORD.  DEMAND  READY TIME  DUE DATE  SERVICE TIME

      0   0   0   0   0   400   0
      1   3   4  10   0   200  10
      2   6   8  20   0   200  10
      """;

  private static final String KIM =
      """
      280.0 // vehicle capacity
      400.0 // yards a day
      500 // stops a day
      3600 // lunch
      40 // speed
      Stop_ID X(feet) Y(feet) Early Late Svice Load Stop_Type
      0 1000 1000 0400 1500 0 9999 0
      1 2000 1000 0000 2400 1600 9999 2
      2 3000 1000 0700 2400 180 12.0 1
      """;

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({"1,2,3", "0,1,2", "5,6,7", "10,20,30"})
  void nodes_may_be_numbered_from_anywhere(int depot, int near, int far) throws IOException {
    String text =
        VRP.replace("\n1 0 0", "\n" + depot + " 0 0")
            .replace("\n2 3 4", "\n" + near + " 3 4")
            .replace("\n3 6 8", "\n" + far + " 6 8")
            .replace("\n1 0\n2 3\n3 4", "\n%d 0\n%d 3\n%d 4".formatted(depot, near, far))
            .replace("\n1\n-1", "\n" + depot + "\n-1");
    WasteProblem problem = read(text);
    assertThat(problem.stops()).extracting(Stop::volume).containsExactly(3, 4);
    assertThat(problem.stops()).extracting(Stop::id).containsExactly("" + near, "" + far);
    assertThat(problem.matrix().distance(0, 2)).isEqualTo(10);
  }

  @Test
  void keywords_and_blanks_are_free() throws IOException {
    for (String text :
        new String[] {
          VRP,
          VRP.toLowerCase(java.util.Locale.ROOT),
          VRP.replace(" : ", ":"),
          VRP.replace(" : ", " "),
          VRP.replace("\n", "\r\n"),
          VRP.replace("\n", "\n\n"),
          VRP.replace("\n", "\n  "),
          VRP.replace("\n", "\n\t"),
          VRP.replace("EOF\n", ""),
        }) {
      assertThat(read(text).matrix().distance(1, 2)).as(text).isEqualTo(5);
    }
    for (String text :
        new String[] {
          SOLOMON,
          SOLOMON.toLowerCase(java.util.Locale.ROOT),
          SOLOMON.replace("CUSTOMER\n", "CUSTOMERS:\n"),
          SOLOMON.replace("\n", "\r\n"),
          SOLOMON.replace("  ", "\t"),
        }) {
      assertThat(read(text).matrix().distance(1, 2)).as(text).isEqualTo(50);
    }
  }

  @Test
  void ways_on_the_globe_and_of_att_are_tsplibs() throws IOException {
    // the first two nodes of TSPLIB's burma14 and of its att48, with the distances it gives them
    Matrix globe =
        read(VRP.replace("EUC_2D", "GEO")
                .replace("1 0 0", "1 16.47 96.10")
                .replace("2 3 4", "2 16.47 94.44"))
            .matrix();
    assertThat(globe.distance(0, 1)).isEqualTo(153);
    assertThat(globe.distance(1, 1)).isZero();
    Matrix att =
        read(VRP.replace("EUC_2D", "ATT")
                .replace("1 0 0", "1 6734 1453")
                .replace("2 3 4", "2 2233 10"))
            .matrix();
    assertThat(att.distance(0, 1)).isEqualTo(1495);
  }

  @ParameterizedTest
  @CsvSource({
    "FULL_MATRIX, 0 1 2 1 0 3 2 3 0",
    "LOWER_ROW, 1 2 3",
    "LOWER_DIAG_ROW, 0 1 0 2 3 0",
    "UPPER_ROW, 1 2 3",
    "UPPER_DIAG_ROW, 0 1 2 0 3 0",
    "LOWER_COL, 1 2 3",
    "LOWER_DIAG_COL, 0 1 2 0 3 0",
    "UPPER_COL, 1 2 3",
    "UPPER_DIAG_COL, 0 1 0 2 3 0"
  })
  void weights_may_be_written_in_any_form(String format, String weights) throws IOException {
    Matrix matrix = read(explicit(format, weights)).matrix();
    assertThat(matrix.distance(0, 1)).isEqualTo(1);
    assertThat(matrix.distance(2, 0)).isEqualTo(2);
    assertThat(matrix.distance(1, 2)).isEqualTo(3);
  }

  @Test
  void a_picture_of_the_nodes_is_passed_over() throws IOException {
    String text =
        explicit("LOWER_ROW", "1 2 3")
            .replace("DEMAND_SECTION", "DISPLAY_DATA_SECTION\n1 5 5\n2 6 6\n3 7 7\nDEMAND_SECTION");
    assertThat(read(text).matrix().distance(1, 2)).isEqualTo(3);
  }

  @Test
  void vehicles_bound_the_fleet() throws IOException {
    assertThat(read(VRP.replace("CAPACITY", "VEHICLES : 1\nCAPACITY")).trucks()).hasSize(1);
    refused(
        VRP.replace("CAPACITY : 9", "VEHICLES : 1\nCAPACITY : 5"),
        "line 5",
        "1 vehicles of capacity 5 cannot carry the demand of 7");
  }

  @Test
  void what_would_be_read_wrongly_is_refused() throws IOException {
    refused(VRP.replace("3 6 8", "2 6 8"), "line 9", "node 2 is listed twice");
    refused(VRP.replace("CVRP", "CVRPTW"), "line 2", "TYPE CVRPTW is not read");
    refused(VRP.replace("2 3\n", "2 2.5\n"), "line 12", "demand is 2.5", "Multiply");
    refused(VRP.replace("3 6 8", "3 6e12 8"), "too far apart");
    refused(VRP.replace("\n1\n-1", "\n-1"), "must name one node");
    refused(VRP.replace("\n1\n-1", "\n9\n-1"), "line 15", "the depot, 9, is no node");
    refused(VRP.replace("DIMENSION : 3", "DIMENSION : 4"), "line 3", "name 3 nodes");
    refused(VRP.substring(0, VRP.indexOf("DEMAND")), "node 2 has no demand");
    refused(explicit("FULL_MATRIX", "0 1 2 1 0 3 2 3 0 7"), "has 10 weights", "it has 9");
    refused(explicit("LOWER_ROW", "1 2 3.5"), "weight is 3.5");
    refused(SOLOMON.replace("4  10", "4  10.5"), "line 11", "demand is 10.5");
    refused(SOLOMON.replace("  2         60", "  1         25"), "cannot carry the demand of 30");
    refused(KIM.replace("400.0", "10.0"), "line 9", "no truck's day");
    refused("7 // more\n" + KIM, "6 lines are there");
    refused(KIM + "3 1000 1000 0400 1500 0 9999 0\n", "line 10", "second depot");
  }

  @Test
  void a_stop_that_nobody_can_serve_in_time_is_said_with_its_line() throws IOException {
    refused(SOLOMON.replace("8  20   0   200", "8  20   0     9"), "line 12", "stop 2", "closes");
    refused(SOLOMON.replace("8  20   0   200", "8  20 390   395"), "line 12", "back in time");
    refused(KIM.replace("0700 2400 180", "0000 0300 180"), "line 9", "stop 2", "closes");
    refused(VRP.replace("CAPACITY", "DISTANCE : 15\nCAPACITY"), "line 14", "back in time");
  }

  @Test
  void without_a_customer_there_is_nothing_to_plan() throws IOException {
    refused(SOLOMON.substring(0, SOLOMON.indexOf("1   3")), "at least one customer");
    refused(KIM.substring(0, KIM.indexOf("2 3000")), "there is no stop");
    refused(
        VRP.replace("DIMENSION : 3", "DIMENSION : 1")
            .replace("2 3 4\n3 6 8\n", "")
            .replace("2 3\n3 4\n", ""),
        "the depot is the only node");
  }

  @Test
  void packed_bytes_that_end_too_early_are_said() throws IOException {
    Path file = folder.resolve("cut.vrp.gz");
    Files.write(file, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
    assertThatThrownBy(() -> WasteInstance.read(file))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("end too early");
  }

  private static String explicit(String format, String weights) {
    String places = VRP.substring(VRP.indexOf("NODE_COORD"), VRP.indexOf("DEMAND_"));
    return VRP.replace("EUC_2D", "EXPLICIT\nEDGE_WEIGHT_FORMAT : " + format)
        .replace(places, "EDGE_WEIGHT_SECTION\n" + weights + "\n");
  }

  private void refused(String text, String... words) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> WasteInstance.read(file))
        .as(text)
        .isInstanceOf(BadFile.class)
        .hasMessageContainingAll(words);
  }

  private WasteProblem read(String text) throws IOException {
    return WasteInstance.read(write(text)).problem();
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("spelt.txt"), text);
  }
}
