package city.nhip.engine.planning.waste;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A truck with its crew, as it stands now.
 *
 * @param depot node where it must end, empty
 * @param compartments at least one
 * @param payload most mass on board, kg
 * @param profile of the vehicle: index of the problem's matrix that it drives by
 */
public record Truck(
    String id,
    Start start,
    int depot,
    List<Compartment> compartments,
    int payload,
    Shift shift,
    DayLimits limits,
    Prices prices,
    int profile) {
  /** A limit that does not bind. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /**
   * Where the truck is free to go on from: the depot in the morning, its next place in the shift.
   *
   * @param time the earliest departure
   * @param volumes on board by compartment; empty where nothing is
   * @param masses on board by compartment; empty where nothing is
   * @param driven driving time already done in this shift
   * @param rested whether the break has been taken
   */
  public record Start(
      int node, int time, List<Integer> volumes, List<Integer> masses, int driven, boolean rested) {
    public Start {
      volumes = List.copyOf(volumes);
      masses = List.copyOf(masses);
    }

    public static Start empty(int node, int time) {
      return new Start(node, time, List.of(), List.of(), 0, false);
    }
  }

  /**
   * @param streams that it may carry, one at a time or mixed
   * @param volume that it holds, as compacted
   */
  public record Compartment(Set<Integer> streams, int volume) {
    public Compartment {
      streams = Set.copyOf(streams);
    }
  }

  /**
   * @param latest the truck must be back by then
   * @param overtimeFrom working time beyond it costs more; {@link #UNLIMITED} for none
   * @param maxDriving of the whole shift, with what has been driven
   */
  public record Shift(int latest, int overtimeFrom, int maxDriving, Optional<Rest> rest) {}

  /**
   * The break: it starts within the window, between two activities.
   *
   * @param owedAfter a shift that ends by then may do without, a second of the day, not before the
   *     window's start
   */
  public record Rest(Window window, int duration, int owedAfter) {
    public Rest {
      if (owedAfter < window.from()) {
        throw new IllegalArgumentException("A break is owed before its window begins.");
      }
    }
  }

  /** For what is still to be collected, not for what is on board already. */
  public record DayLimits(int volume, int stops) {
    public static final DayLimits NONE = new DayLimits(UNLIMITED, UNLIMITED);
  }

  /**
   * In the unit of cost.
   *
   * @param fixed where the truck serves any stop
   * @param perTime from its start to its end, waiting and break included
   * @param perOvertime on top of {@code perTime}
   */
  public record Prices(long fixed, long perDistance, long perTime, long perOvertime) {
    /** Nothing counts but the way. */
    public static final Prices DISTANCE_ONLY = new Prices(0, 1, 0, 0);
  }

  /** The first vehicle profile: where one matrix holds for all. */
  public Truck(
      String id,
      Start start,
      int depot,
      List<Compartment> compartments,
      int payload,
      Shift shift,
      DayLimits limits,
      Prices prices) {
    this(id, start, depot, compartments, payload, shift, limits, prices, 0);
  }

  public Truck {
    compartments = List.copyOf(compartments);
    if (compartments.isEmpty() || compartments.size() > 4) {
      throw new IllegalArgumentException("Truck %s needs 1 to 4 compartments.".formatted(id));
    }
    checkLoad(id, start.volumes, compartments.size());
    checkLoad(id, start.masses, compartments.size());
  }

  private static void checkLoad(String id, List<Integer> load, int compartments) {
    if (!load.isEmpty() && load.size() != compartments) {
      throw new IllegalArgumentException(
          "Truck %s has %d compartments, but loads for %d. Give one each, or none."
              .formatted(id, compartments, load.size()));
    }
  }

  /** The first compartment that takes the stream, or -1. */
  public int compartmentFor(int stream) {
    for (int c = 0; c < compartments.size(); c++) {
      if (compartments.get(c).streams().contains(stream)) {
        return c;
      }
    }
    return -1;
  }

  /** Whether nothing needs to be done when no stop is given to it. */
  public boolean idleAtDepot() {
    return start.node() == depot
        && start.volumes().stream().allMatch(v -> v == 0)
        && start.masses().stream().allMatch(m -> m == 0);
  }
}
