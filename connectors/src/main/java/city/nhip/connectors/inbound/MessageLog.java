package city.nhip.connectors.inbound;

import city.nhip.connectors.inbound.MessageIntake.Message;
import city.nhip.engine.city.Localized;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way of each message of the last day: its bytes and what became of it. Written a moment after
 * the commit, from a bounded queue: where messages come faster than this keeps up, some leave no
 * trace here, and {@link #dropped} counts them. The journal loses nothing by it.
 */
@Repository
class MessageLog {
  private static final Logger LOG = LoggerFactory.getLogger(MessageLog.class);
  private static final int WAITING = 4_000;
  private static final int AT_ONCE = 500;
  private static final int LARGEST_PAYLOAD = 64 * 1024;
  private static final Duration KEPT = Duration.ofHours(24);
  private static final long MOST = 100_000;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final MeterRegistry meters;
  private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Map<String, Traffic> traffic = new ConcurrentHashMap<>();
  private final LongAdder dropped = new LongAdder();

  MessageLog(JdbcTemplate jdbc, JsonMapper json, Clock clock, MeterRegistry meters) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * What came and what it became.
   *
   * @param observedAt of the newest reading; nothing where none could be read
   */
  record Entry(
      String source,
      Instant receivedAt,
      @Nullable Instant observedAt,
      Message message,
      int accepted,
      int duplicates,
      int rejected,
      @Nullable Localized problem,
      List<Long> readings) {}

  /** A logged message; the payload's first {@value #LARGEST_PAYLOAD} bytes. */
  record Logged(
      long id,
      String source,
      Instant receivedAt,
      int bytes,
      byte[] payload,
      Map<String, String> headers,
      int accepted,
      int duplicates,
      int rejected,
      @Nullable Localized problem,
      List<Long> readings) {}

  void add(Entry entry) {
    traffic(entry.source()).add(entry);
    if (!waiting.offer(entry)) {
      dropped.increment();
    }
  }

  Traffic traffic(String source) {
    return traffic.computeIfAbsent(source, this::metered);
  }

  /** Its counts are metrics, too. */
  private Traffic metered(String source) {
    Traffic counts = new Traffic();
    meter(counts, source, "messages", Traffic.Counts::messages);
    meter(counts, source, "readings.accepted", Traffic.Counts::accepted);
    meter(counts, source, "readings.duplicate", Traffic.Counts::duplicates);
    meter(counts, source, "readings.rejected", Traffic.Counts::rejected);
    meter(counts, source, "messages.unreadable", Traffic.Counts::unreadable);
    return counts;
  }

  private void meter(
      Traffic counts, String source, String what, ToDoubleFunction<Traffic.Counts> figure) {
    FunctionCounter.builder(
            "nhip.connector." + what,
            counts,
            it -> figure.applyAsDouble(it.counts(clock.instant())))
        .tag("connector", source)
        .register(meters);
  }

  long dropped() {
    return dropped.sum();
  }

  @Scheduled(fixedDelay = 250)
  void write() {
    List<Entry> batch = new ArrayList<>(AT_ONCE);
    while (waiting.drainTo(batch, AT_ONCE) > 0) {
      try {
        insert(batch);
      } catch (DataAccessException e) {
        dropped.add(batch.size());
        LOG.warn("{} messages leave no trace: {}", batch.size(), e.getMessage());
        return;
      }
      batch.clear();
    }
  }

  private void insert(List<Entry> batch) {
    jdbc.batchUpdate(
        "insert into inbound_message (source, received_at, bytes, payload, headers_json, accepted,"
            + " duplicates, rejected, problem, problem_vi, first_reading, last_reading, readings)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        batch.stream().map(this::columns).toList());
  }

  private @Nullable Object[] columns(Entry entry) {
    byte[] payload = entry.message().payload();
    List<Long> ids = entry.readings();
    return new @Nullable Object[] {
      entry.source(),
      entry.receivedAt().atOffset(ZoneOffset.UTC),
      payload.length,
      payload.length > LARGEST_PAYLOAD ? Arrays.copyOf(payload, LARGEST_PAYLOAD) : payload,
      json.writeValueAsString(entry.message().headers()),
      entry.accepted(),
      entry.duplicates(),
      entry.rejected(),
      entry.problem() == null ? null : DeadLetters.head(entry.problem()).en(),
      entry.problem() == null ? null : DeadLetters.head(entry.problem()).vi(),
      ids.stream().min(Long::compare).orElse(null),
      ids.stream().max(Long::compare).orElse(null),
      ids.stream().map(String::valueOf).collect(Collectors.joining(","))
    };
  }

  /** The newest of a connector, before {@code before}. */
  List<Logged> list(String source, long before, int most) {
    return jdbc.query(
        "select * from inbound_message where source = ? and id < ? order by id desc limit ?",
        this::row,
        source,
        before,
        most);
  }

  Optional<Logged> find(long id) {
    return jdbc.query("select * from inbound_message where id = ?", this::row, id).stream()
        .findFirst();
  }

  /** The messages that brought a reading; more than one where a sender repeated itself. */
  List<Logged> ofReading(long reading) {
    return jdbc
        .query(
            "select * from inbound_message where first_reading <= ? and last_reading >= ? limit 50",
            this::row,
            reading,
            reading)
        .stream()
        .filter(it -> it.readings().contains(reading))
        .toList();
  }

  @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
  void forget() {
    jdbc.update(
        "delete from inbound_message where received_at < ?",
        clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC));
    jdbc.update(
        "delete from inbound_message where id < (select coalesce(max(id), 0) from inbound_message) - ?",
        MOST);
  }

  @SuppressWarnings("unchecked")
  private Logged row(ResultSet rows, int number) throws SQLException {
    String ids = rows.getString("readings");
    @Nullable String problem = rows.getString("problem");
    return new Logged(
        rows.getLong("id"),
        rows.getString("source"),
        rows.getObject("received_at", OffsetDateTime.class).toInstant(),
        rows.getInt("bytes"),
        rows.getBytes("payload"),
        json.readValue(rows.getString("headers_json"), Map.class),
        rows.getInt("accepted"),
        rows.getInt("duplicates"),
        rows.getInt("rejected"),
        problem == null ? null : DeadLetters.both(problem, rows.getString("problem_vi")),
        ids.isEmpty() ? List.of() : Arrays.stream(ids.split(",")).map(Long::valueOf).toList());
  }
}
