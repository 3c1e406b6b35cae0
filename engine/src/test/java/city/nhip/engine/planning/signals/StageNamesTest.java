package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.Localized;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageNamesTest {
  @ParameterizedTest
  @CsvSource({
    "EW, Đông–Tây, E–W",
    "NSL, Bắc–Nam rẽ trái, N–S left",
    "N, Bắc, N",
    "L, L, L",
    "Pha 1, Pha 1, Pha 1",
    "EAST, EAST, EAST"
  })
  void a_stage_is_called_by_the_sides_that_it_serves(String id, String vi, String en) {
    assertThat(StageNames.of(id)).isEqualTo(new Localized(vi, en));
  }
}
