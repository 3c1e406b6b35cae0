package city.nhip.engine.planning.signals;

import city.nhip.engine.city.Localized;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Which vehicles a city's detectors count. A motorcycle is about 0.29 passenger car units in a
 * study of Hanoi, 0.15 to 0.5 by speed in others.
 *
 * @param passengerCarUnits of one vehicle of each class, 0.05 to 5
 * @param shares of each class among the counted vehicles, that sum to 1
 * @param sharesByApproach where they differ: by approach, all of its shares
 */
public record TrafficMix(
    Map<String, Double> passengerCarUnits,
    Map<String, Double> shares,
    Map<String, Map<String, Double>> sharesByApproach) {
  /** Counts that are passenger car units already. */
  public static final TrafficMix CARS =
      new TrafficMix(Map.of("car", 1.0), Map.of("car", 1.0), Map.of());

  public TrafficMix {
    passengerCarUnits = sorted(passengerCarUnits);
    shares = sorted(shares);
    sharesByApproach = sorted(sharesByApproach);
    passengerCarUnits.forEach(
        (name, units) ->
            SignalSites.require(
                units >= 0.05 && units <= 5, name, "its passengerCarUnits are not 0.05..5"));
    check("The traffic mix", shares, passengerCarUnits);
    Map<String, Double> known = passengerCarUnits;
    sharesByApproach.forEach((approach, own) -> check(approach, own, known));
  }

  private static <V> Map<String, V> sorted(Map<String, V> any) {
    return Collections.unmodifiableMap(new TreeMap<>(any));
  }

  private static void check(String what, Map<String, Double> shares, Map<String, Double> known) {
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    SignalSites.require(
        Math.abs(sum - 1) < 0.001, what, "its shares of classes sum to " + sum + ", not 1");
    shares.forEach(
        (name, share) -> {
          SignalSites.require(share >= 0, what, "its share of " + name + " is below 0");
          SignalSites.require(
              known.containsKey(name), what, "no passengerCarUnits are given for " + name);
        });
  }

  /**
   * @return of one counted vehicle, rounded to thousandths
   */
  public double unitsPerVehicle() {
    return unitsOf(shares);
  }

  /**
   * @param approach {@code <intersection>:<side>}
   */
  double unitsPerVehicle(String approach) {
    return unitsOf(sharesByApproach.getOrDefault(approach, shares));
  }

  /**
   * @param vehicles of each approach
   * @return their passenger car units
   */
  Map<String, Double> units(Map<String, Double> vehicles) {
    Map<String, Double> units = new HashMap<>();
    vehicles.forEach((id, flow) -> units.put(id, flow * unitsPerVehicle(id)));
    return units;
  }

  private double unitsOf(Map<String, Double> mix) {
    double sum =
        mix.entrySet().stream()
            .mapToDouble(it -> it.getValue() * passengerCarUnits.getOrDefault(it.getKey(), 0.0))
            .sum();
    return Math.rint(1_000 * sum) / 1_000;
  }

  /** What one counted vehicle is taken for, and why. */
  Localized note() {
    String own = String.join(", ", sharesByApproach.keySet());
    return new Localized(
        String.format(
            Locale.ROOT,
            "Một xe đếm được quy đổi thành %.2f đơn vị xe con (theo cấu hình: %s)%s.",
            unitsPerVehicle(),
            classes(TrafficMix::vietnamese),
            own.isEmpty() ? "" : "; thành phần xe riêng ở " + own),
        String.format(
            Locale.ROOT,
            "One counted vehicle is taken as %.2f passenger car units (as configured: %s)%s.",
            unitsPerVehicle(),
            classes(name -> name),
            own.isEmpty() ? "" : "; with shares of their own on " + own));
  }

  private String classes(UnaryOperator<String> word) {
    return shares.entrySet().stream()
        .map(
            it ->
                String.format(
                    Locale.ROOT,
                    "%s %.0f %% × %s",
                    word.apply(it.getKey()),
                    100 * it.getValue(),
                    passengerCarUnits.get(it.getKey())))
        .collect(Collectors.joining(", "));
  }

  private static String vietnamese(String name) {
    return switch (name) {
      case "motorcycle" -> "xe máy";
      case "car" -> "ô tô con";
      case "bus" -> "xe buýt";
      case "lorry" -> "xe tải";
      case "bicycle" -> "xe đạp";
      default -> name;
    };
  }
}
