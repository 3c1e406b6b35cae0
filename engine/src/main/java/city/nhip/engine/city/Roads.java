package city.nhip.engine.city;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A city's streets, as {@code roads.json} lists them: junctions and the sections between them.
 *
 * @param bannedTurns that no truck may make; left out where there is none
 * @param limits of vehicles' size; left out where there is none
 */
public record Roads(
    List<Junction> junctions,
    List<Section> sections,
    Optional<List<BannedTurn>> bannedTurns,
    Optional<List<SizeLimit>> limits) {
  /**
   * @param signalised true where a traffic signal stands
   */
  public record Junction(String id, Position position, boolean signalised) {
    public Junction {
      Ids.check("junction", id);
    }
  }

  /**
   * A straight piece of street between two junctions.
   *
   * @param name the street's name, shown to people
   * @param roadClass {@code arterial}, {@code collector} or {@code local}
   * @param lanes per direction, 1 to 6
   * @param speedKmh permitted speed, km/h, 5 to 120
   * @param oneWay true where only {@code from} to {@code to} is open
   */
  public record Section(
      String id,
      String from,
      String to,
      String name,
      String roadClass,
      int lanes,
      int speedKmh,
      boolean oneWay) {
    public Section {
      Ids.check("section", id);
      if (lanes < 1 || lanes > 6 || speedKmh < 5 || speedKmh > 120) {
        throw new IllegalArgumentException(
            "Section %s has %d lanes and %d km/h. Give 1 to 6 lanes and 5 to 120 km/h."
                .formatted(id, lanes, speedKmh));
      }
    }
  }

  /**
   * From one section into another, or back into the same.
   *
   * @param via the junction where both meet
   */
  public record BannedTurn(String from, String via, String to) {}

  /** What a vehicle on a section may measure at most. */
  public record SizeLimit(String section, VehicleSize most) {
    public SizeLimit {
      if (most.namesNothing()) {
        throw new IllegalArgumentException(
            "The limit of section %s limits nothing. Give most.tonnes, most.heightMetres or"
                    .formatted(section)
                + " most.widthMetres.");
      }
    }
  }

  /** Streets that forbid nothing. */
  public Roads(List<Junction> junctions, List<Section> sections) {
    this(junctions, sections, Optional.empty(), Optional.empty());
  }

  /** Sections that a vehicle is too heavy, too high or too wide for. */
  public Set<String> closedTo(VehicleSize vehicle) {
    return limits.orElse(List.of()).stream()
        .filter(limit -> !vehicle.fits(limit.most()))
        .map(SizeLimit::section)
        .collect(Collectors.toSet());
  }

  public Roads {
    junctions = List.copyOf(junctions);
    sections = List.copyOf(sections);
    bannedTurns = bannedTurns.map(List::copyOf);
    limits = limits.map(List::copyOf);
    Set<String> known = new HashSet<>();
    for (Junction junction : junctions) {
      if (!known.add(junction.id())) {
        throw new IllegalArgumentException(
            "Two junctions are called %s. Rename one.".formatted(junction.id()));
      }
    }
    for (Section section : sections) {
      if (!known.contains(section.from()) || !known.contains(section.to())) {
        throw new IllegalArgumentException(
            "Section %s joins %s and %s, of which one is no junction. Add it or correct the id."
                .formatted(section.id(), section.from(), section.to()));
      }
    }
    Map<String, Section> byId = new HashMap<>();
    sections.forEach(section -> byId.put(section.id(), section));
    bannedTurns.orElse(List.of()).forEach(turn -> check(turn, byId));
    Set<String> limited = new HashSet<>();
    for (SizeLimit limit : limits.orElse(List.of())) {
      if (!limited.add(limit.section())) {
        throw new IllegalArgumentException(
            "Section %s has two limits. Write both into one.".formatted(limit.section()));
      }
      if (!byId.containsKey(limit.section())) {
        throw new IllegalArgumentException(
            "limits name section %s, which there is not. Correct the id or take the limit out."
                .formatted(limit.section()));
      }
    }
  }

  private static void check(BannedTurn turn, Map<String, Section> sections) {
    for (String end : List.of(turn.from(), turn.to())) {
      Section section = sections.get(end);
      if (section == null) {
        throw new IllegalArgumentException(
            "bannedTurns name section %s, which there is not. Correct the id or take the turn out."
                .formatted(end));
      }
      if (!section.from().equals(turn.via()) && !section.to().equals(turn.via())) {
        throw new IllegalArgumentException(
            "A banned turn leads from %s via %s to %s, but %s does not touch %s. Correct via."
                .formatted(turn.from(), turn.via(), turn.to(), end, turn.via()));
      }
    }
  }
}
