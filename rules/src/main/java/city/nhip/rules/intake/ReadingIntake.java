package city.nhip.rules.intake;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.engine.reading.ReadingKind;
import city.nhip.engine.web.LiveEvent;
import city.nhip.rules.session.ZoneSessions;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The one door for readings. When {@link #accept} returns, every good reading is committed; what is
 * wrong is said, reading by reading.
 */
@Service
public class ReadingIntake {
  /** Most readings in one batch. */
  public static final int MOST_READINGS = 5_000;

  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(30);
  private static final Duration OLDEST = Duration.ofHours(24);

  private final City city;
  private final Map<String, ReadingKind> kinds = new HashMap<>();
  private final ReadingJournal journal;
  private final ZoneSessions sessions;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  ReadingIntake(
      City city,
      PlanningDomains domains,
      ReadingJournal journal,
      ZoneSessions sessions,
      Clock clock,
      ApplicationEventPublisher events) {
    this.city = city;
    this.journal = journal;
    this.sessions = sessions;
    this.clock = clock;
    this.events = events;
    Stream.concat(
            CommonMeasures.all().stream(),
            domains.all().stream().flatMap(domain -> domain.measures().stream()))
        .forEach(kind -> kinds.put(kind.property(), kind));
  }

  /** A wrong reading: which field, what is so. */
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    private final String field;
    private final transient Localized problem;

    Wrong(String field, Localized problem) {
      super(problem.en());
      this.field = field;
      this.problem = problem;
    }
  }

  /**
   * @param source the connector's name; part of what makes a reading unique
   * @throws IllegalArgumentException when the batch is larger than {@link #MOST_READINGS}
   * @throws InterruptedException when the process stops; what was committed stays
   */
  public IntakeReceipt accept(String source, List<RawReading> batch) throws InterruptedException {
    if (batch.size() > MOST_READINGS) {
      throw new IllegalArgumentException(
          "The batch holds %d readings. Send at most %d.".formatted(batch.size(), MOST_READINGS));
    }
    Instant now = clock.instant();
    List<Reading> good = new ArrayList<>(batch.size());
    List<Integer> places = new ArrayList<>(batch.size());
    List<IntakeReceipt.Rejection> rejected = new ArrayList<>();
    Map<String, String> zones = new HashMap<>();
    for (int index = 0; index < batch.size(); index++) {
      try {
        Reading reading = check(source, batch.get(index), now);
        zones.put(reading.device(), city.findDevice(reading.device()).orElseThrow().zone());
        good.add(reading);
        places.add(index);
      } catch (Wrong wrong) {
        rejected.add(
            new IntakeReceipt.Rejection(index, "/" + index + "/" + wrong.field, wrong.problem));
      }
    }
    List<JournaledReading> fresh = journal.append(good, zones, now);
    sessions.feed(fresh);
    if (!fresh.isEmpty()) {
      events.publishEvent(
          new LiveEvent("reading", source, Map.of("count", fresh.size(), "at", now.toString())));
    }
    return new IntakeReceipt(
        fresh.size(), good.size() - fresh.size(), rejected, ids(batch.size(), places, good, fresh));
  }

  /** The fresh readings are some of the good ones, in the same order. */
  private static List<Long> ids(
      int size, List<Integer> places, List<Reading> good, List<JournaledReading> fresh) {
    List<Long> ids = new ArrayList<>(Collections.nCopies(size, 0L));
    int next = 0;
    for (int i = 0; i < good.size() && next < fresh.size(); i++) {
      if (fresh.get(next).reading().equals(good.get(i))) {
        ids.set(places.get(i), fresh.get(next++).id());
      }
    }
    return ids;
  }

  private Reading check(String source, RawReading raw, Instant now) throws Wrong {
    String device = required("device", raw.device());
    String property = required("property", raw.property());
    if (city.findDevice(device).isEmpty()) {
      throw new Wrong(
          "device",
          new Localized(
              "Không có thiết bị %s. Hãy thêm vào devices.csv.".formatted(device),
              "Device %s is unknown. Add it to devices.csv.".formatted(device)));
    }
    ReadingKind kind = kinds.get(property);
    if (kind == null) {
      throw new Wrong(
          "property",
          new Localized(
              "Không có đại lượng %s. Hãy dùng một trong %s.".formatted(property, kinds.keySet()),
              "Property %s is unknown. Use one of %s.".formatted(property, kinds.keySet())));
    }
    Instant observedAt = observed(required("observedAt", raw.observedAt()), now);
    if (raw.value() == null || !Double.isFinite(raw.value())) {
      throw new Wrong(
          "value",
          new Localized(
              "Thiếu giá trị hoặc giá trị không phải số hữu hạn. Hãy gửi một số.",
              "The value is missing or no finite number. Send a number."));
    }
    if (!kind.unit().equals(raw.unit())) {
      throw new Wrong(
          "unit",
          new Localized(
              "%s tính bằng %s, không phải %s. Hãy đổi đơn vị."
                  .formatted(property, kind.unit(), raw.unit()),
              "%s comes in %s, not %s. Convert it.".formatted(property, kind.unit(), raw.unit())));
    }
    if (!kind.plausible(raw.value())) {
      throw new Wrong(
          "value",
          new Localized(
              "%s không thể là %s %s: phải nằm trong %s..%s. Hãy kiểm tra thang đo của cảm biến."
                  .formatted(property, raw.value(), kind.unit(), kind.min(), kind.max()),
              "%s cannot be %s %s: it lies in %s..%s. Check the sensor's scale."
                  .formatted(property, raw.value(), kind.unit(), kind.min(), kind.max())));
    }
    return new Reading(source, device, property, observedAt, raw.value(), kind.unit());
  }

  private static String required(String field, @org.jspecify.annotations.Nullable String text)
      throws Wrong {
    if (text == null || text.isBlank()) {
      throw new Wrong(
          field,
          new Localized(
              "Thiếu trường %s. Hãy gửi trường này.".formatted(field),
              "The field %s is missing. Send it.".formatted(field)));
    }
    return text;
  }

  private static Instant observed(String text, Instant now) throws Wrong {
    Instant observedAt;
    try {
      observedAt = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw new Wrong(
          "observedAt",
          new Localized(
              "'%s' không phải thời điểm. Hãy gửi ISO 8601 kèm độ lệch múi giờ.".formatted(text),
              "'%s' is no time. Send ISO 8601 with an offset.".formatted(text)));
    }
    if (observedAt.isAfter(now.plus(CLOCK_TOLERANCE))) {
      throw new Wrong(
          "observedAt",
          new Localized(
              "%s ở tương lai, bây giờ là %s. Hãy chỉnh đồng hồ của thiết bị.".formatted(text, now),
              "%s lies in the future, it is %s. Set the device's clock.".formatted(text, now)));
    }
    if (observedAt.isBefore(now.minus(OLDEST))) {
      throw new Wrong(
          "observedAt",
          new Localized(
              "%s đã quá %d giờ. Hãy gửi số đo mới hơn.".formatted(text, OLDEST.toHours()),
              "%s is older than %d h. Send newer readings.".formatted(text, OLDEST.toHours())));
    }
    return observedAt;
  }
}
