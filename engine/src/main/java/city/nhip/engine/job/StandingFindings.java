package city.nhip.engine.job;

import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.OptimizationRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * What earlier jobs of a scope were told and what still holds: an incident does not end because
 * rain begins, and its rule does not ask twice.
 */
@Repository
class StandingFindings {
  /** No finding holds for longer. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final JsonMapper json;

  StandingFindings(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * @param own the job's own findings, which take the place of earlier ones
   * @return newest first
   */
  List<Finding> before(Job job, List<Finding> own, Instant now) {
    List<Finding> told =
        jdbc
            .sql(
                """
                select r.request_json from optimization_request r join optimization_job j on j.id = r.job_id
                where j.domain = ? and j.scope = ? and j.id <> ? and j.created_at <= ? and r.received_at > ?
                order by r.received_at desc, r.request_key
                """)
            .params(
                job.domain(),
                job.scope(),
                job.id(),
                job.createdAt().atOffset(ZoneOffset.UTC),
                now.minus(LONGEST).atOffset(ZoneOffset.UTC))
            .query(String.class)
            .list()
            .stream()
            .map(text -> json.readValue(text, OptimizationRequest.class))
            .flatMap(request -> request.findings().stream())
            .toList();
    return Finding.standing(own, told, now);
  }
}
