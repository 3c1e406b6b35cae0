package city.nhip.rules.rulebook;

import city.nhip.rules.check.PackageFiles;
import city.nhip.rules.grammar.Condition;
import city.nhip.rules.grammar.Condition.Constraint;
import city.nhip.rules.grammar.Condition.Pattern;
import city.nhip.rules.grammar.Expr;
import city.nhip.rules.grammar.Expr.Binary;
import city.nhip.rules.grammar.Expr.Call;
import city.nhip.rules.grammar.Expr.New;
import city.nhip.rules.grammar.Expr.Num;
import city.nhip.rules.grammar.Expr.Text;
import city.nhip.rules.grammar.Place;
import city.nhip.rules.grammar.RuleFile;
import city.nhip.rules.grammar.RuleText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * Writes the thresholds of a package's tables into its rules before they are compiled: a number in
 * a condition costs no join. It also keeps clear of a fault of Drools 10.2: a join of a plain fact,
 * an event and a second event finds nothing any more once the first event has expired.
 */
final class InlinedThresholds {
  private final Map<String, Double> values = new HashMap<>();

  private InlinedThresholds(List<RuleFile> files) {
    for (RuleFile file : files) {
      for (RuleText rule : file.rules()) {
        for (Call insert : rule.then()) {
          if (rule.when().isEmpty()
              && insert.arguments().get(0) instanceof New made
              && made.type().equals("Threshold")
              && made.arguments().get(0) instanceof Text name
              && made.arguments().get(1) instanceof Num value) {
            values.put(name.value(), value.value());
          }
        }
      }
    }
  }

  /**
   * @param sources of one package, checked, by {@code package/file}
   * @return the same, lines unchanged
   */
  static Map<String, String> in(Map<String, String> sources) {
    List<RuleFile> files = PackageFiles.read(sources);
    InlinedThresholds thresholds = new InlinedThresholds(files);
    Map<String, String> inlined = new TreeMap<>(sources);
    for (RuleFile file : files) {
      if (file.file().endsWith(".drl")) {
        inlined.computeIfPresent(file.file(), (name, text) -> thresholds.inline(file, text));
      }
    }
    return inlined;
  }

  private String inline(RuleFile file, String text) {
    StringBuilder inlined = new StringBuilder(text);
    List<RuleText> rules = file.rules();
    for (int at = rules.size() - 1; at >= 0; at--) {
      int from = offset(text, rules.get(at).place());
      int to = at + 1 < rules.size() ? offset(text, rules.get(at + 1).place()) : text.length();
      inlined.replace(from, to, inline(rules.get(at), text, from, to));
    }
    return inlined.toString();
  }

  private String inline(RuleText rule, String text, int from, int to) {
    String inlined = text.substring(from, to);
    for (Condition condition : rule.when()) {
      if (condition instanceof Pattern pattern && pattern.type().equals("Threshold")) {
        Optional<Double> value = value(pattern);
        Optional<String> variable =
            pattern.constraints().stream().flatMap(one -> one.variable().stream()).findFirst();
        if (value.isPresent() && variable.isPresent()) {
          int start = offset(text, pattern.place());
          String written = text.substring(start, text.indexOf(')', start) + 1);
          inlined =
              inlined
                  .replace(written, " ".repeat(written.length()))
                  .replaceAll(
                      java.util.regex.Pattern.quote(variable.get()) + "\\b",
                      Matcher.quoteReplacement(String.valueOf(value.get())));
        }
      }
    }
    return inlined;
  }

  /** The one that a pattern names; empty where it asks for more than its value. */
  private Optional<Double> value(Pattern pattern) {
    List<Constraint> tests = pattern.constraints().stream().filter(Constraint::tests).toList();
    if (tests.size() != 1 || pattern.constraints().size() != 2 || pattern.variable().isPresent()) {
      return Optional.empty();
    }
    Expr test = tests.get(0).expr();
    return test instanceof Binary named && named.right() instanceof Text name
        ? Optional.ofNullable(values.get(name.value()))
        : Optional.empty();
  }

  private static int offset(String text, Place place) {
    int at = 0;
    for (int line = 1; line < place.line(); line++) {
      at = text.indexOf('\n', at) + 1;
    }
    return at + place.column() - 1;
  }
}
