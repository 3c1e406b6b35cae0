package city.nhip.engine.files;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFileTest {
  @TempDir Path folder;

  record Yard(String id, Gate gate) {}

  record Gate(int width) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'gate': {'width': 3}}               | /id (line 1): this field is missing. Write it.
          {'id': null, 'gate': {'width': 3}}   | /id (line 1): this field is null. Give it a value.
          {'id': 'a', 'gate': {'width': 3, 'wide': 3}} | /gate/wide (line 1): this field is not known. Known here: width.
          {'id': 'a', 'gate': {'width': 'x'}}  | /gate/width (line 1): 'x' is not a whole number. Correct it.
          {'id': 'a', 'gate': 7}               | /gate (line 1): an object belongs here. Correct it.
          {'id': 'a', 'id': 'b'}               | line 1: Duplicate Object property "id"
          """)
  void what_is_wrong_is_said_in_words_with_its_place(String json, String problem)
      throws IOException {
    Path file = Files.writeString(folder.resolve("yard.json"), json.replace('\'', '"'));
    assertThatThrownBy(() -> JsonFile.read(file, Yard.class))
        .isInstanceOf(BadFile.class)
        .hasMessageStartingWith(file + ", " + problem);
  }
}
