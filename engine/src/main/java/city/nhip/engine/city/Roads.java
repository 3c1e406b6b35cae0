package city.nhip.engine.city;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A city's streets, as {@code roads.json} lists them: junctions and the sections between them. */
public record Roads(List<Junction> junctions, List<Section> sections) {
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

  public Roads {
    junctions = List.copyOf(junctions);
    sections = List.copyOf(sections);
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
  }
}
