package city.nhip.rules.grammar;

import java.util.List;

/** A file of rules, parsed; what is wrong in it is in {@code problems}. */
public record RuleFile(
    String file,
    String packageName,
    List<Imported> imports,
    List<RuleText> rules,
    List<Problem> problems) {
  /** {@code import city.nhip.rules.session.Ask;}. */
  public record Imported(Place place, String type) {}
}
