package city.nhip.scenarios.replay;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A city's recorded day as if it had been journaled, on any date and as often as wanted. */
public final class RecordedDay {
  private final City city;
  private final int size;
  private final Map<String, List<Numbered>> byZone = new HashMap<>();

  private record Numbered(int number, DayFile.Row row) {}

  public RecordedDay(City city) {
    this.city = city;
    List<DayFile.Row> rows = DayFile.read(city.folder().resolve("readings/day.csv"));
    this.size = rows.size();
    for (int number = 0; number < size; number++) {
      Numbered one = new Numbered(number, rows.get(number));
      city.findDevice(one.row().device())
          .map(Device::zone)
          .ifPresent(zone -> byZone.computeIfAbsent(zone, key -> new ArrayList<>()).add(one));
    }
  }

  /** Feeds a zone's readings observed in [from, to), every day the same ones. */
  public void replay(String zone, Instant from, Instant to, Consumer<JournaledReading> consumer) {
    LocalDate last = to.atZone(city.timeZone()).toLocalDate();
    for (LocalDate date = from.atZone(city.timeZone()).toLocalDate();
        !date.isAfter(last);
        date = date.plusDays(1)) {
      for (Numbered one : byZone.getOrDefault(zone, List.of())) {
        DayFile.Row row = one.row();
        Instant at = date.atTime(row.time()).atZone(city.timeZone()).toInstant();
        if (!at.isBefore(from) && at.isBefore(to)) {
          consumer.accept(
              new JournaledReading(
                  date.toEpochDay() * size + one.number(),
                  zone,
                  at,
                  new Reading("day", row.device(), row.property(), at, row.value(), row.unit())));
        }
      }
    }
  }
}
