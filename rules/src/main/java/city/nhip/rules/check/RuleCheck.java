package city.nhip.rules.check;

import city.nhip.rules.grammar.Place;
import city.nhip.rules.grammar.Problem;
import city.nhip.rules.grammar.RuleFile;
import city.nhip.rules.grammar.RuleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The check of one package, before any of it is compiled. */
public final class RuleCheck {
  private static final String ROOT = "city.nhip.rules.";
  private static final int MOST_RULES = 500;

  private RuleCheck() {}

  /**
   * @param name the package's, as its folder says
   * @param domain that its rules may ask
   * @param sources texts by {@code package/file}
   * @return what is wrong, in the order of the files; empty when the rules may run
   */
  public static List<Problem> check(String name, String domain, Map<String, String> sources) {
    Set<Problem> problems = new LinkedHashSet<>();
    List<RuleFile> files = PackageFiles.read(sources);
    for (RuleFile file : files) {
      problems.addAll(file.problems());
      if (file.problems().isEmpty()) {
        head(name, file, problems);
      }
      for (RuleText rule : file.rules()) {
        new RuleChecker(domain, rule, found -> problems.add(atRow(rule, found))).check();
      }
    }
    if (problems.isEmpty()) {
      together(files, problems);
    }
    return List.copyOf(problems);
  }

  /** What a table's expression got wrong is told at the table's row. */
  private static Problem atRow(RuleText rule, Problem found) {
    return rule.row() == 0 ? found : new Problem(rule.place(), found.text());
  }

  private static void head(String name, RuleFile file, Set<Problem> problems) {
    if (!name.matches("[a-z][a-z0-9]{0,39}")) {
      problems.add(
          new Problem(
              new Place(file.file(), 1, 1),
              "the package name %s is not of the form a-z, 0-9.".formatted(name)));
    }
    if (!file.packageName().equals(ROOT + name)) {
      problems.add(
          new Problem(
              new Place(file.file(), 1, 1),
              "begin with: package %s%s; it is the folder's name.".formatted(ROOT, name)));
    }
    for (RuleFile.Imported one : file.imports()) {
      if (!Vocabulary.mayImport(one.type())) {
        problems.add(
            new Problem(
                one.place(),
                "%s may not be imported. Import facts of the vocabulary, Ask, Infer and List."
                    .formatted(one.type())));
      }
    }
  }

  private static void together(List<RuleFile> files, Set<Problem> problems) {
    List<RuleText> rules = files.stream().flatMap(file -> file.rules().stream()).toList();
    if (rules.size() > MOST_RULES) {
      problems.add(
          new Problem(rules.get(MOST_RULES).place(), "more than %d rules.".formatted(MOST_RULES)));
    }
    Map<String, Place> names = new HashMap<>();
    for (RuleText rule : rules) {
      Place first = names.putIfAbsent(rule.name(), rule.place());
      if (first != null) {
        problems.add(
            new Problem(rule.place(), "a rule of this name stands at " + first + ". Rename one."));
      }
    }
    problems.addAll(new Reach(rules).problems());
    problems.addAll(new ArrayList<>(TableCheck.problems(rules)));
  }
}
