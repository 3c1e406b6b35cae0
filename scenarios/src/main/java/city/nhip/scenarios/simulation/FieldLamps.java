package city.nhip.scenarios.simulation;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.planning.lighting.PlannedLight;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Lamps that follow the plan that the simulated field carries: their meters show less. */
@Component
@ConditionalOnProperty("nhip.field.simulated")
public final class FieldLamps {
  private final SimulatedField field;
  private final City city;
  private long sequence;
  private @Nullable PlannedLight light;

  FieldLamps(SimulatedField field, City city) {
    this.field = field;
    this.city = city;
  }

  /**
   * @param kilowatts recorded with every lamp at full light, other loads included
   * @return what the meter shows with the lamps as planned
   */
  public double follow(Device meter, Instant at, double kilowatts) {
    double lamps = meter.limits().getOrDefault("lampKilowatts", 0.0);
    // Where the recorded day has the lamps off, there is nothing to dim.
    if (!meter.kind().equals("feeder-meter") || kilowatts < lamps / 2) {
      return kilowatts;
    }
    double share = carried().map(now -> now.share(meter.asset(), at).orElse(1)).orElse(1.0);
    return Math.max(0, kilowatts - lamps * (1 - share));
  }

  private synchronized Optional<PlannedLight> carried() {
    Optional<FieldPlan> plan = field.find("lighting", "city");
    if (plan.isPresent() && plan.get().sequence() != sequence) {
      sequence = plan.get().sequence();
      light = PlannedLight.of(plan.get().plan(), city);
    }
    return Optional.ofNullable(light);
  }
}
