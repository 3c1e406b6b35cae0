package city.nhip.engine.safety;

import java.time.Instant;
import java.util.List;

/** The collection plan as its bytes say it, read strictly. */
record WasteTours(
    String format,
    String scope,
    String date,
    Instant validFrom,
    Instant validTo,
    List<Tour> trucks,
    List<Skipped> skipped) {
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
    return SafetyJson.plan(bytes, WasteTours.class);
  }
}
