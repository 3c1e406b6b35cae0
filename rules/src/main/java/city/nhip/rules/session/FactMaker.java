package city.nhip.rules.session;

import city.nhip.engine.city.Device;
import city.nhip.engine.reading.JournaledReading;
import java.util.Optional;

/** Turns readings of some properties into facts. A new domain brings its own as a bean. */
public interface FactMaker {
  /**
   * Empty when the reading is not of this kind, or its device lacks a limit that the fact needs.
   */
  Optional<Object> make(JournaledReading reading, Device device);
}
