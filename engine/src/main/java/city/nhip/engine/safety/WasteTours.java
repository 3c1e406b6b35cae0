package city.nhip.engine.safety;

import java.time.Instant;
import java.util.List;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The collection plan as its bytes say it, read strictly. */
record WasteTours(
    String format,
    String scope,
    String date,
    Instant validFrom,
    Instant validTo,
    List<Tour> trucks,
    List<Skipped> skipped) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  record Tour(
      String truck,
      boolean outOfService,
      Instant start,
      Instant end,
      int metres,
      int drivingSeconds,
      String wayBack,
      List<Visit> visits) {}

  record Visit(
      String kind,
      String at,
      Instant arrive,
      Instant start,
      Instant depart,
      int metres,
      String way,
      int litres,
      int kilograms,
      int onBoardLitres,
      boolean done) {}

  record Skipped(String container, String reason, int expectedPercent, Instant full) {}

  /**
   * @throws tools.jackson.core.JacksonException when the bytes are no such plan
   */
  static WasteTours read(byte[] bytes) {
    return MAPPER.readValue(bytes, WasteTours.class);
  }
}
