package city.nhip.connectors.export;

import city.nhip.engine.city.Localized;
import city.nhip.engine.export.ScheduleExport;
import city.nhip.engine.schedule.Schedule;
import java.util.List;

/** What the formats of collection rounds share: each can be had for one truck. */
abstract class RoundsExport implements ScheduleExport {
  private final Rounds rounds;
  private final String format;
  private final String mediaType;
  private final Localized title;

  RoundsExport(Rounds rounds, String format, String mediaType, Localized title) {
    this.rounds = rounds;
    this.format = format;
    this.mediaType = mediaType;
    this.title = title;
  }

  Rounds rounds() {
    return rounds;
  }

  @Override
  public String domain() {
    return Rounds.DOMAIN;
  }

  @Override
  public String format() {
    return format;
  }

  @Override
  public String mediaType() {
    return mediaType;
  }

  @Override
  public Localized title() {
    return title;
  }

  @Override
  public List<String> parts(Schedule schedule) {
    return rounds.trucks(schedule);
  }
}
