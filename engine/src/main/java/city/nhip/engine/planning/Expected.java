package city.nhip.engine.planning;

import city.nhip.engine.city.Localized;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a plan's model expects at one place, so that the figures of a proposal can be worked out
 * from parts. A domain says in its format's page which figures it gives, in which unit.
 *
 * @param asset the asset's id
 * @param part of the asset, as {@code HV3:N/0/NT} for a lane and the group that it looks at; empty
 *     where the asset is whole
 * @param figures by name, in the order in which they are written
 * @param why what the plan decided there needs a reason for, in words
 */
public record Expected(
    String asset, String part, Map<String, Double> figures, Optional<Localized> why) {
  public Expected(String asset, String part, Map<String, Double> figures) {
    this(asset, part, figures, Optional.empty());
  }

  public Expected {
    Objects.requireNonNull(asset);
    Objects.requireNonNull(part);
    Objects.requireNonNull(why);
    figures = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(figures));
  }
}
