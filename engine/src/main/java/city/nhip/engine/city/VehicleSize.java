package city.nhip.engine.city;

import java.util.List;
import java.util.Optional;

/**
 * How heavy and large a vehicle is, laden, or may be on a street; what is left out is not known, or
 * not limited.
 *
 * @param tonnes gross weight, above 0 to 100
 * @param heightMetres above 0 to 10
 * @param widthMetres above 0 to 10
 */
public record VehicleSize(
    Optional<Double> tonnes, Optional<Double> heightMetres, Optional<Double> widthMetres) {
  public static final VehicleSize UNKNOWN =
      new VehicleSize(Optional.empty(), Optional.empty(), Optional.empty());

  private static final double MOST_TONNES = 100;
  private static final double MOST_METRES = 10;

  public VehicleSize {
    check("tonnes", tonnes, MOST_TONNES);
    check("heightMetres", heightMetres, MOST_METRES);
    check("widthMetres", widthMetres, MOST_METRES);
  }

  private static void check(String what, Optional<Double> value, double most) {
    if (value.isPresent() && !(value.get() > 0 && value.get() <= most)) {
      throw new IllegalArgumentException(
          "%s is %s. Give a number above 0, up to %.0f, or leave it out."
              .formatted(what, value.get(), most));
    }
  }

  public boolean namesNothing() {
    return equals(UNKNOWN);
  }

  /** Whether nothing that is known of it is beyond a limit. */
  public boolean fits(VehicleSize most) {
    return fits(tonnes, most.tonnes)
        && fits(heightMetres, most.heightMetres)
        && fits(widthMetres, most.widthMetres);
  }

  private static boolean fits(Optional<Double> own, Optional<Double> most) {
    return own.isEmpty() || most.isEmpty() || own.get() <= most.get();
  }

  /** As on a traffic sign: {@code 3.5 t, 2.8 m}. */
  public String sign() {
    StringBuilder sign = new StringBuilder();
    tonnes.ifPresent(it -> sign.append(it).append(" t"));
    for (Optional<Double> metres : List.of(heightMetres, widthMetres)) {
      metres.ifPresent(it -> sign.append(sign.isEmpty() ? "" : ", ").append(it).append(" m"));
    }
    return sign.toString();
  }
}
