package city.nhip.engine.files;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Plans as the JSON that a schedule holds; nothing unknown, missing or double is read over. */
public final class PlanBytes {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private PlanBytes() {}

  public static byte[] write(Object artefact) {
    return MAPPER.writeValueAsBytes(artefact);
  }

  /**
   * @param name of what it should be: {@code signal plan}
   * @throws IllegalArgumentException when the bytes are none
   */
  public static <T> T read(byte[] bytes, Class<T> type, String name) {
    try {
      return MAPPER.readValue(bytes, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "This is no %s: %s. Give the JSON that a schedule holds."
              .formatted(name, e.getOriginalMessage()),
          e);
    }
  }

  /**
   * @throws IllegalArgumentException when a plan names another format
   */
  public static void require(String format, String wanted) {
    if (!format.equals(wanted)) {
      throw new IllegalArgumentException(
          "/format is '%s'. Give a plan of format %s.".formatted(format, wanted));
    }
  }
}
