package city.nhip.engine.safety;

import city.nhip.engine.city.City;

/**
 * Decides whether one domain's artefact may go to the field. It reads the very bytes that would be
 * published and the city's own files, and shares no code with the solver. Fails closed: what it
 * cannot read is unsafe.
 */
public interface SafetyCheck {
  String domain();

  SafetyVerdict check(byte[] artefact, City city, String scope);
}
