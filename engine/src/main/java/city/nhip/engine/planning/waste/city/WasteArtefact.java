package city.nhip.engine.planning.waste.city;

import city.nhip.engine.files.PlanBytes;
import java.util.List;

/**
 * The tours as they are published: what each truck does in order, with planned times.
 *
 * @param format {@value #FORMAT}
 * @param date the local day on which the shifts start, ISO 8601
 * @param validFrom ISO 8601
 * @param validTo ISO 8601
 * @param trucks all of the fleet; one without visits stays in the depot
 * @param skipped containers that nobody collects in these shifts
 */
record WasteArtefact(
    String format,
    String scope,
    String date,
    String validFrom,
    String validTo,
    List<Tour> trucks,
    List<Skipped> skipped) {
  static final String FORMAT = "nhip-waste-1";

  static final String COLLECT = "collect";
  static final String TIP = "tip";
  static final String BREAK = "break";

  /**
   * Back at the depot in the middle of the shift: done only, before a new plan sends it out again.
   */
  static final String DEPOT = "depot";

  /**
   * A truck's shift.
   *
   * @param outOfService true where it broke down: it does nothing after its last visit
   * @param start leaves the depot, ISO 8601
   * @param end is back, empty; ISO 8601
   * @param metres driven in all, the way back included
   * @param drivingSeconds in all, the way back included
   * @param wayBack where the way back to the depot runs, as {@link Activity#way}
   */
  record Tour(
      String truck,
      boolean outOfService,
      String start,
      String end,
      int metres,
      int drivingSeconds,
      String wayBack,
      List<Activity> visits) {}

  /**
   * @param kind {@code collect}, {@code tip}, {@code break}, or {@code depot}
   * @param at the container or the disposal site; empty for a break
   * @param arrive ISO 8601
   * @param start of the work or the break, ISO 8601
   * @param depart ISO 8601
   * @param metres driven to it
   * @param way where it runs, an encoded polyline of five digits; empty where nothing is driven
   * @param litres loaded, or tipped
   * @param kilograms loaded, or tipped
   * @param onBoardLitres afterwards
   * @param done true where it lies behind, or the truck is on its way there: fixed
   */
  record Activity(
      String kind,
      String at,
      String arrive,
      String start,
      String depart,
      int metres,
      String way,
      int litres,
      int kilograms,
      int onBoardLitres,
      boolean done) {}

  /**
   * @param reason {@code not-due}; {@code blocked} where nobody may work there; {@code left-out}
   *     where the plan decided so
   * @param expectedPercent level when it can be collected next
   * @param full when it is expected to be full, ISO 8601
   */
  record Skipped(String container, String reason, int expectedPercent, String full) {}

  byte[] bytes() {
    return PlanBytes.write(this);
  }

  /**
   * @throws IllegalArgumentException when the bytes are no such plan
   */
  static WasteArtefact read(byte[] bytes) {
    WasteArtefact artefact = PlanBytes.read(bytes, WasteArtefact.class, "collection plan");
    PlanBytes.require(artefact.format(), FORMAT);
    return artefact;
  }
}
