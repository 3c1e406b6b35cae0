package city.nhip.engine.safety;

import city.nhip.engine.city.Position;
import city.nhip.engine.city.VehicleSize;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A city's waste files, as far as a tour's safety hangs on them.
 *
 * @param sizes of those trucks that say theirs
 * @param limits by street section, where there is one
 */
record WasteYard(
    Map<String, Container> containers,
    Map<String, Double> kilogramsPerLitre,
    Map<String, Truck> trucks,
    Map<String, VehicleSize> sizes,
    Map<String, VehicleSize> limits,
    Map<String, Site> sites,
    Depot depot,
    Work work,
    double fastestMetresPerSecond,
    double toleranceMetres) {
  private static final double KMH = 3.6;

  /** Daily hours, local; over midnight where the end is not after the start. */
  record Hours(LocalTime from, LocalTime to) {
    boolean contain(LocalTime time) {
      return to.isAfter(from)
          ? !time.isBefore(from) && !time.isAfter(to)
          : !time.isBefore(from) || !time.isAfter(to);
    }
  }

  record Container(
      String id,
      String stream,
      String section,
      Position position,
      int litres,
      int serviceSeconds,
      List<Hours> access,
      boolean smallTruckOnly) {}

  record Compartment(List<String> streams, int litres) {}

  record Truck(
      String id, boolean small, List<Compartment> compartments, int kilograms, Hours shift) {}

  record Site(String id, Position position, List<String> streams, Hours open, int tippingSeconds) {}

  record Depot(String id, Position position) {}

  record Work(
      int longestDrivingMinutes, int breakAfterMinutes, int breakMinutes, Hours breakHours) {}

  private record Stream(String id, double kilogramsPerLitre) {}

  private record Containers(List<Stream> streams, List<Container> containers) {}

  private record Travel(int offNetworkMetres) {}

  private record Fleet(
      Depot depot, List<Site> disposalSites, List<Truck> trucks, Work work, Travel travel) {}

  private record Section(int speedKmh) {}

  private record Streets(List<Section> sections, Optional<List<Limit>> limits) {}

  private record Limit(String section, VehicleSize most) {}

  private record Sized(String id, Optional<VehicleSize> size) {}

  private record Sizes(List<Sized> trucks) {}

  /** Whether a truck is not too heavy or large for a section, as far as both are known. */
  boolean mayEnter(String truck, String section) {
    VehicleSize size = sizes.getOrDefault(truck, VehicleSize.UNKNOWN);
    return size.fits(limits.getOrDefault(section, VehicleSize.UNKNOWN));
  }

  static WasteYard read(Path city) {
    Containers containers =
        SafetyJson.file(city.resolve("waste/containers.json"), Containers.class);
    Fleet fleet = SafetyJson.file(city.resolve("waste/fleet.json"), Fleet.class);
    Streets streets = SafetyJson.sparse(city.resolve("roads.json"), Streets.class);
    int fastest = streets.sections().stream().mapToInt(Section::speedKmh).max().orElse(50);
    return new WasteYard(
        byId(containers.containers(), Container::id),
        containers.streams().stream()
            .collect(Collectors.toMap(Stream::id, Stream::kilogramsPerLitre)),
        byId(fleet.trucks(), Truck::id),
        SafetyJson.sparse(city.resolve("waste/fleet.json"), Sizes.class).trucks().stream()
            .filter(truck -> truck.size().isPresent())
            .collect(Collectors.toMap(Sized::id, truck -> truck.size().orElseThrow())),
        streets.limits().orElse(List.of()).stream()
            .collect(Collectors.toMap(Limit::section, Limit::most)),
        byId(fleet.disposalSites(), Site::id),
        fleet.depot(),
        fleet.work(),
        fastest / KMH,
        2.0 * fleet.travel().offNetworkMetres());
  }

  private static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
    return items.stream().collect(Collectors.toMap(id, Function.identity()));
  }
}
