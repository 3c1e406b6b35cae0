package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.City;
import city.nhip.engine.planning.PlanView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/**
 * A night as control programs and calendars in the terms of the TALQ 2.x data model (field names
 * only; nothing here is certified). Control programs are brought down to as many as controllers
 * hold.
 */
@Component
final class TalqView implements PlanView {
  private static final String OWNER = "nhip";
  private static final int USUAL_PROGRAMS = 24;

  record State(String name, int value) {}

  record Command(State state) {}

  record FixedTimeControl(String startTime, Command command) {}

  record AstroClockActivePeriod(String name, int sunsetOffset, int sunriseOffset) {}

  record ControlProgram(
      String type,
      String id,
      String ownerCMS,
      List<AstroClockActivePeriod> activePeriods,
      List<FixedTimeControl> fixedTimeControls) {}

  record CalendarRule(String startDate, String endDate, String program) {}

  record Calendar(String id, String ownerCMS, List<CalendarRule> rules, String defaultProgram) {}

  record Reference(String resource, String address) {}

  record Group(String address, String ownerCMS, List<Reference> members, String purpose) {}

  record AssignCommand(List<Reference> addresses, Reference entity) {}

  /**
   * @param programCosts what the night costs more with so few programs, VND
   */
  record Export(
      String note,
      List<ControlProgram> controlPrograms,
      List<Calendar> calendars,
      List<Group> groups,
      List<AssignCommand> assignCommands,
      List<ProgramSet.Step> programCosts) {}

  TalqView() {}

  @Override
  public String domain() {
    return "lighting";
  }

  @Override
  public String name() {
    return "talq";
  }

  /** The parameter {@code programs} says how many control programs the controllers hold. */
  @Override
  public Object of(byte[] artefact, City city, Map<String, String> parameters) {
    LightingPlan plan = PublishedNight.read(artefact, city);
    int most = number(parameters.getOrDefault("programs", "" + USUAL_PROGRAMS)).orElse(0);
    if (most < 1) {
      throw new IllegalArgumentException(
          "programs is '%s'. Give how many control programs a controller holds, 1 or more."
              .formatted(parameters.get("programs")));
    }
    ProgramSet set = ProgramSet.of(plan, most);
    return export(plan.setting(), set);
  }

  private static OptionalInt number(String text) {
    try {
      return OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private static Export export(NightSetting setting, ProgramSet set) {
    LightingPlan few = set.plan();
    List<ControlProgram> programs = new ArrayList<>();
    List<Calendar> calendars = new ArrayList<>();
    List<Group> groups = new ArrayList<>();
    List<AssignCommand> commands = new ArrayList<>();
    int fallback = setting.network().groups().get(0).fallbackPercent();
    programs.add(program(setting, "fallback", List.of(control("12:00:00", fallback))));
    String evening = setting.grid().evening().toString();
    for (List<Integer> members : set.groups()) {
      String number = "%02d".formatted(calendars.size() + 1);
      programs.add(program(setting, "program-" + number, controls(few, members.get(0))));
      calendars.add(
          new Calendar(
              "calendar-" + number,
              OWNER,
              List.of(new CalendarRule(evening, evening, "program-" + number)),
              "fallback"));
      groups.add(
          new Group(
              "group-" + number,
              OWNER,
              members.stream()
                  .map(g -> new Reference("groups", setting.network().groups().get(g).id()))
                  .toList(),
              "calendar"));
      commands.add(
          new AssignCommand(
              List.of(new Reference("groups", "group-" + number)),
              new Reference("calendars", "calendar-" + number)));
    }
    return new Export(
        "Field names of the TALQ 2.x data model; dayOffset is 12 (noon to noon). Not certified.",
        programs,
        calendars,
        groups,
        commands,
        set.curve());
  }

  private static ControlProgram program(
      NightSetting setting, String id, List<FixedTimeControl> controls) {
    LightingCalendar calendar = setting.files().calendar();
    return new ControlProgram(
        "ControlProgramOne",
        id,
        OWNER,
        List.of(
            new AstroClockActivePeriod(
                "AstroClockActivePeriod",
                calendar.onAfterSunsetMinutes(),
                -calendar.offBeforeSunriseMinutes())),
        controls);
  }

  /** From the first slot that the plan decides. */
  private static List<FixedTimeControl> controls(LightingPlan plan, int g) {
    List<FixedTimeControl> controls = new ArrayList<>();
    byte[] levels = plan.levels()[g];
    int first = plan.setting().past().firstFree();
    for (int t = first; t < levels.length; t++) {
      if (t == first || levels[t] != levels[t - 1]) {
        controls.add(
            control(
                plan.setting().grid().local(t).toLocalTime() + ":00",
                plan.problem().percents()[levels[t]]));
      }
    }
    return controls;
  }

  private static FixedTimeControl control(String startTime, int percent) {
    return new FixedTimeControl(startTime, new Command(new State("LevelState", percent)));
  }
}
