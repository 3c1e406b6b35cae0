package city.nhip.rules.rulebook;

import java.util.List;

/** Rules do not compile; each line names file, line and reason. */
public final class BadRules extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  BadRules(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
