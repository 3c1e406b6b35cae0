package city.nhip.rules.waste;

import city.nhip.engine.city.Device;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.rules.session.FactMaker;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class WasteFacts implements FactMaker {
  @Override
  public Optional<Object> make(JournaledReading one, Device device) {
    double value = one.reading().value();
    long at = one.reading().observedAt().toEpochMilli();
    return switch (one.reading().property()) {
      case "fillLevel" -> Optional.of(new FillObserved(one.id(), device.asset(), value, at));
      case "overflowReports" ->
          Optional.of(new OverflowReported(one.id(), device.asset(), value, at));
      case "truckFault" -> Optional.of(new TruckFault(one.id(), device.asset(), value, at));
      default -> Optional.empty();
    };
  }
}
