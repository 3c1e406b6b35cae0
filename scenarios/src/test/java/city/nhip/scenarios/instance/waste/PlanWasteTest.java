package city.nhip.scenarios.instance.waste;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.scenarios.cli.NhipCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanWasteTest {
  @TempDir Path folder = Path.of("");

  @Test
  void a_vrplib_file_gets_routes_that_an_independent_check_passes() throws IOException {
    Path in = InstanceFiles.vrplib(folder, 61, 1);
    RouteChecker check = RouteChecker.vrplib(in, plan(in, "a.sol", "--evaluations", "3000"));
    assertThat(check.wrongs).isEmpty();
  }

  @Test
  void a_solomon_file_gets_routes_that_an_independent_check_passes() throws IOException {
    Path in = InstanceFiles.solomon(folder, 60, 2);
    RouteChecker check = RouteChecker.solomon(in, plan(in, "a.sol", "--evaluations", "3000"));
    assertThat(check.wrongs).isEmpty();
  }

  @Test
  void a_kim_file_gets_routes_that_an_independent_check_passes() throws IOException {
    for (long seed = 3; seed < 7; seed++) {
      Path in = InstanceFiles.kim(folder, 70, seed);
      RouteChecker check = RouteChecker.kim(in, plan(in, "a.sol", "--evaluations", "2000"));
      assertThat(check.wrongs).isEmpty();
    }
  }

  @Test
  void a_zipped_file_gives_the_same_bytes_and_so_does_a_second_run() throws IOException {
    Path in = InstanceFiles.solomon(folder, 40, 3);
    Path zipped = folder.resolve("made.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      Files.copy(in, out);
    }
    Path plain = plan(in, "plain.sol", "--evaluations", "1000");
    assertThat(plan(zipped, "zipped.sol", "--evaluations", "1000")).hasSameBinaryContentAs(plain);
    assertThat(plan(in, "again.sol", "--evaluations", "1000")).hasSameBinaryContentAs(plain);
  }

  @Test
  void the_report_says_what_was_reached() throws IOException {
    Path in = InstanceFiles.vrplib(folder, 31, 4);
    Path report = folder.resolve("report.json");
    Path out = plan(in, "a.sol", "--seconds", "1", "--threads", "2", "--report", report.toString());
    RouteChecker check = RouteChecker.vrplib(in, out);
    assertThat(check.wrongs).isEmpty();
    assertThat(Files.readString(report))
        .contains(
            "\"feasible\" : true", "\"unit\" : \"distance\"", "\"objective\" : " + check.cost);
  }

  private Path plan(Path in, String out, String... more) {
    Path to = folder.resolve(out);
    String[] words = new String[6 + more.length];
    String[] first = {"plan", "waste", "--in", in.toString(), "--out", to.toString()};
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(more, 0, words, first.length, more.length);
    assertThat(NhipCommand.run(words)).isZero();
    return to;
  }
}
