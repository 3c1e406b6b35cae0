package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Roads;
import city.nhip.engine.files.BadFile;
import city.nhip.engine.files.JsonFile;
import city.nhip.engine.planning.waste.city.WasteContainers.Container;
import city.nhip.engine.planning.waste.city.WasteFleet.DisposalSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A city's waste files, read and held against each other.
 *
 * @param profiles of the vehicles: ways between the places, which are the depot, the disposal
 *     sites, the containers, in file order
 */
record CityWaste(
    WasteContainers containers, WasteFleet fleet, Roads roads, VehicleProfiles profiles) {
  private static final int MOST_SIGNS = 3;

  /** Whether the city collects waste by this house at all. */
  static boolean found(City city) {
    return Files.exists(city.folder().resolve(WasteContainers.FILE));
  }

  /**
   * @throws BadFile when a file is wrong, or they do not fit each other
   */
  static CityWaste read(City city) {
    return read(city, Set.of());
  }

  /**
   * @param closed sections that nobody may pass
   */
  static CityWaste read(City city, Set<String> closed) {
    Path containersFile = city.folder().resolve(WasteContainers.FILE);
    WasteContainers containers = WasteContainers.read(city);
    Path fleetFile = city.folder().resolve(WasteFleet.FILE);
    WasteFleet fleet = JsonFile.read(fleetFile, WasteFleet.class);
    Roads roads = JsonFile.read(city.folder().resolve("roads.json"), Roads.class);
    checkStreams(containers, fleet, fleetFile);
    checkPlaces(containers, roads, city, containersFile);
    List<RoadTravel.Place> places = new ArrayList<>();
    places.add(RoadTravel.Place.of(fleet.depot().position()));
    fleet.disposalSites().forEach(site -> places.add(RoadTravel.Place.of(site.position())));
    containers
        .containers()
        .forEach(
            one -> places.add(new RoadTravel.Place(one.position(), one.section(), one.side())));
    return new CityWaste(
        containers, fleet, roads, VehicleProfiles.of(fleet, roads, closed, places));
  }

  private static void checkStreams(WasteContainers containers, WasteFleet fleet, Path file) {
    Set<String> known =
        containers.streams().stream().map(WasteContainers.Stream::id).collect(Collectors.toSet());
    Set<String> tipped = new HashSet<>();
    for (int s = 0; s < fleet.disposalSites().size(); s++) {
      DisposalSite site = fleet.disposalSites().get(s);
      checkKnown(known, site.streams(), file, "/disposalSites/" + s + "/streams");
      tipped.addAll(site.streams());
    }
    for (int t = 0; t < fleet.trucks().size(); t++) {
      List<WasteFleet.Compartment> compartments = fleet.trucks().get(t).compartments();
      for (int c = 0; c < compartments.size(); c++) {
        String where = "/trucks/" + t + "/compartments/" + c + "/streams";
        checkKnown(known, compartments.get(c).streams(), file, where);
        checkKnown(tipped, compartments.get(c).streams(), file, where);
      }
    }
  }

  private static void checkKnown(Set<String> known, List<String> streams, Path file, String where) {
    for (int s = 0; s < streams.size(); s++) {
      if (!known.contains(streams.get(s))) {
        throw new BadFile(
            file,
            where + "/" + s,
            "stream '%s' is in no %s. Name one of %s."
                .formatted(
                    streams.get(s),
                    where.startsWith("/trucks") ? "disposal site" : "containers.json",
                    known.stream().sorted().toList()));
      }
    }
  }

  private static void checkPlaces(WasteContainers containers, Roads roads, City city, Path file) {
    Set<String> sections =
        roads.sections().stream().map(Roads.Section::id).collect(Collectors.toSet());
    Set<String> zones = city.zones().stream().map(zone -> zone.id()).collect(Collectors.toSet());
    for (int c = 0; c < containers.containers().size(); c++) {
      Container one = containers.containers().get(c);
      if (!zones.contains(one.zone())) {
        throw new BadFile(
            file,
            "/containers/" + c + "/zone",
            "there is no zone %s in city.json. Correct it.".formatted(one.zone()));
      }
      if (!one.section().isEmpty() && !sections.contains(one.section())) {
        throw new BadFile(
            file,
            "/containers/" + c + "/section",
            "there is no section %s in roads.json. Name one, or leave it empty."
                .formatted(one.section()));
      }
    }
  }

  int profileOf(WasteFleet.Truck truck) {
    return profiles.ofTruck().get(fleet.trucks().indexOf(truck));
  }

  TravelMatrix waysOf(WasteFleet.Truck truck) {
    return profiles.matrices().get(profileOf(truck));
  }

  /** Whether a truck fits the street of a container, and the streets there and back. */
  boolean mayCome(WasteFleet.Truck truck, int container) {
    return (truck.small() || !containers.containers().get(container).smallTruckOnly())
        && !waysOf(truck).unreached().contains(containerNode(container));
  }

  /**
   * What stands in the way of a truck that would else come: the limit of the container's street, or
   * of some that lead there; empty where nothing does.
   */
  Optional<String> signThatBars(int container) {
    if (profiles.matrices().stream()
        .noneMatch(matrix -> matrix.unreached().contains(containerNode(container)))) {
      return Optional.empty();
    }
    String street = containers.containers().get(container).section();
    List<Roads.SizeLimit> limits = roads.limits().orElse(List.of());
    boolean own = limits.stream().anyMatch(limit -> limit.section().equals(street));
    return Optional.of(
        limits.stream()
            .filter(limit -> !own || limit.section().equals(street))
            .filter(limit -> fleet.trucks().stream().anyMatch(truck -> !truck.fits(limit.most())))
            .map(limit -> limit.most().sign())
            .distinct()
            .limit(MOST_SIGNS)
            .collect(Collectors.joining("; ")));
  }

  int depotNode() {
    return 0;
  }

  int siteNode(int site) {
    return 1 + site;
  }

  int containerNode(int container) {
    return 1 + fleet.disposalSites().size() + container;
  }

  /** Of the depot, a disposal site or a container. */
  String placeId(int node) {
    int sites = fleet.disposalSites().size();
    return node == depotNode()
        ? fleet.depot().id()
        : node <= sites
            ? fleet.disposalSites().get(node - 1).id()
            : containers.containers().get(node - containerNode(0)).id();
  }

  /**
   * @throws IllegalArgumentException when there is no such container
   */
  int indexOf(String container) {
    for (int c = 0; c < containers.containers().size(); c++) {
      if (containers.containers().get(c).id().equals(container)) {
        return c;
      }
    }
    throw new IllegalArgumentException(
        "There is no container %s. Name one of containers.json.".formatted(container));
  }

  /**
   * @throws IllegalArgumentException when there is no such disposal site
   */
  int siteOf(String id) {
    for (int s = 0; s < fleet.disposalSites().size(); s++) {
      if (fleet.disposalSites().get(s).id().equals(id)) {
        return s;
      }
    }
    throw new IllegalArgumentException(
        "There is no disposal site %s. Name one of fleet.json.".formatted(id));
  }

  int streamIndex(String stream) {
    List<WasteContainers.Stream> streams = containers.streams();
    for (int s = 0; s < streams.size(); s++) {
      if (streams.get(s).id().equals(stream)) {
        return s;
      }
    }
    throw new IllegalArgumentException("There is no stream " + stream);
  }
}
