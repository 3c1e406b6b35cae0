package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.VehicleSize;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a city collects waste with: {@code waste/fleet.json}. */
public record WasteFleet(
    Depot depot,
    List<DisposalSite> disposalSites,
    List<Truck> trucks,
    Work work,
    Travel travel,
    Prices prices) {
  /** File below the city's folder. */
  public static final String FILE = "waste/fleet.json";

  public record Depot(String id, Localized name, Position position) {}

  /**
   * Where trucks tip.
   *
   * @param streams that it takes
   * @param tippingSeconds from gate to gate, 60 to 14 400
   * @param feePerTonne VND, at least 0
   */
  public record DisposalSite(
      String id,
      Localized name,
      Position position,
      List<String> streams,
      Hours open,
      int tippingSeconds,
      long feePerTonne) {
    public DisposalSite {
      streams = List.copyOf(streams);
      require(!streams.isEmpty(), id, "it takes no stream");
      require(tippingSeconds >= 60 && tippingSeconds <= 14_400, id, "tippingSeconds not 60..14400");
      require(feePerTonne >= 0, id, "feePerTonne is negative");
    }
  }

  /**
   * @param small true where it fits a narrow street
   * @param kilograms payload over all compartments
   * @param litresPerKilometre diesel, above 0
   * @param size gross weight, height and width, which streets may limit; left out, no limit holds
   */
  public record Truck(
      String id,
      boolean small,
      List<Compartment> compartments,
      int kilograms,
      Hours shift,
      double litresPerKilometre,
      Optional<VehicleSize> size) {
    public Truck {
      compartments = List.copyOf(compartments);
      require(!compartments.isEmpty(), id, "it has no compartment");
      require(kilograms > 0, id, "kilograms is not positive");
      require(litresPerKilometre > 0 && litresPerKilometre < 5, id, "litresPerKilometre not 0..5");
      Set<String> streams = new HashSet<>();
      for (Compartment one : compartments) {
        for (String stream : one.streams()) {
          require(streams.add(stream), id, "two of its compartments take stream " + stream);
        }
      }
    }

    /** Whether a street's limit lets it in; one of unknown size it does. */
    boolean fits(VehicleSize most) {
      return size.orElse(VehicleSize.UNKNOWN).fits(most);
    }
  }

  /**
   * @param litres of loose waste: what the press makes of it is counted in
   */
  public record Compartment(List<String> streams, int litres) {
    public Compartment {
      streams = List.copyOf(streams);
      require(!streams.isEmpty(), "A compartment", "it takes no stream");
      require(litres > 0, "A compartment", "litres is not positive");
    }
  }

  /**
   * What the law and the agreement with the crews allow.
   *
   * @param longestDrivingMinutes a shift
   * @param breakAfterMinutes a shift longer than this has a break
   * @param breakHours when the break starts
   * @param source law or agreement, with its date
   */
  public record Work(
      int longestDrivingMinutes,
      int breakAfterMinutes,
      int breakMinutes,
      Hours breakHours,
      String source) {
    public Work {
      require(longestDrivingMinutes > 0, "work", "longestDrivingMinutes is not positive");
      require(breakAfterMinutes >= 0 && breakMinutes >= 0, "work", "a break is negative");
    }
  }

  /**
   * How a truck moves.
   *
   * @param shareOfPermittedSpeed 0.1 to 1
   * @param secondsPerJunction added at every junction passed, not at bends
   * @param secondsPerSignal added on top where it is signalised
   * @param offNetworkMetres a stop further than this from every section is reached by a straight
   *     line, and labelled so
   * @param source of the numbers, with its date
   */
  public record Travel(
      double shareOfPermittedSpeed,
      int secondsPerJunction,
      int secondsPerSignal,
      int offNetworkMetres,
      String source) {
    public Travel {
      require(
          shareOfPermittedSpeed >= 0.1 && shareOfPermittedSpeed <= 1,
          "travel",
          "shareOfPermittedSpeed is not 0.1..1");
      require(
          secondsPerJunction >= 0 && secondsPerSignal >= 0 && offNetworkMetres > 0,
          "travel",
          "a number is negative");
    }
  }

  /**
   * @param dieselPerLitre VND
   * @param crewPerHour VND, a whole crew
   * @param truckPerShift VND that sending a truck out costs beyond crew and fuel
   * @param overflow VND that one overflowing container costs the city to clean up
   * @param co2PerLitre kg of a litre of diesel
   */
  public record Prices(
      Figure dieselPerLitre,
      Figure crewPerHour,
      Figure truckPerShift,
      Figure overflow,
      Figure co2PerLitre) {}

  /**
   * A number that somebody vouches for.
   *
   * @param source where it is from
   * @param date when that held, ISO 8601
   */
  public record Figure(double value, String unit, String source, String date) {
    public Figure {
      require(value >= 0 && !source.isBlank() && !date.isBlank(), unit, "value or source missing");
    }
  }

  public WasteFleet {
    disposalSites = List.copyOf(disposalSites);
    trucks = List.copyOf(trucks);
    Set<String> ids = new HashSet<>(Set.of(depot.id()));
    disposalSites.forEach(
        site -> require(ids.add(site.id()), site.id(), "two places have this id"));
    trucks.forEach(truck -> require(ids.add(truck.id()), truck.id(), "two trucks have this id"));
    require(!trucks.isEmpty(), "trucks", "there is none");
    require(!disposalSites.isEmpty(), "disposalSites", "there is none");
  }

  private static void require(boolean holds, String what, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("%s: %s. Correct it.".formatted(what, problem));
    }
  }
}
