package city.nhip.scenarios.replay;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.scenarios.replay.Wire.Sent;
import city.nhip.scenarios.simulation.FieldLamps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Sends the recorded day at the city clock's pace, day after day. After a restart it repeats the
 * last minutes, as real devices would: duplicates fall away.
 */
@Component
@ConditionalOnProperty("nhip.replay.enabled")
class DayReplay {
  private static final Logger LOG = LoggerFactory.getLogger(DayReplay.class);
  private static final Duration REPEATED = Duration.ofMinutes(15);

  /** A fill sensor keeps nearly a day and sends it when it has been cut off. */
  private static final Duration KEPT_BY_FILL_SENSORS = Duration.ofHours(23);

  private static final long TICK_MILLIS = 250;

  private final City city;
  private final Clock clock;
  private final Wire wire;
  private final Optional<FieldLamps> lamps;
  private Optional<Thread> thread = Optional.empty();

  DayReplay(City city, Clock clock, Wire wire, Optional<FieldLamps> lamps) {
    this.city = city;
    this.clock = clock;
    this.wire = wire;
    this.lamps = lamps;
  }

  @EventListener
  @Order(10)
  void start(ApplicationReadyEvent ready) {
    Path file = city.folder().resolve("readings/day.csv");
    if (!Files.exists(file)) {
      LOG.info("There is no {}: nothing is replayed", file);
      return;
    }
    List<DayFile.Row> day = DayFile.read(file);
    Thread replay = new Thread(() -> run(day), "replay");
    replay.setDaemon(true);
    thread = Optional.of(replay);
    replay.start();
  }

  @EventListener
  void stop(ContextClosedEvent closing) {
    thread.ifPresent(Thread::interrupt);
  }

  private void run(List<DayFile.Row> day) {
    if (day.isEmpty()) {
      return;
    }
    try {
      Instant start = clock.instant();
      Instant sentTo = start.minus(REPEATED);
      send(
          due(day, start.minus(KEPT_BY_FILL_SENSORS), sentTo).stream()
              .filter(one -> kind(one).equals("fill-sensor"))
              .toList());
      while (!Thread.currentThread().isInterrupted()) {
        Instant now = clock.instant();
        send(due(day, sentTo, now));
        sentTo = now;
        Thread.sleep(TICK_MILLIS);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * @param day sorted by time
   * @return the readings observed after {@code from} and not after {@code to}, oldest first
   */
  List<Sent> due(List<DayFile.Row> day, Instant from, Instant to) {
    List<Sent> due = new ArrayList<>();
    LocalDateTime after = LocalDateTime.ofInstant(from, city.timeZone());
    LocalDateTime last = LocalDateTime.ofInstant(to, city.timeZone());
    for (LocalDate date = after.toLocalDate();
        !date.isAfter(last.toLocalDate());
        date = date.plusDays(1)) {
      int first = date.equals(after.toLocalDate()) ? firstAfter(day, after.toLocalTime()) : 0;
      int end = date.equals(last.toLocalDate()) ? firstAfter(day, last.toLocalTime()) : day.size();
      for (DayFile.Row row : day.subList(Math.min(first, end), end)) {
        Instant at = date.atTime(row.time()).atZone(city.timeZone()).toInstant();
        double value = lamps.isPresent() ? follow(row, at, lamps.get()) : row.value();
        due.add(new Sent(row.device(), row.property(), at.toString(), value, row.unit()));
      }
    }
    return due;
  }

  /** The recorded day has every lamp at full light; the simulated field may carry a plan. */
  private double follow(DayFile.Row row, Instant at, FieldLamps carried) {
    return row.property().equals(CommonMeasures.ACTIVE_POWER.property())
        ? city.findDevice(row.device())
            .map(meter -> carried.follow(meter, at, row.value()))
            .orElse(row.value())
        : row.value();
  }

  /** The index of the first row later than a time of day. */
  private static int firstAfter(List<DayFile.Row> day, LocalTime time) {
    int low = 0;
    int high = day.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (day.get(middle).time().isAfter(time)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Bins and weather come as files, everything else by HTTP. */
  private void send(List<Sent> due) throws InterruptedException {
    Map<String, List<Sent>> byWay = new TreeMap<>();
    for (Sent one : due) {
      byWay.computeIfAbsent(way(one), way -> new ArrayList<>()).add(one);
    }
    for (Map.Entry<String, List<Sent>> way : byWay.entrySet()) {
      if (way.getKey().equals("http")) {
        wire.post(way.getValue());
      } else {
        wire.drop(way.getKey(), way.getValue());
      }
    }
  }

  private String kind(Sent one) {
    return city.findDevice(one.device()).map(Device::kind).orElse("");
  }

  private String way(Sent one) {
    return switch (kind(one)) {
      case "fill-sensor" -> "inbox";
      case "weather-station" -> "weather";
      default -> "http";
    };
  }
}
