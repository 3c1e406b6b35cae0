package city.nhip.engine.planning.lighting;

import city.nhip.engine.files.PlanBytes;
import city.nhip.engine.planning.Finding;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A night's control programs as they are published.
 *
 * @param format {@value #FORMAT}
 * @param evening ISO date of the evening
 * @param on lamps on, ISO 8601
 * @param off lamps off
 * @param plannedFrom points before it are history
 * @param findings why classes are what they are
 * @param supplies what each battery does
 * @param limits on power beyond the city's files, in W
 */
record LightingArtefact(
    String format,
    String scope,
    String evening,
    String on,
    String off,
    String plannedFrom,
    List<Found> findings,
    List<Limit> limits,
    List<Program> programs,
    List<Supply> supplies) {
  static final String FORMAT = "nhip-lighting-1";

  record Found(String kind, String asset, double value, String from, String until) {}

  record Limit(String kind, String asset, int watts, String from, String until) {}

  /**
   * @param fallbackPercent what the controller does when the plan ends and no other came
   * @param points from when which level, in order; the first at the start of the night's first slot
   */
  record Program(String group, int fallbackPercent, List<Point> points) {}

  record Point(String at, int percent) {}

  /**
   * @param points from when it gives so many watts to the lamps of its cabinet, or takes them from
   *     the feeder below 0; in order, the first at the start of the night's first slot
   */
  record Supply(String cabinet, List<Watts> points) {}

  record Watts(String at, int watts) {}

  static byte[] encode(LightingPlan plan) {
    NightSetting setting = plan.setting();
    NightGrid grid = setting.grid();
    List<Program> programs = new ArrayList<>();
    for (int g = 0; g < plan.levels().length; g++) {
      List<Point> points = new ArrayList<>();
      byte[] levels = plan.levels()[g];
      for (int t = 0; t < levels.length; t++) {
        if (t == 0 || levels[t] != levels[t - 1]) {
          points.add(new Point(grid.start(t).toString(), plan.problem().percents()[levels[t]]));
        }
      }
      LightingNetwork.Group group = setting.network().groups().get(g);
      programs.add(new Program(group.id(), group.fallbackPercent(), points));
    }
    return PlanBytes.write(
        new LightingArtefact(
            FORMAT,
            setting.scope(),
            grid.evening().toString(),
            grid.on().toString(),
            grid.off().toString(),
            grid.start(setting.past().firstFree()).toString(),
            setting.findings().all().stream()
                .map(
                    f ->
                        new Found(
                            f.kind(),
                            f.asset(),
                            f.value(),
                            f.from().toString(),
                            f.until().toString()))
                .toList(),
            setting.limits().stream()
                .map(
                    l ->
                        new Limit(
                            l.kind(),
                            l.asset(),
                            l.watts(),
                            l.from().toString(),
                            l.until().toString()))
                .toList(),
            programs,
            supplies(plan)));
  }

  private static List<Supply> supplies(LightingPlan plan) {
    List<Supply> supplies = new ArrayList<>();
    for (int s = 0; s < plan.given().length; s++) {
      int[] given = plan.given()[s];
      List<Watts> points = new ArrayList<>();
      for (int t = 0; t < given.length; t++) {
        if (t == 0 || given[t] != given[t - 1]) {
          points.add(new Watts(plan.setting().grid().start(t).toString(), given[t]));
        }
      }
      supplies.add(new Supply(plan.setting().supply().supply(s).cabinet(), points));
    }
    return supplies;
  }

  /** Watts of the city's batteries by slot; at rest where nothing is said of one. */
  int[][] supply(LightingSupplies files, NightGrid grid) {
    int[][] given = new int[files.supplies().size()][grid.slots()];
    for (int s = 0; s < given.length; s++) {
      String cabinet = files.supplies().get(s).cabinet();
      for (Supply one : supplies) {
        for (Watts point : one.cabinet().equals(cabinet) ? one.points() : List.<Watts>of()) {
          int from = grid.firstAfter(Instant.parse(point.at()));
          java.util.Arrays.fill(given[s], from, given[s].length, point.watts());
        }
      }
    }
    return given;
  }

  /**
   * @throws IllegalArgumentException when the bytes are no such plan
   */
  static LightingArtefact read(byte[] bytes) {
    LightingArtefact artefact = PlanBytes.read(bytes, LightingArtefact.class, "lighting plan");
    PlanBytes.require(artefact.format(), FORMAT);
    try {
      artefact.night();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "This is no lighting plan: %s. Give the JSON that a schedule holds."
              .formatted(e.getMessage()),
          e);
    }
    return artefact;
  }

  /** The evening's date, lamps on, lamps off. */
  Night.Usual night() {
    return new Night.Usual(
        LocalDate.parse(evening),
        Instant.parse(on),
        java.util.Optional.empty(),
        java.util.Optional.empty(),
        Instant.parse(off));
  }

  List<Finding> causes() {
    return findings.stream()
        .map(
            f ->
                new Finding(
                    f.kind(),
                    f.asset(),
                    f.value(),
                    Instant.parse(f.from()),
                    Instant.parse(f.until())))
        .toList();
  }

  /** Whether it was planned with this, or with what asks for as much. */
  boolean knows(Finding one) {
    return causes().stream().anyMatch(cause -> LightingFindings.covers(cause, one))
        || powerLimits().stream()
            .anyMatch(
                limit ->
                    one.kind().startsWith("cabinet-cap")
                        && limit.kind().equals("cabinet")
                        && limit.asset().equals(one.asset()));
  }

  List<PowerLimit> powerLimits() {
    return limits.stream()
        .map(
            l ->
                new PowerLimit(
                    l.kind(),
                    l.asset(),
                    l.watts(),
                    Instant.parse(l.from()),
                    Instant.parse(l.until())))
        .toList();
  }

  /**
   * Level indexes by group and slot; where it names no program for a group, the given ones.
   *
   * @throws IllegalArgumentException when a point is off the grid or its level is unknown
   */
  byte[][] levels(LightingNetwork network, NightGrid grid, byte[][] otherwise) {
    Map<String, Program> byGroup = new HashMap<>();
    programs.forEach(program -> byGroup.put(program.group(), program));
    byte[][] levels = new byte[network.groups().size()][];
    for (int g = 0; g < levels.length; g++) {
      Program program = byGroup.get(network.groups().get(g).id());
      levels[g] = program == null ? otherwise[g].clone() : levels(program, network, grid);
    }
    return levels;
  }

  private static byte[] levels(Program program, LightingNetwork network, NightGrid grid) {
    byte[] levels = new byte[grid.slots()];
    int next = 0;
    byte level = -1;
    for (int t = 0; t < levels.length; t++) {
      if (next < program.points().size()
          && Instant.parse(program.points().get(next).at()).equals(grid.start(t))) {
        Point point = program.points().get(next++);
        level = (byte) network.levels().indexOf(point.percent());
      }
      if (level < 0) {
        throw wrong(program, t);
      }
      levels[t] = level;
    }
    if (next < program.points().size()) {
      throw wrong(program, grid.slots());
    }
    return levels;
  }

  private static IllegalArgumentException wrong(Program program, int slot) {
    return new IllegalArgumentException(
        "/programs: %s has no known level on a quarter of an hour at slot %d. Give points in order, on the night's quarters, with levels of network.json."
            .formatted(program.group(), slot));
  }
}
