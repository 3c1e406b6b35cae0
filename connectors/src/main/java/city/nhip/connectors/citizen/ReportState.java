package city.nhip.connectors.citizen;

/** Where a report stands. */
enum ReportState {
  RECEIVED,
  /** Somebody is on the way. */
  TAKEN,
  DONE,
  /** Nothing is wrong there, or it is not the city's. */
  REFUSED;

  boolean open() {
    return this == RECEIVED || this == TAKEN;
  }
}
