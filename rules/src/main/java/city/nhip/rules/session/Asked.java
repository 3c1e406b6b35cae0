package city.nhip.rules.session;

import city.nhip.engine.planning.OptimizationRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A request and why it was made.
 *
 * @param rulePackage the rule's package: {@code lighting}
 * @param at the session's time
 */
public record Asked(String rulePackage, OptimizationRequest request, Instant at, Trace trace) {
  /**
   * What made the rule fire.
   *
   * @param facts in the order of the rule's conditions
   * @param bindings the rule's variables and their values
   */
  public record Trace(List<String> facts, Map<String, String> bindings) {}
}
