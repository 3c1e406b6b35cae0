package city.nhip.rules.energy;

import city.nhip.engine.city.Device;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.rules.session.FactMaker;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class EnergyFacts implements FactMaker {
  @Override
  public Optional<Object> make(JournaledReading one, Device device) {
    double value = one.reading().value();
    long at = one.reading().observedAt().toEpochMilli();
    return switch (one.reading().property()) {
      case "activePower" ->
          Optional.ofNullable(device.limits().get("capKilowatts"))
              .map(cap -> new FeederLoad(one.id(), device.asset(), value, cap, at));
      case "demandResponse" -> Optional.of(new CurtailmentAsked(one.id(), one.zone(), value, at));
      default -> Optional.empty();
    };
  }
}
