package city.nhip.scenarios.cityfolder;

import city.nhip.engine.city.VehicleSize;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.Hgv;
import com.graphhopper.routing.ev.MaxHeight;
import com.graphhopper.routing.ev.MaxWeight;
import com.graphhopper.routing.ev.MaxWidth;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.util.EdgeIteratorState;
import java.util.Optional;

/** How heavy and large vehicles on a street may be, as GraphHopper reads it from its tags. */
final class OsmLimits {
  static final String KEYS = String.join(", ", MaxWeight.KEY, MaxHeight.KEY, MaxWidth.KEY, Hgv.KEY);

  /** Where heavy goods vehicles are barred: those are the ones above this gross weight. */
  private static final double HEAVY_TONNES = 3.5;

  private static final double MOST_TONNES = 100;
  private static final double MOST_METRES = 10;

  private final DecimalEncodedValue weight;
  private final DecimalEncodedValue height;
  private final DecimalEncodedValue width;
  private final EnumEncodedValue<Hgv> heavy;

  OsmLimits(EncodingManager values) {
    weight = values.getDecimalEncodedValue(MaxWeight.KEY);
    height = values.getDecimalEncodedValue(MaxHeight.KEY);
    width = values.getDecimalEncodedValue(MaxWidth.KEY);
    heavy = values.getEnumEncodedValue(Hgv.KEY, Hgv.class);
  }

  /** Empty where nothing is limited. */
  Optional<VehicleSize> of(EdgeIteratorState edge) {
    Optional<Double> tonnes = known(edge.get(weight), MOST_TONNES);
    if (edge.get(heavy) == Hgv.NO) {
      tonnes = Optional.of(Math.min(HEAVY_TONNES, tonnes.orElse(HEAVY_TONNES)));
    }
    VehicleSize most =
        new VehicleSize(
            tonnes, known(edge.get(height), MOST_METRES), known(edge.get(width), MOST_METRES));
    return most.namesNothing() ? Optional.empty() : Optional.of(most);
  }

  /** To the centimetre, or to ten kilograms. */
  private static Optional<Double> known(double value, double most) {
    return value > 0 && value <= most
        ? Optional.of(Math.round(value * 100) / 100.0)
        : Optional.empty();
  }
}
