package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrafficMixTest {
  private static final Map<String, Double> UNITS = Map.of("motorcycle", 0.29, "car", 1.0);
  private static final TrafficMix MIX =
      new TrafficMix(
          UNITS, Map.of("motorcycle", 0.8, "car", 0.2), Map.of("A:N", Map.of("car", 1.0)));

  @Test
  void a_counted_vehicle_is_the_mean_of_its_classes_and_an_approach_may_have_its_own() {
    assertThat(MIX.unitsPerVehicle()).isEqualTo(0.432);
    assertThat(MIX.unitsPerVehicle("A:S")).isEqualTo(0.432);
    assertThat(MIX.unitsPerVehicle("A:N")).isOne();
  }

  @Test
  void the_operator_reads_the_classes_in_both_languages() {
    assertThat(MIX.note().en())
        .isEqualTo(
            "One counted vehicle is taken as 0.43 passenger car units (as configured: car 20 % ×"
                + " 1.0, motorcycle 80 % × 0.29); with shares of their own on A:N.");
    assertThat(MIX.note().vi()).contains("xe máy 80 % × 0.29", "A:N");
  }

  @Test
  void shares_that_do_not_sum_to_one_or_name_no_known_class_are_refused() {
    assertThatThrownBy(() -> new TrafficMix(UNITS, Map.of("car", 0.9), Map.of()))
        .hasMessageContaining("sum to 0.9, not 1");
    assertThatThrownBy(() -> new TrafficMix(UNITS, Map.of("bus", 1.0), Map.of()))
        .hasMessageContaining("no passengerCarUnits are given for bus");
    assertThatThrownBy(() -> new TrafficMix(Map.of("car", 9.0), Map.of("car", 1.0), Map.of()))
        .hasMessageContaining("not 0.05..5");
  }
}
