package city.nhip.engine.planning.waste;

/** What a truck's day must keep. A timeline says by how much each is broken. */
public enum HardRule {
  /** A stop's stream has no compartment on the truck; counts stops. */
  STREAM("stream"),
  /** The truck may not come to the stop; counts stops. */
  ACCESS("truck-access"),
  /** Volume beyond a compartment's between two tippings. */
  CAPACITY("capacity"),
  /** Mass beyond the payload between two tippings, kg. */
  PAYLOAD("payload"),
  /** Service that starts after its window closes; time. */
  WINDOW("time-window"),
  /** Tipping that starts after the site closes; time. */
  SITE_HOURS("site-hours"),
  /** The end after the shift's end; time. */
  SHIFT("shift-end"),
  /** Driving beyond the limit; time. */
  DRIVING("driving-hours"),
  /** A break that starts too late, or is missing; time. */
  REST("break"),
  /** Volume beyond what a truck may take a day. */
  DAY_VOLUME("day-volume"),
  /** Stops beyond what a truck may serve a day. */
  DAY_STOPS("day-stops"),
  /** Volume that is still on board at the depot, as no site takes it. */
  EMPTY_AT_DEPOT("empty-at-depot");

  private final String id;

  HardRule(String id) {
    this.id = id;
  }

  /** The constraint's stable name. */
  public String id() {
    return id;
  }
}
