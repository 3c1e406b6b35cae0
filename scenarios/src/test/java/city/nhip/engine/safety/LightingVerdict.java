package city.nhip.engine.safety;

import city.nhip.engine.city.City;

/** What the safety check says, for tests of other rooms. */
public final class LightingVerdict {
  private LightingVerdict() {}

  public static boolean safe(byte[] artefact, City city) {
    return new LightingSafetyCheck().check(artefact, city, "city").violations().isEmpty();
  }
}
