package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.ConstraintLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every constraint's part of a plan's score. Hard: how far beyond, each in its own unit. Soft:
 * mVND; the soft lines sum to the objective.
 */
record LightingScore(List<ConstraintLine> lines) {
  private static final int EXAMPLES = 5;
  private static final Map<String, Localized> HARD = new LinkedHashMap<>();

  static {
    HARD.put("floor", new Localized("Mức sáng tối thiểu", "Least light"));
    HARD.put("ramp", new Localized("Bước thay đổi", "Ramp"));
    HARD.put("dwell", new Localized("Thời gian giữ mức", "Dwell"));
    HARD.put("changes", new Localized("Số lần đổi mức", "Changes a night"));
    HARD.put("adjacency", new Localized("Chênh lệch nhóm kề", "Adjacent groups"));
    HARD.put("junction", new Localized("Vùng xung đột", "Conflict areas"));
    HARD.put("cabinet", new Localized("Công suất tủ", "Cabinet power"));
    HARD.put("curtailment", new Localized("Cắt giảm phụ tải", "Curtailment"));
    HARD.put("budget", new Localized("Ngân sách điện", "Energy budget"));
  }

  static LightingScore of(LightingPlan plan) {
    Tally tally = new Tally();
    for (int g = 0; g < plan.levels().length; g++) {
      program(plan, g, tally);
    }
    for (Coupling coupling : plan.problem().couplings()) {
      shared(plan, coupling, tally);
    }
    List<ConstraintLine> lines = new ArrayList<>();
    HARD.forEach(
        (id, name) ->
            lines.add(
                new ConstraintLine(
                    id,
                    name,
                    "hard",
                    -tally.excess.getOrDefault(id, 0L),
                    tally.matches.getOrDefault(id, 0),
                    tally.examples.getOrDefault(id, List.of()))));
    lines.addAll(soft(plan));
    return new LightingScore(lines);
  }

  /** What was found beyond each limit. */
  private static final class Tally {
    final Map<String, Long> excess = new LinkedHashMap<>();
    final Map<String, Integer> matches = new LinkedHashMap<>();
    final Map<String, List<Localized>> examples = new LinkedHashMap<>();

    void add(String id, long beyond, String where, String when) {
      excess.merge(id, beyond, Long::sum);
      matches.merge(id, 1, Integer::sum);
      List<Localized> known = examples.computeIfAbsent(id, key -> new ArrayList<>());
      if (known.size() < EXAMPLES) {
        known.add(Say.of("%s lúc %s: vượt %d", "%s at %s: %d beyond", where, when, beyond));
      }
    }
  }

  private static void program(LightingPlan plan, int g, Tally tally) {
    ControlGroup group = plan.problem().groups().get(g);
    byte[] levels = plan.levels()[g];
    int changes = 0;
    int began = 0;
    for (int t = 0; t < levels.length; t++) {
      String when = when(plan, t);
      if (levels[t] < group.floor()[t]) {
        tally.add("floor", group.floor()[t] - levels[t], group.id(), when);
      }
      if (t > 0 && levels[t] != levels[t - 1]) {
        changes++;
        int up = levels[t] - levels[t - 1];
        int beyond = Math.max(up - group.rampUp(), -up - group.rampDown());
        if (beyond > 0) {
          tally.add("ramp", beyond, group.id(), when);
        }
        if (t - began < group.minDwell()) {
          tally.add("dwell", group.minDwell() - (t - began), group.id(), when);
        }
        began = t;
      }
    }
    if (levels.length - began < group.minDwell()) {
      tally.add("dwell", group.minDwell() - (levels.length - began), group.id(), "");
    }
    if (changes > group.maxChanges()) {
      tally.add("changes", changes - group.maxChanges(), group.id(), "");
    }
  }

  private static void shared(LightingPlan plan, Coupling coupling, Tally tally) {
    long[] loads = loads(plan, coupling);
    for (int row = 0; row < loads.length; row++) {
      long beyond = loads[row] - coupling.limits()[row];
      if (beyond > 0) {
        String when = loads.length == 1 ? "" : when(plan, coupling.from() + row);
        tally.add(coupling.kind(), beyond, coupling.id(), when);
      }
    }
  }

  /** The sum of the shares in each row of a shared limit. */
  static long[] loads(LightingPlan plan, Coupling coupling) {
    long[] loads = new long[coupling.limits().length];
    for (int i = 0; i < coupling.groups().length; i++) {
      byte[] levels = plan.levels()[coupling.groups()[i]];
      for (int t = coupling.from(); t < coupling.to(); t++) {
        loads[loads.length == 1 && coupling.wholeNight() ? 0 : t - coupling.from()] +=
            coupling.shares()[i][levels[t]];
      }
    }
    return loads;
  }

  private static String when(LightingPlan plan, int slot) {
    return plan.setting().grid().local(slot).toLocalTime().toString();
  }

  private static List<ConstraintLine> soft(LightingPlan plan) {
    LightingProblem problem = plan.problem();
    NightGrid grid = plan.setting().grid();
    LightingTariffs.Tariff tariff = plan.setting().files().tariffs().tariff();
    long energy = 0;
    long carbon = 0;
    long wear = 0;
    long below = 0;
    long changed = 0;
    int changes = 0;
    int missed = 0;
    int differing = 0;
    for (int g = 0; g < plan.levels().length; g++) {
      ControlGroup group = problem.groups().get(g);
      for (int t = 0; t < problem.slots(); t++) {
        int level = plan.levels()[g][t];
        long watts = group.watts()[level];
        long price = Math.round(tariff.at(grid.local(t)) * grid.hours(t));
        energy += watts * price;
        carbon += watts * (problem.costPerWattSlot()[t] - price);
        int missing = Math.max(0, group.required()[t] - level);
        below += group.shortfallCost() * problem.shortfallMultiplier()[missing];
        missed += missing > 0 ? 1 : 0;
        long extra = group.extra().length == 0 ? 0 : group.extra()[t][level];
        changed += extra;
        differing += extra > 0 ? 1 : 0;
        if (t > 0 && level != plan.levels()[g][t - 1]) {
          wear += group.changeCost();
          changes++;
        }
      }
    }
    List<ConstraintLine> lines = new ArrayList<>();
    if (plan.given().length > 0) {
      long value = plan.supply().value(plan.given(), plan.levels());
      lines.add(
          line(
              "supply",
              "Ắc quy và pin mặt trời",
              "Batteries and panels",
              value,
              plan.given().length));
    }
    lines.addAll(
        List.of(
            line("energy", "Tiền điện", "Energy", energy, plan.levels().length),
            line("carbon", "Giá CO2 nội bộ", "Carbon at the internal price", carbon, 0),
            line("switching", "Hao mòn do đổi mức", "Wear of level changes", wear, changes),
            line("light-below-class", "Sáng dưới cấp", "Light below the class", below, missed),
            line(
                "stability",
                "Khác kế hoạch đang chạy",
                "Other than in force",
                changed,
                differing)));
    return lines;
  }

  private static ConstraintLine line(String id, String vi, String en, long cost, int matches) {
    return new ConstraintLine(id, new Localized(vi, en), "soft", -cost, matches, List.of());
  }

  long sum(String level) {
    return lines.stream()
        .filter(line -> line.level().equals(level))
        .mapToLong(ConstraintLine::score)
        .sum();
  }

  /** The hard constraints that do not hold. */
  Set<String> broken() {
    return lines.stream()
        .filter(line -> line.level().equals("hard") && line.score() < 0)
        .map(ConstraintLine::id)
        .collect(Collectors.toSet());
  }

  boolean feasible() {
    return sum("hard") == 0;
  }

  @Override
  public String toString() {
    return "%dhard/%dsoft".formatted(sum("hard"), sum("soft"));
  }
}
