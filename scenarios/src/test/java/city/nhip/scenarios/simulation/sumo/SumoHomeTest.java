package city.nhip.scenarios.simulation.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SumoHomeTest {
  @TempDir private Path folder;

  @Test
  void a_home_without_sumo_s_files_is_told_before_sumo_fails_of_it() {
    assertThatThrownBy(() -> Sumo.at(folder.toString()))
        .isInstanceOf(SumoFailed.class)
        .hasMessageContaining("SUMO_HOME is " + folder)
        .hasMessageContaining("unset it");
  }

  @Test
  void a_home_is_taken_as_it_is_and_none_is_debian_s() throws IOException {
    Files.createDirectory(folder.resolve("data"));

    assertThat(Sumo.at(folder.toString()).home()).isEqualTo(folder);
    assertThat(Sumo.at(null).home()).isEqualTo(Path.of("/usr/share/sumo"));
  }
}
