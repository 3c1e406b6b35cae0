package city.nhip.rules.grammar;

import java.util.List;

/**
 * One rule as its author wrote it.
 *
 * @param then the inserted things, each a call of {@code insert} or {@code insertLogical}
 * @param row of a decision table that made it, from 1; 0 in a DRL file
 */
public record RuleText(
    Place place, String name, List<Condition> when, List<Expr.Call> then, int row) {
  /** The one annotation that a rule may bear. */
  public static final String NAME_IN_VIETNAMESE = "vi";
}
