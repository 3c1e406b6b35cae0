package city.nhip.engine.schedule;

import city.nhip.engine.web.Conflict;
import java.util.UUID;

/** Somebody else was quicker. */
public final class ScheduleChanged extends Conflict {
  private static final long serialVersionUID = 1L;

  ScheduleChanged(UUID id) {
    super(
        "Schedule "
            + id
            + " was changed by somebody else. Load it again and look before you decide.");
  }
}
