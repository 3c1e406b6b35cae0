package city.nhip.engine.safety;

import java.util.Optional;

/** What the field carries out now: a plan is looked at together with what it takes over from. */
@FunctionalInterface
public interface PlansInField {
  /** The bytes that the field acknowledged, while they are valid. */
  Optional<byte[]> find(String domain, String scope);
}
