package city.nhip.scenarios.instance.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.waste.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WasteInstanceTest {
  @TempDir Path folder = Path.of("");

  @Test
  void formats_are_told_apart_by_content() throws IOException {
    assertThat(WasteInstance.read(InstanceFiles.vrplib(folder, 11, 1)).problem().stops())
        .hasSize(10);
    assertThat(WasteInstance.read(InstanceFiles.solomon(folder, 12, 1)).problem().stops())
        .hasSize(12);
    WasteInstance kim = WasteInstance.read(InstanceFiles.kim(folder, 13, 1));
    assertThat(kim.problem().stops()).hasSize(13);
    assertThat(kim.problem().sites()).hasSize(2);
    assertThat(kim.unit()).isEqualTo("miles");
  }

  @Test
  void euclid_is_rounded_as_cvrplib_does() throws IOException {
    Matrix matrix =
        WasteInstance.read(
                write(
                    "DIMENSION: 3\nCAPACITY: 9\nEDGE_WEIGHT_TYPE: EUC_2D\n"
                        + "NODE_COORD_SECTION\n1 0 0\n2 1 1\n3 1.5 2\n"
                        + "DEMAND_SECTION\n1 0\n2 3\n3 4\nDEPOT_SECTION\n1\n-1\nEOF\n"))
            .problem()
            .matrix();
    assertThat(matrix.distance(0, 1)).isEqualTo(1);
    assertThat(matrix.distance(0, 2)).isEqualTo(3);
  }

  @Test
  void an_explicit_matrix_may_be_given() throws IOException {
    Matrix matrix =
        WasteInstance.read(
                write(
                    "DIMENSION : 3\nCAPACITY : 9\nEDGE_WEIGHT_TYPE : EXPLICIT\n"
                        + "EDGE_WEIGHT_FORMAT : LOWER_ROW\nEDGE_WEIGHT_SECTION\n7\n8 9\n"
                        + "DEMAND_SECTION\n1 0\n2 3\n3 4\nDEPOT_SECTION\n1\n-1\nEOF\n"))
            .problem()
            .matrix();
    assertThat(matrix.distance(0, 1)).isEqualTo(7);
    assertThat(matrix.distance(2, 1)).isEqualTo(9);
  }

  @Test
  void a_wrong_number_is_said_with_its_line() throws IOException {
    Path file =
        write(
            "DIMENSION : 2\nCAPACITY : 9\nEDGE_WEIGHT_TYPE : EUC_2D\nNODE_COORD_SECTION\n1 0 0\n"
                + "2 1 x\nDEMAND_SECTION\n1 0\n2 3\nDEPOT_SECTION\n1\n-1\nEOF\n");
    assertThatThrownBy(() -> WasteInstance.read(file))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("line 6")
        .hasMessageContaining("\"x\" is no number");
  }

  @Test
  void a_demand_that_fits_no_vehicle_is_said_with_its_line() throws IOException {
    Path file =
        write(
            "DIMENSION : 2\nCAPACITY : 9\nEDGE_WEIGHT_TYPE : EUC_2D\nNODE_COORD_SECTION\n1 0 0\n"
                + "2 1 1\nDEMAND_SECTION\n1 0\n2 30\nDEPOT_SECTION\n1\n-1\nEOF\n");
    assertThatThrownBy(() -> WasteInstance.read(file))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("line 9");
  }

  @Test
  void a_short_customer_is_said_with_its_line() throws IOException {
    Path file = folder.resolve("short.txt");
    Files.writeString(
        file, "x\nVEHICLE\nNUMBER CAPACITY\n2 10\nCUSTOMER\nhead\n0 1 1 0 0 9 0\n1 2\n");
    assertThatThrownBy(() -> WasteInstance.read(file))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("line 8");
  }

  @Test
  void what_is_no_instance_is_refused() throws IOException {
    Path file = write("hello\n");
    assertThatThrownBy(() -> WasteInstance.read(file)).isInstanceOf(BadFile.class);
    assertThatThrownBy(() -> WasteInstance.read(folder.resolve("none")))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("no such file");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("written.vrp"), text);
  }
}
