package city.nhip.connectors.citizen;

import city.nhip.engine.web.Tagged;
import java.time.Instant;
import java.util.Optional;

/**
 * One report.
 *
 * @param code by which the citizen follows it
 * @param asset the nearest one of its kind
 * @param words the citizen's own; may be empty
 * @param device whose reading it became; empty where no device watches the asset
 */
record CitizenReport(
    long id,
    String code,
    ReportKind kind,
    String asset,
    String zone,
    double latitude,
    double longitude,
    String words,
    boolean photo,
    Optional<String> device,
    Optional<Long> reading,
    Instant receivedAt,
    ReportState state,
    Optional<Instant> answeredAt,
    Optional<String> answeredBy,
    Optional<String> answer)
    implements Tagged {
  @Override
  public String tag() {
    return state + answeredAt.map(at -> "-" + at.toEpochMilli()).orElse("");
  }
}
