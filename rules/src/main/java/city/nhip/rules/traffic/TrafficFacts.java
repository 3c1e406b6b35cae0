package city.nhip.rules.traffic;

import city.nhip.engine.city.Device;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.rules.session.FactMaker;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class TrafficFacts implements FactMaker {
  @Override
  public Optional<Object> make(JournaledReading one, Device device) {
    double value = one.reading().value();
    long at = one.reading().observedAt().toEpochMilli();
    return switch (one.reading().property()) {
      case "trafficFlow" ->
          Optional.ofNullable(device.limits().get("capacityVehiclesPerHour"))
              .map(capacity -> new FlowObserved(one.id(), device.asset(), value, capacity, at));
      case "occupancy" -> Optional.of(new OccupancyObserved(one.id(), device.asset(), value, at));
      case "speed" -> Optional.of(new SpeedObserved(one.id(), device.asset(), value, at));
      case "queueLength" -> Optional.of(new QueueObserved(one.id(), device.asset(), value, at));
      case "incident" -> Optional.of(new IncidentReported(one.id(), device.asset(), value, at));
      case "attendance" -> Optional.of(new EventReported(one.id(), device.asset(), value, at));
      case "emergencyVehicle" ->
          Optional.of(new EmergencyVehicleReported(one.id(), device.asset(), value, at));
      default -> Optional.empty();
    };
  }
}
