package city.nhip.scenarios.benchmark.signals;

/** Who times the signals in a benchmark. */
enum SignalPeer {
  FIXED("fixed"),
  COORDINATED("fixed + coordinator"),
  WEBSTER("Webster"),
  WEBSTER_COORDINATED("Webster + coordinator"),
  ACTUATED("actuated"),
  DELAY_BASED("delay based"),
  MAX_PRESSURE("MaxPressure"),
  PLAN("our plan"),
  GAP_OUT("our plan, gap-out");

  private final String title;

  SignalPeer(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Whether it comes with SUMO and sees no more than a detector does. */
  boolean builtIn() {
    return ordinal() <= DELAY_BASED.ordinal();
  }
}
