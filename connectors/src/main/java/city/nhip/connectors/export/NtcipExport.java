package city.nhip.connectors.export;

import city.nhip.connectors.export.SignalCycles.Cycle;
import city.nhip.connectors.export.SignalCycles.StageGreen;
import city.nhip.connectors.export.SignalCycles.Step;
import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.export.ScheduleExport;
import city.nhip.engine.schedule.Schedule;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signal plans as JSON in the shape and words of NTCIP 1202. A stage is a phase, all in one ring
 * and in order; a signal group is an overlap of the phases in which it is green, and drives a
 * channel. That says a stage plan exactly. Seconds where the standard has seconds, tenths where it
 * has tenths. Never tried on a controller.
 */
@Component
class NtcipExport implements ScheduleExport {
  /** {@code overlap} of channelControlType. */
  private static final int OVERLAP = 4;

  /** Of systemPatternControl. */
  private static final int STANDBY = 0;

  private final City city;
  private final JsonMapper json;

  NtcipExport(City city, JsonMapper json) {
    this.city = city;
    this.json = json;
  }

  record Phase(
      int phaseNumber,
      String stage,
      int phaseMinimumGreen,
      int phaseMaximum1,
      int phaseYellowChange,
      int phaseRedClear,
      int phaseRing) {}

  record Overlap(int overlapNumber, String group, List<Integer> overlapIncludedPhases) {}

  record Channel(int channelNumber, int channelControlSource, int channelControlType) {}

  record Sequence(int sequenceNumber, int sequenceRingNumber, List<Integer> sequenceData) {}

  record Split(int splitNumber, int splitPhase, int splitTime, boolean splitCoordPhase) {}

  record Pattern(
      int patternNumber,
      int patternCycleTime,
      int patternOffsetTime,
      int patternSplitNumber,
      int patternSequenceNumber) {}

  /** The pattern runs between the two local times. */
  record Action(int timebaseAscPattern, String from, String to) {}

  /**
   * What the system tells a controller, and when.
   *
   * @param systemPatternControl the pattern; 0 is standby: the system lets go, and the controller
   *     runs its own time base, the day plan's row of that hour
   */
  record Command(String at, int systemPatternControl) {}

  record Controller(
      String intersection,
      List<Phase> phaseTable,
      List<Overlap> overlapTable,
      List<Channel> channelTable,
      List<Sequence> sequenceTable,
      List<Split> splitTable,
      List<Pattern> patternTable,
      Action timebaseAscAction,
      List<Command> systemCommands) {}

  record Export(String note, List<Controller> controllers) {}

  @Override
  public String domain() {
    return SignalCycles.DOMAIN;
  }

  @Override
  public String format() {
    return "ntcip1202.json";
  }

  @Override
  public Localized title() {
    return new Localized("Tủ điều khiển (dạng NTCIP 1202)", "Controllers (NTCIP 1202 shape)");
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public byte[] write(Schedule schedule, Optional<String> part) {
    ZonedDateTime from = schedule.validity().from().atZone(city.timeZone());
    ZonedDateTime to = schedule.validity().to().atZone(city.timeZone());
    Action action =
        new Action(1, from.toOffsetDateTime().toString(), to.toOffsetDateTime().toString());
    return json.writeValueAsBytes(
        new Export(
            "Object names of NTCIP 1202; never tried on a controller.",
            SignalCycles.of(schedule).stream().map(it -> controller(it, action)).toList()));
  }

  private static Controller controller(Cycle cycle, Action action) {
    List<Phase> phases = new ArrayList<>();
    List<Split> splits = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (StageGreen stage : cycle.stages()) {
      int number = phases.size() + 1;
      int yellow = cycle.seconds(stage.stage(), "yellow");
      int red = cycle.seconds(stage.stage(), "all-red");
      phases.add(
          new Phase(
              number,
              stage.stage(),
              stage.greenSeconds(),
              stage.greenSeconds(),
              10 * yellow,
              10 * red,
              1));
      splits.add(new Split(1, number, stage.greenSeconds() + yellow + red, number == 1));
      order.add(number);
    }
    List<Overlap> overlaps = new ArrayList<>();
    List<Channel> channels = new ArrayList<>();
    for (int group = 0; group < cycle.groups().size(); group++) {
      overlaps.add(new Overlap(group + 1, cycle.groups().get(group), greenIn(cycle, group)));
      channels.add(new Channel(group + 1, group + 1, OVERLAP));
    }
    return new Controller(
        cycle.id(),
        phases,
        overlaps,
        channels,
        List.of(new Sequence(1, 1, order)),
        splits,
        List.of(new Pattern(1, cycle.cycleSeconds(), cycle.offsetSeconds(), 1, 1)),
        action,
        List.of(new Command(action.from(), 1), new Command(action.to(), STANDBY)));
  }

  private static List<Integer> greenIn(Cycle cycle, int group) {
    List<Integer> phases = new ArrayList<>();
    for (int stage = 0; stage < cycle.stages().size(); stage++) {
      String name = cycle.stages().get(stage).stage();
      for (Step step : cycle.steps()) {
        if (step.stage().equals(name)
            && step.kind().equals("green")
            && "Gg".indexOf(step.state().charAt(group)) >= 0) {
          phases.add(stage + 1);
          break;
        }
      }
    }
    return phases;
  }
}
