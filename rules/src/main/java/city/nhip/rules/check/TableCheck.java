package city.nhip.rules.check;

import city.nhip.rules.grammar.Condition.Constraint;
import city.nhip.rules.grammar.Condition.Pattern;
import city.nhip.rules.grammar.Expr.Binary;
import city.nhip.rules.grammar.Expr.Field;
import city.nhip.rules.grammar.Expr.Num;
import city.nhip.rules.grammar.Problem;
import city.nhip.rules.grammar.RuleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks for readings that two rows of a decision table claim, and for readings between the rows
 * that none does. Tries every end of every row, and the middle between each two ends.
 */
final class TableCheck {
  private static final int MOST_POINTS = 20_000;

  private final List<RuleText> rows;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, TreeSet<Double>> ends = new TreeMap<>();

  private TableCheck(List<RuleText> rows) {
    this.rows = rows;
  }

  /** The tables are told apart by file, pattern and compared fields. */
  static List<Problem> problems(List<RuleText> rules) {
    Map<String, List<RuleText>> tables = new LinkedHashMap<>();
    for (RuleText rule : rules) {
      if (rule.row() > 0
          && rule.when().size() == 1
          && rule.when().get(0) instanceof Pattern pattern) {
        tables
            .computeIfAbsent(rule.place().file() + pattern.type(), table -> new ArrayList<>())
            .add(rule);
      }
    }
    return tables.values().stream()
        .flatMap(table -> new TableCheck(table).look().stream())
        .toList();
  }

  private List<Problem> look() {
    for (RuleText row : rows) {
      intervals(row)
          .forEach(
              (field, interval) -> {
                TreeSet<Double> points = ends.computeIfAbsent(field, name -> new TreeSet<>());
                points.add(interval.from());
                points.add(interval.to());
              });
    }
    ends.values().forEach(points -> points.removeIf(point -> point.isInfinite()));
    if (!ends.isEmpty()) {
      tryAll(new ArrayList<>(ends.keySet()), 0, new TreeMap<>(), new int[1]);
    }
    return problems;
  }

  private static Map<String, Interval> intervals(RuleText row) {
    Map<String, Interval> intervals = new TreeMap<>();
    for (Constraint one : ((Pattern) row.when().get(0)).constraints()) {
      if (one.expr() instanceof Binary compared
          && compared.left() instanceof Field field
          && compared.right() instanceof Num number) {
        intervals.merge(
            field.name(), Interval.of(compared.operator(), number.value()), Interval::and);
      }
    }
    return intervals;
  }

  private void tryAll(List<String> fields, int next, Map<String, Double> point, int[] tried) {
    if (!problems.isEmpty() || ++tried[0] > MOST_POINTS) {
      return;
    }
    if (next == fields.size()) {
      judge(point);
      return;
    }
    Double last = null;
    for (Double end : ends.getOrDefault(fields.get(next), new TreeSet<>())) {
      if (last != null) {
        point.put(fields.get(next), (last + end) / 2);
        tryAll(fields, next + 1, point, tried);
      }
      point.put(fields.get(next), end);
      tryAll(fields, next + 1, point, tried);
      last = end;
    }
  }

  private void judge(Map<String, Double> point) {
    List<RuleText> claiming =
        rows.stream()
            .filter(
                row ->
                    intervals(row).entrySet().stream()
                        .allMatch(
                            one ->
                                one.getValue()
                                    .contains(point.getOrDefault(one.getKey(), Double.NaN))))
            .toList();
    String type = ((Pattern) rows.get(0).when().get(0)).type();
    if (claiming.size() > 1) {
      problems.add(
          new Problem(
              claiming.get(1).place(),
              "the row overlaps row %d: both claim %s with %s."
                  .formatted(claiming.get(0).row(), type, point)));
    } else if (claiming.isEmpty() && inside(point)) {
      problems.add(
          new Problem(
              rows.get(0).place(),
              "the table has a gap: no row claims %s with %s.".formatted(type, point)));
    }
  }

  /** The last end of a field need not be claimed. */
  private boolean inside(Map<String, Double> point) {
    return point.entrySet().stream()
        .allMatch(
            one ->
                one.getValue() < ends.getOrDefault(one.getKey(), new TreeSet<>()).last()
                    && one.getValue() > ends.getOrDefault(one.getKey(), new TreeSet<>()).first());
  }
}
