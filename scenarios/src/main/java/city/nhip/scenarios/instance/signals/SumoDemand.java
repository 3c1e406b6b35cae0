package city.nhip.scenarios.instance.signals;

import city.nhip.engine.files.BadFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What a SUMO demand file says: who wants where, when, and how long the vehicles are. */
final class SumoDemand {
  /** SUMO's passenger car: length 5 m, gap 2.5 m when standing, headway 1 s. */
  private static final Type CAR = new Type(5, 2.5, 1, 2.6, 0.5);

  /**
   * @param length metres
   * @param gap metres between standing vehicles
   * @param headway seconds that a driver keeps (tau)
   * @param accel m/s2
   * @param sigma how imperfect a driver is, 0..1
   */
  record Type(double length, double gap, double headway, double accel, double sigma) {
    private static Type of(double length, double accel) {
      return new Type(length, 2.5, 1, accel, 0.5);
    }

    /** What counts of a mix is its mean: {@link SumoDriving} asks for no more. */
    private static Type mean(List<Type> types, List<Double> weights) {
      return new Type(
          mean(types, weights, Type::length),
          mean(types, weights, Type::gap),
          mean(types, weights, Type::headway),
          mean(types, weights, Type::accel),
          mean(types, weights, Type::sigma));
    }

    private static double mean(
        List<Type> types, List<Double> weights, ToDoubleFunction<Type> value) {
      double sum = 0;
      double weight = 0;
      for (int i = 0; i < types.size(); i++) {
        sum += weights.get(i) * value.applyAsDouble(types.get(i));
        weight += weights.get(i);
      }
      return sum / weight;
    }
  }

  /**
   * @param edges the whole route, or the places that it passes
   * @param whole whether {@code edges} is a whole route
   * @param firstLane whether it may enter on the rightmost lane only, as SUMO does when not told
   */
  record Vehicle(
      String id,
      int line,
      double departs,
      List<String> edges,
      boolean whole,
      boolean firstLane,
      Type type) {}

  final Path file;
  final List<Vehicle> vehicles = new ArrayList<>();

  private SumoDemand(Path file) {
    this.file = file;
  }

  static SumoDemand read(Path file) {
    SumoDemand demand = new SumoDemand(file);
    SumoXml.read(file, "routes", demand.new Reader());
    if (demand.vehicles.isEmpty()) {
      throw new BadFile(file, "", "it has no vehicle. Give trips, vehicles or flows.");
    }
    return demand;
  }

  private final class Reader implements SumoXml.Visitor {
    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, List<String>> routes = new HashMap<>();
    private List<Double> departs = List.of();
    private String vehicle = "";
    private Type type = CAR;
    private int line;
    private boolean open;
    private boolean routed;
    private boolean firstLane;
    private String mix = "";
    private final List<Type> mixed = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    @Override
    public void start(SumoXml.Element element) {
      switch (element.name()) {
        case "vType" -> type(element);
        case "vTypeDistribution" -> mix(element);
        case "routeDistribution" ->
            throw element.wrong(
                "a routeDistribution stands for several ways. Give each vehicle its route, as duarouter does.");
        case "route" -> route(element);
        case "vehicle", "trip", "flow" -> vehicle(element);
        default -> {}
      }
    }

    @Override
    public void end(String name) {
      if (name.equals("vehicle") || name.equals("trip") || name.equals("flow")) {
        open = false;
        if (!routed) {
          throw new BadFile(
              file,
              "line " + line,
              "%s %s has no route and no from edge. Give one, as duarouter does."
                  .formatted(name, vehicle));
        }
      } else if (name.equals("vTypeDistribution")) {
        if (!mixed.isEmpty()) {
          types.put(mix, Type.mean(mixed, weights));
        }
        mix = "";
      }
    }

    private void type(SumoXml.Element element) {
      Type type = typeOf(element);
      types.put(element.get("id"), type);
      if (!mix.isEmpty()) {
        mixed.add(type);
        weights.add(Math.max(1e-9, element.number("probability", 1)));
      }
    }

    /** Types of a mix stand in it, or are named by it. */
    private void mix(SumoXml.Element element) {
      mix = element.get("id");
      mixed.clear();
      weights.clear();
      String named = element.find("vTypes").orElse("").trim();
      List<String> ids = named.isEmpty() ? List.of() : List.of(named.split("\\s+"));
      List<String> shares = List.of(element.find("probabilities").orElse("").trim().split("\\s+"));
      for (int i = 0; i < ids.size(); i++) {
        mixed.add(types.getOrDefault(ids.get(i), CAR));
        weights.add(
            shares.size() == ids.size()
                ? Math.max(1e-9, element.number("probabilities", shares.get(i)))
                : 1);
      }
    }

    private Type typeOf(SumoXml.Element element) {
      Type usual =
          switch (element.find("vClass").orElse("passenger")) {
            case "bus", "coach" -> Type.of(12, 1.2);
            case "truck" -> Type.of(7.1, 1.3);
            case "trailer" -> Type.of(16.5, 1.1);
            case "motorcycle", "moped" -> Type.of(2.2, 6);
            case "delivery" -> Type.of(6.5, 2.6);
            default -> CAR;
          };
      return new Type(
          element.number("length", usual.length()),
          element.number("minGap", usual.gap()),
          element.number("tau", usual.headway()),
          element.number("accel", usual.accel()),
          element.number("sigma", usual.sigma()));
    }

    private void route(SumoXml.Element element) {
      List<String> edges = Arrays.asList(element.get("edges").trim().split("\\s+"));
      if (open) {
        add(element, edges, true);
      } else {
        routes.put(element.get("id"), edges);
      }
    }

    private void vehicle(SumoXml.Element element) {
      vehicle = element.get("id");
      line = element.line();
      routed = false;
      type = types.getOrDefault(element.find("type").orElse(""), CAR);
      departs = element.name().equals("flow") ? flow(element) : List.of(depart(element));
      firstLane = element.find("departLane").orElse("first").matches("first|0");
      open = true;
      Optional<String> named = element.find("route");
      if (named.isPresent()) {
        List<String> edges = routes.get(named.get());
        if (edges == null) {
          throw element.wrong(
              "%s follows route %s, which is not above. Add it.".formatted(vehicle, named.get()));
        }
        add(element, edges, true);
      } else if (element.find("from").isPresent()) {
        List<String> places = new ArrayList<>();
        places.add(element.get("from"));
        element
            .find("via")
            .ifPresent(via -> places.addAll(Arrays.asList(via.trim().split("\\s+"))));
        places.add(element.get("to"));
        add(element, places, false);
      }
    }

    private double depart(SumoXml.Element element) {
      double seconds = element.seconds("depart");
      if (seconds < 0) {
        throw element.wrong("%s departs at %s s. Give 0 or more.".formatted(vehicle, seconds));
      }
      return seconds;
    }

    private List<Double> flow(SumoXml.Element element) {
      double begin = element.seconds("begin", 0);
      double end = element.seconds("end", 86_400);
      double hours = Math.max(0, end - begin) / 3600;
      double count =
          element.find("vehsPerHour").isPresent()
              ? element.number("vehsPerHour") * hours
              : element.find("period").isPresent()
                  ? Math.max(0, end - begin) / Math.max(0.01, period(element))
                  : element.find("probability").isPresent()
                      ? element.number("probability") * hours * 3600
                      : element.number("number");
      if (!(count >= 0) || count > 1e6) {
        throw element.wrong("flow %s means %s vehicles. Give fewer.".formatted(vehicle, count));
      }
      List<Double> times = new ArrayList<>();
      for (int i = 0; i < Math.floor(count + 1e-9); i++) {
        times.add(begin + (end - begin) * i / count);
      }
      return times;
    }

    /** Seconds from one vehicle to the next; {@code exp(x)} is x of them a second, at random. */
    private double period(SumoXml.Element element) {
      String text = element.get("period");
      boolean random = text.startsWith("exp(") && text.endsWith(")");
      return random
          ? 1 / element.number("period", text.substring(4, text.length() - 1))
          : element.number("period");
    }

    private void add(SumoXml.Element element, List<String> edges, boolean whole) {
      routed = true;
      for (double time : departs) {
        vehicles.add(new Vehicle(vehicle, element.line(), time, edges, whole, firstLane, type));
      }
    }
  }
}
