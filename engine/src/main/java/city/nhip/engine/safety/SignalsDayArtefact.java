package city.nhip.engine.safety;

import java.util.List;

/** The day plan as its bytes say it, read as strictly as a plan for an hour. */
record SignalsDayArtefact(
    String format,
    String scope,
    String validFrom,
    String validTo,
    List<String> days,
    List<Row> periods,
    List<DayPlan> plans,
    List<Change> changes) {
  /**
   * @param from {@code "05:30"}
   * @param to up to {@code "24:00"}
   */
  record Row(String from, String to, String plan) {}

  record DayPlan(String id, List<SignalsArtefact.Plan> intersections) {}

  /** Into the period that starts then. */
  record Change(String at, List<SiteChange> intersections) {}

  /**
   * @param startSecond of the local day; counted on past midnight
   */
  record SiteChange(String id, int startSecond, int seconds, List<Cycle> cycles) {}

  record Cycle(
      int cycleSeconds,
      List<SignalsArtefact.StageGreen> stages,
      List<SignalsArtefact.Step> steps) {}
}
