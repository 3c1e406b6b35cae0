package city.nhip.rules.weather;

import city.nhip.engine.city.Device;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.rules.session.FactMaker;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class WeatherFacts implements FactMaker {
  @Override
  public Optional<Object> make(JournaledReading one, Device device) {
    double value = one.reading().value();
    long at = one.reading().observedAt().toEpochMilli();
    return switch (one.reading().property()) {
      case "rainfall" -> Optional.of(new RainObserved(one.id(), one.zone(), value, at));
      case "illuminance" -> Optional.of(new DaylightObserved(one.id(), one.zone(), value, at));
      case "temperature" -> Optional.of(new TemperatureObserved(one.id(), one.zone(), value, at));
      default -> Optional.empty();
    };
  }
}
