package city.nhip.scenarios.benchmark.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.scenarios.cli.NhipCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WasteBenchTest {
  private static final String SOLOMON =
      """
      made
      VEHICLE
      NUMBER CAPACITY
      2 60
      CUSTOMER
      CUST NO.  XCOORD.  YCOORD.  DEMAND  READY TIME  DUE DATE  SERVICE TIME
      0 0 0 0 0 400 0
      1 3 4 10 0 200 10
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void a_best_known_value_is_found_however_the_file_is_spelt() throws IOException {
    Files.writeString(folder.resolve("r1_4_6.TXT"), SOLOMON);
    Files.writeString(folder.resolve("mine.txt"), SOLOMON);
    Files.writeString(folder.resolve("best-known.csv"), "instance,best_known\nR1_4_6,10.0\n");
    List<String> lines = new ArrayList<>();
    assertThat(bench().run(lines::add)).isZero();
    assertThat(lines.get(2)).startsWith("| mine.txt | not listed | 10.0 |  |");
    assertThat(lines.get(3)).startsWith("| r1_4_6.TXT | 10.0 | 10.0 | 0.00 |");
  }

  @Test
  void a_wrong_file_has_a_row_and_the_others_are_solved() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "hello\n");
    Files.writeString(folder.resolve("b.txt"), SOLOMON);
    List<String> lines = new ArrayList<>();
    assertThat(bench().run(lines::add)).isOne();
    assertThat(lines.get(2)).startsWith("| a.txt | not read: ").contains("no instance");
    assertThat(lines.get(3)).startsWith("| b.txt | not listed | 10.0 |");
  }

  @Test
  void a_folder_without_instances_and_a_wrong_value_are_said() throws IOException {
    assertThatThrownBy(() -> bench().run(line -> {}))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("no file here");
    Files.writeString(folder.resolve("b.txt"), SOLOMON);
    Files.writeString(folder.resolve("best-known.csv"), "instance,best_known\nb,ten\n");
    assertThatThrownBy(() -> bench().run(line -> {}))
        .isInstanceOf(BadFile.class)
        .hasMessageContainingAll("row 1", "\"ten\"");
    Files.writeString(folder.resolve("best-known.csv"), "instance,value\nb,10\n");
    assertThatThrownBy(() -> bench().run(line -> {}))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("no best_known");
  }

  @Test
  void wrong_options_end_with_status_2() throws IOException {
    Path file = Files.writeString(folder.resolve("b.txt"), SOLOMON);
    String data = folder.toString();
    assertThat(NhipCommand.run("bench", "waste", "--generate", "100")).isEqualTo(2);
    assertThat(NhipCommand.run("bench", "waste", "--generate", "0,5")).isEqualTo(2);
    assertThat(NhipCommand.run("bench", "waste", "--data", data, "--warm", "-1")).isEqualTo(2);
    String nowhere = folder.resolve("none/a.sol").toString();
    assertThat(
            NhipCommand.run(
                "plan", "waste", "--in", file.toString(), "--out", nowhere, "--evaluations", "1"))
        .isEqualTo(2);
  }

  private WasteBench bench() {
    SolveLimits limits = new SolveLimits(Optional.empty(), OptionalLong.of(50), 1, 1);
    return new WasteBench(folder, false, null, limits, System::nanoTime);
  }
}
