package city.nhip.engine.schedule;

import city.nhip.engine.web.Conflict;
import java.util.UUID;

/** Somebody else was quicker. */
public final class ScheduleChanged extends Conflict {
  private static final long serialVersionUID = 1L;

  ScheduleChanged(UUID id) {
    super(
        "Người khác vừa thay đổi phương án này. Hãy tải lại và xem trước khi quyết định.",
        "Schedule %s was changed by somebody else. Load it again and look before you decide.",
        id);
  }
}
