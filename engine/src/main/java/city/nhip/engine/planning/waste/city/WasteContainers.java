package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.files.JsonFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A city's containers and what goes into them: {@code waste/containers.json}. */
public record WasteContainers(List<Stream> streams, List<Container> containers) {
  /** File below the city's folder. */
  public static final String FILE = "waste/containers.json";

  /**
   * A kind of waste that is kept apart.
   *
   * @param kilogramsPerLitre of loose waste, above 0, at most 2
   */
  public record Stream(String id, Localized name, double kilogramsPerLitre) {
    public Stream {
      require(kilogramsPerLitre > 0 && kilogramsPerLitre <= 2, id, "kilogramsPerLitre is not 0..2");
    }
  }

  /** Where a container stands, seen along its section from {@code from} to {@code to}. */
  public enum Side {
    LEFT,
    RIGHT,
    /** A crew reaches it from both directions. */
    EITHER
  }

  /**
   * @param street shown to people
   * @param section of roads.json, where a truck stops; empty takes the nearest one
   * @param litres volume, 60 to 40 000
   * @param serviceSeconds a stop's work: 10 to 3 600
   * @param usualPercentPerHour how fast it fills by experience, of its volume, 0 to 100
   * @param access when a crew may work there; empty is always
   * @param smallTruckOnly true in a street too narrow for a large truck
   */
  public record Container(
      String id,
      String zone,
      String stream,
      String street,
      String section,
      Side side,
      Position position,
      int litres,
      int serviceSeconds,
      double usualPercentPerHour,
      List<Hours> access,
      boolean smallTruckOnly) {
    public Container {
      require(litres >= 60 && litres <= 40_000, id, "litres is not 60..40000");
      require(serviceSeconds >= 10 && serviceSeconds <= 3_600, id, "serviceSeconds not 10..3600");
      require(
          usualPercentPerHour > 0 && usualPercentPerHour <= 100,
          id,
          "usualPercentPerHour is not 0..100");
      access = List.copyOf(access);
    }
  }

  public WasteContainers {
    streams = List.copyOf(streams);
    containers = List.copyOf(containers);
    Set<String> known = streams.stream().map(Stream::id).collect(Collectors.toSet());
    Set<String> ids = new HashSet<>();
    for (Container container : containers) {
      require(ids.add(container.id()), container.id(), "two containers have this id");
      require(
          known.contains(container.stream()),
          container.id(),
          "its stream %s is not in streams".formatted(container.stream()));
    }
  }

  /**
   * @throws city.nhip.engine.files.BadFile when the city's file is missing or wrong
   */
  public static WasteContainers read(City city) {
    return JsonFile.read(city.folder().resolve(FILE), WasteContainers.class);
  }

  /**
   * @throws IllegalArgumentException when there is no such stream
   */
  Stream stream(String id) {
    return streams.stream()
        .filter(stream -> stream.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no stream " + id));
  }

  private static void require(boolean holds, String what, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("%s: %s. Correct it.".formatted(what, problem));
    }
  }
}
