package city.nhip.engine.planning.signals.day;

import city.nhip.engine.planning.signals.Outcome;

/**
 * What timings do to some traffic, in passenger car units.
 *
 * @param delaySeconds vehicle-seconds behind free flow
 * @param stops how often a vehicle had to stop
 * @param blockedSeconds seconds for which a lane's first vehicle found no room downstream
 * @param swapsPermille as {@link Outcome#swapsPermille()}
 */
record Load(long delaySeconds, long stops, long blockedSeconds, long swapsPermille) {
  static final Load NONE = new Load(0, 0, 0, 0);

  static Load of(Outcome outcome) {
    return new Load(
        outcome.delaySeconds(), outcome.stops(), outcome.blockedSeconds(), outcome.swapsPermille());
  }

  Load plus(Load other) {
    return new Load(
        delaySeconds + other.delaySeconds,
        stops + other.stops,
        blockedSeconds + other.blockedSeconds,
        swapsPermille + other.swapsPermille);
  }
}
