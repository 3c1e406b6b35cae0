package city.nhip.engine.schedule;

import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.Expected;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.safety.SafetyVerdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Maps rows of the table to schedules, with or without the plan. */
final class ScheduleRows {
  static final String LINE =
      "id, domain, scope, status, version, job_id, created_at, valid_from, valid_to, score,"
          + " feasible, artefact_hash, proposal_json, safety_json, cause_json, origin, origin_schedule,"
          + " coalesce(planned_at, created_at) as planned_at";

  static final String WHOLE = LINE + ", artefact, expected_json";

  private final JsonMapper json;

  ScheduleRows(JsonMapper json) {
    this.json = json;
  }

  ScheduleLine line(ResultSet rows, int number) throws SQLException {
    return new ScheduleLine(
        rows.getObject("id", UUID.class),
        rows.getString("domain"),
        rows.getString("scope"),
        ScheduleStatus.valueOf(rows.getString("status")),
        rows.getInt("version"),
        rows.getObject("job_id", UUID.class),
        instant(rows, "created_at"),
        new TimeWindow(instant(rows, "valid_from"), instant(rows, "valid_to")),
        rows.getString("score"),
        rows.getBoolean("feasible"),
        rows.getString("artefact_hash"),
        json.readValue(rows.getString("proposal_json"), Schedule.Review.class),
        json.readValue(rows.getString("safety_json"), SafetyVerdict.class),
        json.readValue(
            rows.getString("cause_json"), new TypeReference<List<OptimizationRequest>>() {}),
        new ScheduleOrigin(
            ScheduleOrigin.Kind.valueOf(rows.getString("origin")),
            Optional.ofNullable(rows.getObject("origin_schedule", UUID.class)),
            instant(rows, "planned_at")));
  }

  Schedule whole(ResultSet rows, int number) throws SQLException {
    ScheduleLine line = line(rows, number);
    @Nullable String expected = rows.getString("expected_json");
    return new Schedule(
        line.id(),
        line.domain(),
        line.scope(),
        line.status(),
        line.version(),
        line.jobId(),
        line.createdAt(),
        line.validity(),
        line.score(),
        line.feasible(),
        rows.getBytes("artefact"),
        line.hash(),
        line.review(),
        line.safety(),
        line.cause(),
        line.origin(),
        expected == null
            ? List.of()
            : json.readValue(expected, new TypeReference<List<Expected>>() {}));
  }

  private static Instant instant(ResultSet rows, String column) throws SQLException {
    return rows.getObject(column, OffsetDateTime.class).toInstant();
  }
}
