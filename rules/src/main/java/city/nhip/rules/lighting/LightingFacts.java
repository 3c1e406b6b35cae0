package city.nhip.rules.lighting;

import city.nhip.engine.city.Device;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.rules.session.FactMaker;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class LightingFacts implements FactMaker {
  @Override
  public Optional<Object> make(JournaledReading one, Device device) {
    double value = one.reading().value();
    long at = one.reading().observedAt().toEpochMilli();
    return switch (one.reading().property()) {
      case "lampFailures" ->
          Optional.of(
              new LampsFailed(
                  one.id(), device.asset(), value, device.limits().getOrDefault("lamps", 0.0), at));
      case "darkStreetReports" ->
          Optional.of(new DarkStreetReported(one.id(), device.asset(), value, at));
      default -> Optional.empty();
    };
  }
}
