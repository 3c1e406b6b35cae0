package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.ConstraintLine;
import city.nhip.engine.planning.waste.CostKind;
import city.nhip.engine.planning.waste.HardRule;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.Timeline;
import city.nhip.engine.planning.waste.WasteConstraints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/**
 * The score, constraint by constraint; one line for each, also where nothing breaks it.
 *
 * @param score the sum of the lines
 */
record WasteExplanation(HardMediumSoftLongScore score, List<ConstraintLine> lines) {
  private static final int EXAMPLES = 5;

  /** What one truck or container adds to a constraint. */
  private record Match(long amount, Localized text) {}

  static WasteExplanation of(CollectionPlan plan) {
    List<ConstraintLine> lines = new ArrayList<>();
    for (HardRule rule : HardRule.values()) {
      lines.add(
          line(
              rule.id(),
              WasteWords.name(rule),
              "hard",
              trucks(plan, line -> line.broken(rule), amount -> WasteWords.amount(rule, amount))));
    }
    lines.add(
        line(
            WasteConstraints.UNSERVED,
            new Localized("Thùng bắt buộc bị bỏ", "Container that must be served"),
            "hard",
            stops(plan, stop -> stop.skip().isEmpty() ? 1 : 0, amount -> WasteWords.same("1"))));
    lines.add(
        line(
            WasteConstraints.OVERFLOW,
            new Localized(
                "Thùng bị bỏ dự kiến tràn (10 điểm mỗi giờ tràn)",
                "Left out and expected to overflow (10 points an hour)"),
            "medium",
            stops(
                plan,
                stop -> stop.skip().map(Stop.Skip::penalty).orElse(0L),
                amount -> WasteWords.same(Long.toString(amount)))));
    lines.add(
        line(
            WasteConstraints.RISK,
            new Localized(
                "Rủi ro tràn và phí xử lý sau này của thùng bị bỏ",
                "Risk of overflow of what is left out, and its tipping later"),
            "soft",
            stops(
                plan,
                stop -> stop.skip().map(Stop.Skip::cost).orElse(0L),
                amount -> WasteWords.same(WasteWords.dong(amount)))));
    for (CostKind kind : CostKind.values()) {
      lines.add(
          line(
              kind.id(),
              WasteWords.name(kind),
              "soft",
              trucks(
                  plan,
                  line -> line.cost(kind),
                  amount -> WasteWords.same(WasteWords.dong(amount)))));
    }
    return new WasteExplanation(
        HardMediumSoftLongScore.of(sum(lines, "hard"), sum(lines, "medium"), sum(lines, "soft")),
        lines);
  }

  private static long sum(List<ConstraintLine> lines, String level) {
    return lines.stream()
        .filter(line -> line.level().equals(level))
        .mapToLong(ConstraintLine::score)
        .sum();
  }

  /** How an amount is written. */
  @FunctionalInterface
  private interface Words {
    Localized of(long amount);
  }

  private static List<Match> trucks(
      CollectionPlan plan, ToLongFunction<Timeline> amount, Words words) {
    List<Match> matches = new ArrayList<>();
    for (Timeline line : plan.plan().timelines()) {
      long by = amount.applyAsLong(line);
      if (by > 0) {
        matches.add(match(plan.setting().ofTruck(line.truck()).truck().id(), by, words));
      }
    }
    return matches;
  }

  private static List<Match> stops(CollectionPlan plan, ToLongFunction<Stop> amount, Words words) {
    List<Match> matches = new ArrayList<>();
    for (int left : plan.plan().leftOut()) {
      Stop stop = plan.plan().problem().stops().get(left);
      long by = amount.applyAsLong(stop);
      if (by > 0) {
        matches.add(match(stop.id(), by, words));
      }
    }
    return matches;
  }

  private static Match match(String of, long by, Words words) {
    Localized text = words.of(by);
    return new Match(by, new Localized(of + ": " + text.vi(), of + ": " + text.en()));
  }

  private static ConstraintLine line(String id, Localized name, String level, List<Match> matches) {
    return new ConstraintLine(
        id,
        name,
        level,
        -matches.stream().mapToLong(Match::amount).sum(),
        matches.size(),
        matches.stream()
            .sorted(Comparator.comparingLong(Match::amount).reversed())
            .limit(EXAMPLES)
            .map(Match::text)
            .toList());
  }

  Optional<ConstraintLine> find(String id) {
    return lines.stream().filter(line -> line.id().equals(id)).findFirst();
  }
}
