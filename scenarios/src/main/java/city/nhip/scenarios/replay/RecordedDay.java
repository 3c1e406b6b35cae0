package city.nhip.scenarios.replay;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A city's recorded day as if it had been journaled, on any date and as often as wanted. */
public final class RecordedDay {
  private final City city;
  private final List<DayFile.Row> rows;

  public RecordedDay(City city) {
    this.city = city;
    this.rows = DayFile.read(city.folder().resolve("readings/day.csv"));
  }

  /** Feeds a zone's readings observed in [from, to), every day the same ones. */
  public void replay(String zone, Instant from, Instant to, Consumer<JournaledReading> consumer) {
    LocalDate last = to.atZone(city.timeZone()).toLocalDate();
    for (LocalDate date = from.atZone(city.timeZone()).toLocalDate();
        !date.isAfter(last);
        date = date.plusDays(1)) {
      ofZone(zone, date).stream()
          .filter(
              one ->
                  !one.reading().observedAt().isBefore(from)
                      && one.reading().observedAt().isBefore(to))
          .forEach(consumer);
    }
  }

  private List<JournaledReading> ofZone(String zone, LocalDate date) {
    List<JournaledReading> readings = new ArrayList<>();
    for (int number = 0; number < rows.size(); number++) {
      DayFile.Row row = rows.get(number);
      if (city.findDevice(row.device()).map(Device::zone).filter(zone::equals).isPresent()) {
        Instant at = date.atTime(row.time()).atZone(city.timeZone()).toInstant();
        readings.add(
            new JournaledReading(
                date.toEpochDay() * rows.size() + number,
                zone,
                at,
                new Reading("day", row.device(), row.property(), at, row.value(), row.unit())));
      }
    }
    return readings;
  }
}
