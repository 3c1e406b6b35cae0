package city.nhip.engine.schedule;

import java.util.List;
import java.util.UUID;

/** Something that another room knows about a schedule and a reviewer sees beside it. */
public interface ScheduleAnnex {
  /** The field's name in the schedule's JSON: {@code publications}. */
  String field();

  List<?> list(UUID schedule);
}
