package city.nhip.scenarios.instance.signals;

import java.nio.file.Path;
import java.util.function.Consumer;

/** SUMO's tripinfo output, one record a vehicle. */
public final class SumoTrips {
  /**
   * @param arrival second of the day; -1 for a vehicle that has not arrived
   * @param duration seconds on the streets until it arrived, or until the run ended; 0 for a
   *     vehicle that was never let in
   * @param timeLoss seconds behind the vehicle's own free flow, at least 0
   * @param departDelay seconds for which it waited outside, at least 0
   */
  public record Trip(
      String id, double arrival, double duration, double timeLoss, double departDelay) {
    public boolean arrived() {
      return arrival >= 0;
    }
  }

  private SumoTrips() {}

  public static void read(Path file, Consumer<Trip> each) {
    SumoXml.read(
        file,
        "tripinfos",
        element -> {
          if (element.name().equals("tripinfo")) {
            each.accept(
                new Trip(
                    element.get("id"),
                    element.number("arrival"),
                    Math.max(0, element.number("duration")),
                    Math.max(0, element.number("timeLoss")),
                    Math.max(0, element.number("departDelay"))));
          }
        });
  }
}
