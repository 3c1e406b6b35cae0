package city.nhip.engine.planning.waste;

/** What a truck's day costs, in the problem's unit of cost. */
public enum CostKind {
  TRUCK("truck"),
  DISTANCE("distance"),
  TIME("time"),
  OVERTIME("overtime"),
  TIPPING("tipping-fees"),
  CHANGE("changed-truck");

  private final String id;

  CostKind(String id) {
    this.id = id;
  }

  /** The constraint's stable name. */
  public String id() {
    return id;
  }
}
