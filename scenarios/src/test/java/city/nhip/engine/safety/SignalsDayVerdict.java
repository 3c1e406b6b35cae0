package city.nhip.engine.safety;

import city.nhip.engine.city.City;

/** What the day plans' independent check says, for tests of what solvers make. */
public final class SignalsDayVerdict {
  private SignalsDayVerdict() {}

  public static SafetyVerdict of(byte[] artefact, City city, String scope) {
    return new SignalsDaySafetyCheck().check(artefact, city, scope);
  }
}
