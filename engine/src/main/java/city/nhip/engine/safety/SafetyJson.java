package city.nhip.engine.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How checks read plans, and the city's files. */
final class SafetyJson {
  private static final JsonMapper PARTS =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final JsonMapper PLANS =
      PARTS
          .rebuild()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final JsonMapper SPARSE =
      PARTS
          .rebuild()
          .disable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private SafetyJson() {}

  /**
   * Strictly: a field that a check does not know might mean something to a controller.
   *
   * @throws tools.jackson.core.JacksonException when the bytes are no such plan
   */
  static <T> T plan(byte[] bytes, Class<T> type) {
    return PLANS.readValue(bytes, type);
  }

  /** What a check needs of a plan that the field carries, whatever else its bytes say. */
  static <T> T part(byte[] bytes, Class<T> type) {
    return PARTS.readValue(bytes, type);
  }

  /** Only what a check needs; the rest of the file is the planning's. */
  static <T> T file(Path file, Class<T> type) {
    return read(PARTS, file, type);
  }

  /** The same of what may be left out. */
  static <T> T sparse(Path file, Class<T> type) {
    return read(SPARSE, file, type);
  }

  private static <T> T read(JsonMapper mapper, Path file, Class<T> type) {
    try {
      return mapper.readValue(Files.readAllBytes(file), type);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
