package city.nhip.connectors.proof;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.connectors.codec.MeasureUnits;
import city.nhip.engine.reading.CommonMeasures;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
  private static final MeasureUnits UNITS = new MeasureUnits(CommonMeasures.all());

  @TempDir Path city;

  static List<String> templates() {
    return List.copyOf(Templates.names());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void a_template_is_a_connector_whose_samples_hold(String template) {
    Path folder = city.resolve("mine");

    Templates.write(template, folder);

    assertThat(ConnectorLook.at(folder, UNITS)).isEmpty();
    assertThat(SampleRun.of(folder, UNITS))
        .isNotEmpty()
        .allSatisfy(result -> assertThat(result.differences()).isEmpty());
  }
}
