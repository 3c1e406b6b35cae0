package city.nhip.engine.planning;

import city.nhip.engine.city.Localized;
import java.util.List;

/**
 * Something that a person may suppose in a what-if: a truck breaks down, a feeder's cap drops. It
 * becomes a {@link Finding} of the same kind, and touches no live plan.
 *
 * @param kind of the finding
 * @param assets of which one is chosen; empty where it is about the whole scope
 * @param unit of the value; empty where the finding needs none
 * @param least smallest value that makes sense
 * @param most largest value that makes sense
 * @param usual what the form shows first
 */
public record Supposition(
    String kind,
    Localized label,
    List<String> assets,
    String unit,
    double least,
    double most,
    double usual) {
  public Supposition {
    assets = List.copyOf(assets);
    if (!(least <= usual && usual <= most)) {
      throw new IllegalArgumentException(
          "Supposition %s: %s is not in %s..%s".formatted(kind, usual, least, most));
    }
  }
}
