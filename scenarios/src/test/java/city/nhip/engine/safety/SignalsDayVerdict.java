package city.nhip.engine.safety;

import city.nhip.engine.city.City;

/** What the day plans' independent checks say, for tests of what solvers make. */
public final class SignalsDayVerdict {
  private SignalsDayVerdict() {}

  public static SafetyVerdict ofWorkingDays(byte[] artefact, City city, String scope) {
    return new SignalsDayChecks().signalsDayCheck().check(artefact, city, scope);
  }

  public static SafetyVerdict ofWeekends(byte[] artefact, City city, String scope) {
    return new SignalsDayChecks().signalsWeekendCheck().check(artefact, city, scope);
  }
}
