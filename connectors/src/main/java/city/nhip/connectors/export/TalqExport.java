package city.nhip.connectors.export;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.export.ScheduleExport;
import city.nhip.engine.planning.PlanView;
import city.nhip.engine.schedule.Schedule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A night as TALQ-style control programs and calendars: the domain's own view, as a file. */
@Component
class TalqExport implements ScheduleExport {
  private final PlanView talq;
  private final City city;
  private final JsonMapper json;

  TalqExport(List<PlanView> views, City city, JsonMapper json) {
    this.talq =
        views.stream()
            .filter(it -> it.domain().equals(domain()) && it.name().equals("talq"))
            .findFirst()
            .orElseThrow();
    this.city = city;
    this.json = json;
  }

  @Override
  public String domain() {
    return "lighting";
  }

  @Override
  public String format() {
    return "talq.json";
  }

  @Override
  public Localized title() {
    return new Localized("Chương trình và lịch đèn (kiểu TALQ)", "Programs and calendars (TALQ)");
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public byte[] write(Schedule schedule, Optional<String> part) {
    return json.writeValueAsBytes(talq.of(schedule.artefact(), city, Map.of()));
  }
}
