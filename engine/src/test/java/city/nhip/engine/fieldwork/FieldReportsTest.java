package city.nhip.engine.fieldwork;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.engine.fieldwork.FieldReports.Word;
import city.nhip.engine.web.BadField;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldReportsTest {
  private static Word with(byte[] photo) {
    return new Word("T01", "W001", FieldReport.Outcome.DONE, Optional.empty(), Optional.of(photo));
  }

  static Stream<byte[]> noPictures() {
    return Stream.of(new byte[0], new byte[] {(byte) 0xff}, new byte[] {1, 2}, new byte[1_048_577]);
  }

  @ParameterizedTest
  @MethodSource("noPictures")
  void a_photo_that_is_no_jpeg_is_refused_by_its_field(byte[] photo) {
    assertThatThrownBy(() -> FieldReports.check(with(photo), ""))
        .isInstanceOf(BadField.class)
        .hasMessageContaining("JPEG");
  }

  @Test
  void a_jpeg_is_taken() {
    assertThatCode(() -> FieldReports.check(with(new byte[] {(byte) 0xff, (byte) 0xd8, 0}), ""))
        .doesNotThrowAnyException();
  }
}
