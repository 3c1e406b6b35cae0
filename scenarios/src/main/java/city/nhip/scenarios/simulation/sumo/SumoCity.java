package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Zone;
import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.SignalNetwork.Link;
import city.nhip.engine.planning.signals.SignalNetwork.Movement;
import city.nhip.engine.planning.signals.SignalSites;
import city.nhip.engine.planning.signals.SignalsDomain;
import city.nhip.engine.planning.signals.Stage;
import city.nhip.engine.planning.signals.Timing;
import city.nhip.engine.planning.signals.TrafficMix;
import city.nhip.scenarios.cityfolder.CityFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/**
 * A city's folder that says what a SUMO network is: one zone, a detector on every street that leads
 * to a signal, a signal group for every controlled connection. Turning shares are the demand's, as
 * a survey would tell them; how many come is left to the detectors. Longer than most classes: it
 * fills the city's whole form of an intersection, field by field.
 */
final class SumoCity {
  static final String ZONE = "net";
  private static final Position SOMEWHERE = new Position(11.05, 106.68);
  private static final int LARGEST_FLOW = 20_000;

  private final SignalNetwork network;

  /** Links that lead to a signal, by link: the site's index. */
  private final Map<Integer, Integer> approaches = new TreeMap<>();

  SumoCity(SignalNetwork network) {
    this.network = network;
    for (Movement movement : network.movements()) {
      if (movement.intersection() >= 0) {
        approaches.put(movement.fromLink(), movement.intersection());
      }
    }
  }

  /** Links that have a detector, in the order of the devices. */
  List<Integer> detected() {
    return List.copyOf(approaches.keySet());
  }

  static String device(int link) {
    return "loop-" + link;
  }

  private String approach(int link) {
    Integer site = approaches.get(link);
    return site == null ? "" : network.intersections().get(site).id() + ":" + link;
  }

  void write(Path folder) throws IOException {
    JsonMapper json = JsonMapper.shared();
    Files.createDirectories(folder.resolve("signals"));
    Localized name = new Localized("Mạng SUMO", "SUMO network");
    Files.write(
        folder.resolve("city.json"),
        json.writeValueAsBytes(
            new CityFolder.Description(
                "sumo", name, true, "UTC", SOMEWHERE, List.of(new Zone(ZONE, name, SOMEWHERE)))));
    Files.write(
        folder.resolve("roads.json"), json.writeValueAsBytes(new Roads(List.of(), List.of())));
    Files.write(
        folder.resolve(SignalsDomain.SITES),
        json.writeValueAsBytes(
            new SignalSites(
                TrafficMix.CARS, 1, network.intersections().stream().map(this::site).toList())));
    StringBuilder devices = new StringBuilder("id,zone,kind,asset,latitude,longitude,limits\n");
    for (int link : detected()) {
      devices.append(
          String.format(
              Locale.ROOT,
              "%s,%s,detector,%s,%s,%s,capacityVehiclesPerHour=%.0f%n",
              device(link),
              ZONE,
              approach(link),
              SOMEWHERE.latitude(),
              SOMEWHERE.longitude(),
              capacity(link)));
    }
    Files.writeString(folder.resolve("devices.csv"), devices);
    writeRule(folder.resolve("rules/retime"));
  }

  /** The one rule of this city: every ten minutes, as just counted. */
  private static void writeRule(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("tests"));
    for (String file : List.of("package.yaml", "triggers.drl", "tests/triggers.yaml")) {
      try (InputStream text =
          Objects.requireNonNull(SumoCity.class.getResourceAsStream("retime/" + file))) {
        Files.copy(text, folder.resolve(file));
      }
    }
  }

  private List<Movement> from(int link) {
    return network.movements().stream().filter(it -> it.fromLink() == link).toList();
  }

  /** Vehicles an hour that today's program lets pass. */
  private double capacity(int link) {
    Intersection site = network.intersections().get(approaches.getOrDefault(link, 0));
    double saturation = 0;
    int green = 0;
    for (Movement it : from(link)) {
      saturation = Math.max(saturation, 3_600_000.0 / it.headwayMillis());
      int served =
          site.today().greens().stream()
              .filter(g -> shown(site, g.stage(), it.signal()) != 'r')
              .mapToInt(Timing.Green::seconds)
              .sum();
      green = Math.max(green, served);
    }
    return Math.min(
        LARGEST_FLOW,
        Math.max(
            60, saturation * network.links().get(link).lanes() * green / site.today().cycle()));
  }

  private static char shown(Intersection site, int stage, int signal) {
    return site.stages().get(stage).state().charAt(signal);
  }

  private SignalSites.Site site(Intersection it) {
    int index = network.intersections().indexOf(it);
    int yellow = it.stages().stream().mapToInt(Stage::yellow).max().orElse(3);
    int allRed = it.stages().stream().mapToInt(Stage::allRed).max().orElse(0);
    List<SignalSites.Clearance> clearances = new ArrayList<>();
    for (Intersection.Conflict pair : it.conflicts()) {
      String one = group(pair.one());
      String other = group(pair.other());
      clearances.add(new SignalSites.Clearance(one, other, yellow + allRed));
      clearances.add(new SignalSites.Clearance(other, one, yellow + allRed));
    }
    return new SignalSites.Site(
        it.id(),
        ZONE,
        new Localized(it.id(), it.id()),
        SOMEWHERE,
        it.coordination(),
        yellow,
        allRed,
        groups(it, index),
        it.conflicts().stream()
            .map(pair -> new SignalSites.Pair(group(pair.one()), group(pair.other())))
            .toList(),
        clearances,
        it.stages().stream().map(SumoCity::stage).toList(),
        new SignalSites.FixedPlan(
            it.today().cycle(),
            it.today().offset(),
            it.today().greens().stream()
                .map(
                    green ->
                        new SignalSites.StageGreen(
                            it.stages().get(green.stage()).id(), green.seconds()))
                .toList()),
        detected().stream()
            .filter(link -> approaches.getOrDefault(link, -1) == index)
            .map(this::approachSite)
            .toList());
  }

  private static String group(int signal) {
    return "S" + signal;
  }

  /** Those that some stage serves: what is red for ever has no head. */
  private List<SignalSites.Group> groups(Intersection it, int index) {
    List<SignalSites.Group> groups = new ArrayList<>();
    for (int signal = 0; signal < it.signals().size(); signal++) {
      int s = signal;
      if (it.stages().stream().noneMatch(stage -> served(stage, s))) {
        continue;
      }
      List<Movement> led =
          network.movements().stream()
              .filter(m -> m.intersection() == index && m.signal() == s)
              .toList();
      TreeSet<String> before = new TreeSet<>();
      for (Movement movement : led) {
        for (int first : movement.yieldsTo()) {
          before.add(group(network.movements().get(first).signal()));
        }
      }
      groups.add(
          new SignalSites.Group(
              group(signal),
              "vehicle",
              led.isEmpty() ? "" : approach(led.get(0).fromLink()),
              led.stream().map(m -> turn(m.toLink())).distinct().toList(),
              5,
              0,
              List.copyOf(before)));
    }
    return groups;
  }

  private static boolean served(Stage stage, int signal) {
    char letter = stage.state().charAt(signal);
    return letter == 'G' || letter == 'g';
  }

  private static SignalSites.StageSite stage(Stage stage) {
    List<String> green = new ArrayList<>();
    List<String> yielding = new ArrayList<>();
    for (int signal = 0; signal < stage.state().length(); signal++) {
      if (stage.state().charAt(signal) == 'G') {
        green.add(group(signal));
      } else if (stage.state().charAt(signal) == 'g') {
        yielding.add(group(signal));
      }
    }
    return new SignalSites.StageSite(stage.id(), green, yielding);
  }

  private static String turn(int toLink) {
    return "to-" + toLink;
  }

  private SignalSites.Approach approachSite(int link) {
    Link it = network.links().get(link);
    List<Movement> from = from(link);
    List<List<String>> lanes = new ArrayList<>();
    for (int lane = 0; lane < Math.min(8, it.lanes()); lane++) {
      int l = lane;
      lanes.add(
          from.stream()
              .filter(m -> m.fromLane() == l)
              .map(m -> turn(m.toLink()))
              .distinct()
              .toList());
    }
    Map<Integer, Integer> turned = new TreeMap<>();
    from.forEach(movement -> turned.putIfAbsent(movement.toLink(), 0));
    int all = 0;
    for (SignalNetwork.Trip trip : network.trips()) {
      List<Integer> route = network.routes().get(trip.route());
      int at = route.indexOf(link);
      if (at >= 0 && at + 1 < route.size() && turned.containsKey(route.get(at + 1))) {
        turned.merge(route.get(at + 1), 1, Integer::sum);
        all++;
      }
    }
    int counted = all;
    int hours = Math.max(1, network.end() - network.begin());
    return new SignalSites.Approach(
        approach(link),
        it.id(),
        Math.max(20, Math.min(5_000, it.lengthMetres())),
        (int) Math.max(5, Math.min(120, 3_600 * it.lengthMetres() / it.travelMillis())),
        lanes,
        from.stream()
            .map(m -> 3_600_000 / m.headwayMillis())
            .max(Comparator.naturalOrder())
            .map(flow -> Math.max(300, Math.min(3_000, flow)))
            .orElse(1_800),
        counted * 3_600 / hours,
        turned.entrySet().stream()
            .map(
                to ->
                    new SignalSites.Turn(
                        turn(to.getKey()),
                        counted == 0 ? 1.0 / turned.size() : (double) to.getValue() / counted,
                        approach(to.getKey())))
            .toList());
  }
}
