package city.nhip.engine.export;

import city.nhip.engine.city.Localized;
import city.nhip.engine.schedule.Schedule;
import java.util.List;
import java.util.Optional;

/** One file format of one domain's schedules. Stateless. */
public interface ScheduleExport {
  String domain();

  /** The ending of the file, and its address: {@code gpx}, {@code ntcip1202.json}. */
  String format();

  /** What a person reads on the button. */
  Localized title();

  String mediaType();

  /** What the file can be had for alone, as one truck; none where it is whole only. */
  default List<String> parts(Schedule schedule) {
    return List.of();
  }

  /**
   * @param part one of {@link #parts}; empty for all
   * @throws java.util.NoSuchElementException when there is no such part
   */
  byte[] write(Schedule schedule, Optional<String> part);
}
