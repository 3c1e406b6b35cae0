package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.planning.signals.Timing;

/** One intersection's controller. */
interface SignalRunner {
  /** From now on another plan is wanted; it is gone over to safely. */
  void change(Timing to);

  /** What the signals show in this second; asked once for each, in order. */
  String show(int second);
}
