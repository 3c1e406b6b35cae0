package city.nhip.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

@ExtendWith(OutputCaptureExtension.class)
class ServeCommandTest {
  @TempDir private Path folder;

  @Test
  void a_wrong_file_of_a_domain_ends_the_start_with_one_line(CapturedOutput printed)
      throws IOException {
    Path city = folder.resolve("city");
    FileSystemUtils.copyRecursively(Path.of("cities", "tiny"), city);
    Path fleet = city.resolve("waste/fleet.json");
    Files.writeString(fleet, Files.readString(fleet).replaceFirst("\"id\"", "\"idd\""));

    int status =
        NhipCommand.run(
            "serve", "--city", city.toString(), "--port", "0", "--data", folder + "/memory");

    assertThat(status).isEqualTo(NhipCommand.BAD_INPUT);
    assertThat(printed.getAll())
        .contains("nhip: " + fleet + ", /depot/id (line ", "this field is missing. Write it.")
        .doesNotContain("Exception", "\tat ");
  }
}
