package city.nhip.engine.planning.signals;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.ConstraintLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.optaplanner.core.api.score.ScoreExplanation;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.constraint.ConstraintMatch;
import org.optaplanner.core.api.score.constraint.ConstraintMatchTotal;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolverFactory;

/**
 * The score, constraint by constraint.
 *
 * @param lines one a constraint of the catalogue, also where nothing breaks it
 */
record SignalExplanation(HardMediumSoftLongScore score, List<ConstraintLine> lines) {
  private static final int EXAMPLES = 5;

  private enum Level {
    HARD,
    MEDIUM,
    SOFT;

    String word() {
      return switch (this) {
        case HARD -> "hard";
        case MEDIUM -> "medium";
        case SOFT -> "soft";
      };
    }

    long of(HardMediumSoftLongScore score) {
      return switch (this) {
        case HARD -> score.hardScore();
        case MEDIUM -> score.mediumScore();
        case SOFT -> score.softScore();
      };
    }
  }

  private record Entry(Level level, Localized name) {}

  private static final Map<String, Entry> CATALOGUE = catalogue();

  private static Map<String, Entry> catalogue() {
    Map<String, Entry> all = new LinkedHashMap<>();
    all.put(SignalConstraints.CONFLICTING_GROUPS, hard("Nhóm đèn xung đột", "Conflicting groups"));
    all.put(SignalConstraints.MINIMUM_GREEN, hard("Xanh tối thiểu", "Minimum green"));
    all.put(SignalConstraints.CYCLE_RANGE, hard("Chu kỳ 30..140 giây", "Cycle of 30..140 s"));
    all.put(SignalConstraints.CYCLE_SUM, hard("Tổng pha bằng chu kỳ", "Stages sum to the cycle"));
    all.put(SignalConstraints.GROUP_SERVED, hard("Mọi nhóm đều có xanh", "Every group is served"));
    all.put(
        SignalConstraints.FIRST_STAGE,
        hard("Chu kỳ mở đầu bằng pha quy định", "Every cycle starts with the site's first stage"));
    all.put(
        SignalConstraints.YELLOW_TRAP,
        hard(
            "Không thêm bẫy đèn vàng (rẽ thấy vàng, dòng phải nhường còn xanh)",
            "No new yellow trap (a turn sees yellow, those it yields to stay green)"));
    all.put(SignalConstraints.COMMON_CYCLE, hard("Chung chu kỳ", "Common cycle"));
    all.put(
        SignalConstraints.SATURATION,
        soft("Độ bão hòa trên 0,95", "Degree of saturation over 0.95"));
    all.put(SignalConstraints.DELAY, soft("Thời gian chậm trễ", "Delay"));
    all.put(SignalConstraints.STOPS, soft("Số lần dừng", "Stops"));
    all.put(SignalConstraints.BLOCKED, soft("Bị hàng chờ chặn", "Blocked by a queue ahead"));
    all.put(
        SignalConstraints.SWAPS,
        soft("Đổi làn cùng lúc trên đoạn ngắn", "Lane swaps at once on short streets"));
    return all;
  }

  private static Entry hard(String vi, String en) {
    return new Entry(Level.HARD, new Localized(vi, en));
  }

  private static Entry soft(String vi, String en) {
    return new Entry(Level.SOFT, new Localized(vi, en));
  }

  static SignalExplanation of(SignalPlan plan, QueueModel model) {
    SignalPlan copy = plan.with(plan.timings());
    copy.traffic().become(model.play(copy.timings()));
    SolverFactory<SignalPlan> factory = SolverFactory.create(SignalSolver.config(1));
    ScoreExplanation<SignalPlan, HardMediumSoftLongScore> explained =
        SolutionManager.<SignalPlan, HardMediumSoftLongScore>create(factory).explain(copy);
    Map<String, ConstraintMatchTotal<HardMediumSoftLongScore>> totals = new LinkedHashMap<>();
    explained
        .getConstraintMatchTotalMap()
        .values()
        .forEach(total -> totals.put(total.getConstraintName(), total));
    List<ConstraintLine> lines = new ArrayList<>();
    CATALOGUE.forEach((id, entry) -> lines.add(line(id, entry, totals)));
    return new SignalExplanation(explained.getScore(), lines);
  }

  private static ConstraintLine line(
      String id, Entry entry, Map<String, ConstraintMatchTotal<HardMediumSoftLongScore>> totals) {
    ConstraintMatchTotal<HardMediumSoftLongScore> total = totals.get(id);
    if (total == null) {
      return new ConstraintLine(id, entry.name(), entry.level().word(), 0, 0, List.of());
    }
    Comparator<ConstraintMatch<HardMediumSoftLongScore>> worstFirst =
        Comparator.comparing(ConstraintMatch::getScore);
    List<Localized> examples =
        total.getConstraintMatchSet().stream()
            .sorted(worstFirst.thenComparing(match -> reason(match).en()))
            .limit(EXAMPLES)
            .map(SignalExplanation::reason)
            .toList();
    return new ConstraintLine(
        id,
        entry.name(),
        entry.level().word(),
        entry.level().of(total.getScore()),
        total.getConstraintMatchCount(),
        examples);
  }

  private static Localized reason(ConstraintMatch<HardMediumSoftLongScore> match) {
    return ((SignalReason) match.getJustification()).text();
  }
}
