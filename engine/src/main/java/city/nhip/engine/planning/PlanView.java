package city.nhip.engine.planning;

import city.nhip.engine.city.City;
import java.util.Map;

/**
 * A further look at a domain's plan, made from its bytes: why each asset gets what it gets, loads
 * over time, an export in another system's terms. A bean; the review desk serves it.
 */
public interface PlanView {
  String domain();

  /** Lower case; the last part of its address: {@code talq}. */
  String name();

  /**
   * @param parameters of the request, by name
   * @return what is written as JSON
   * @throws IllegalArgumentException when a parameter is wrong, with the remedy
   */
  Object of(byte[] artefact, City city, Map<String, String> parameters);
}
