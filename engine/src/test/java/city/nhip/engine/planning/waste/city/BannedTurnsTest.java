package city.nhip.engine.planning.waste.city;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Roads.BannedTurn;
import city.nhip.engine.city.Roads.Junction;
import city.nhip.engine.city.Roads.Section;
import city.nhip.engine.planning.waste.city.RoadTravel.Place;
import city.nhip.engine.planning.waste.city.WasteContainers.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BannedTurnsTest {
  private static final WasteFleet.Travel TRAVEL = new WasteFleet.Travel(0.5, 6, 14, 200, "test");

  @Test
  void a_banned_turn_is_driven_around_and_the_way_drawn_is_the_way_driven() {
    // B lies between A and D; from AB no left turn into BC
    Roads open =
        new Roads(
            List.of(
                junction("A", 0, 0),
                junction("B", 0, 1),
                junction("C", 1, 1),
                junction("D", 0, 2),
                junction("E", 1, 2)),
            List.of(
                section("AB", "A", "B", true),
                section("BC", "B", "C", false),
                section("BD", "B", "D", true),
                section("DE", "D", "E", true),
                section("EC", "E", "C", true)));
    Roads banned =
        new Roads(
            open.junctions(),
            open.sections(),
            Optional.of(List.of(new BannedTurn("AB", "B", "BC"))),
            Optional.empty());
    List<Place> places = List.of(on(open, "AB", 0.5), on(open, "EC", 1));
    TravelMatrix free = new RoadTravel(open, TRAVEL, Set.of(), Set.of()).between(places);
    TravelMatrix around = new RoadTravel(banned, TRAVEL, Set.of(), Set.of()).between(places);
    assertThat(around.seconds()[1]).isEqualTo(free.seconds()[1]);
    List<Place> north = List.of(on(open, "AB", 0.5), on(open, "BC", 0.1));
    assertThat(new RoadTravel(open, TRAVEL, Set.of(), Set.of()).between(north).metres()[1])
        .isLessThan(1_000);
    TravelMatrix far = new RoadTravel(banned, TRAVEL, Set.of(), Set.of()).between(north);
    // by D, E and C, back down BC
    assertThat(far.metres()[1]).isBetween(4_000, 5_000);
    assertThat(points(far.ways().line(0, 1))).isEqualTo(6);
  }

  /** The measure: every arc a node of its own. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void ways_are_those_of_a_search_over_arcs(long seed) {
    Random random = new Random(seed);
    Roads roads = town(random);
    List<Place> places = new ArrayList<>();
    for (int p = 0; p < 8; p++) {
      Place at =
          on(
              roads,
              roads.sections().get(random.nextInt(roads.sections().size())).id(),
              random.nextDouble());
      places.add(new Place(at.position(), at.section(), Side.values()[random.nextInt(3)]));
    }
    StreetGraph graph = new StreetGraph(roads, TRAVEL, Set.of(), Set.of());
    int found = 0;
    for (Place from : places) {
      for (Place to : places) {
        StreetGraph.Snapped start = graph.places.snap(from);
        StreetGraph.Snapped end = graph.places.snap(to);
        double seconds = graph.way(graph.ways(start), start, end).seconds();
        double measure = new ArcSearch(roads).seconds(start, end);
        if (measure == Double.POSITIVE_INFINITY) {
          assertThat(seconds).isEqualTo(measure);
        } else {
          assertThat(Math.abs(seconds - measure)).isLessThan(1e-6);
          found++;
        }
      }
    }
    assertThat(found).isGreaterThan(8);
  }

  /** Bellman and Ford over arcs, the plainest way. */
  private static final class ArcSearch {
    private final Roads roads;
    private final int arcs;

    ArcSearch(Roads roads) {
      this.roads = roads;
      this.arcs = 2 * roads.sections().size();
    }

    private Section section(int arc) {
      return roads.sections().get(arc / 2);
    }

    private String start(int arc) {
      return arc % 2 == 0 ? section(arc).from() : section(arc).to();
    }

    private String end(int arc) {
      return start(arc ^ 1);
    }

    private double length(int arc) {
      return position(start(arc)).metresTo(position(end(arc)));
    }

    private Position position(String junction) {
      return roads.junctions().stream()
          .filter(it -> it.id().equals(junction))
          .findFirst()
          .orElseThrow()
          .position();
    }

    private double driving(int arc) {
      return length(arc) * 3.6 / (section(arc).speedKmh() * 0.5);
    }

    private double passing(String junction) {
      long meeting =
          roads.sections().stream()
              .mapToLong(
                  it -> (it.from().equals(junction) ? 1 : 0) + (it.to().equals(junction) ? 1 : 0))
              .sum();
      return meeting > 2 ? 6 : 0;
    }

    private boolean mayTurn(int arc, int onward) {
      return end(arc).equals(start(onward))
          && roads.bannedTurns().orElseThrow().stream()
              .noneMatch(
                  it ->
                      it.from().equals(section(arc).id())
                          && it.via().equals(end(arc))
                          && it.to().equals(section(onward).id()));
    }

    double seconds(StreetGraph.Snapped start, StreetGraph.Snapped end) {
      double[] atEnd = new double[arcs];
      Arrays.fill(atEnd, Double.POSITIVE_INFINITY);
      int first = 2 * start.section();
      if (start.along()) {
        atEnd[first] = driving(first) * (1 - start.share());
      }
      if (start.against()) {
        atEnd[first + 1] = driving(first) * start.share();
      }
      for (int round = 0; round < arcs; round++) {
        for (int arc = 0; arc < arcs; arc++) {
          for (int onward = 0; onward < arcs; onward++) {
            if (mayTurn(arc, onward) && !(section(onward).oneWay() && onward % 2 == 1)) {
              atEnd[onward] =
                  Math.min(atEnd[onward], atEnd[arc] + passing(end(arc)) + driving(onward));
            }
          }
        }
      }
      double best = Double.POSITIVE_INFINITY;
      int last = 2 * end.section();
      for (int arc = 0; arc < arcs; arc++) {
        for (int side = 0; side < 2; side++) {
          boolean open = side == 0 ? end.along() : end.against();
          if (open && mayTurn(arc, last + side)) {
            double share = side == 0 ? end.share() : 1 - end.share();
            best = Math.min(best, atEnd[arc] + passing(end(arc)) + driving(last) * share);
          }
        }
      }
      double share = end.share() - start.share();
      if (start.section() == end.section()
          && ((start.along() && end.along() && share >= 0)
              || (start.against() && end.against() && share <= 0))) {
        best = Math.min(best, driving(last) * Math.abs(share));
      }
      return best;
    }
  }

  private static Roads town(Random random) {
    List<Junction> junctions = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    for (int j = 0; j < 9; j++) {
      junctions.add(junction("J" + j, j / 3, j % 3));
    }
    for (int j = 0; j < 9; j++) {
      for (int other : new int[] {j + 1, j + 3}) {
        boolean neighbours = other < 9 && (other == j + 3 || other % 3 != 0);
        if (neighbours && random.nextInt(8) > 0) {
          sections.add(
              section("J%d-J%d".formatted(j, other), "J" + j, "J" + other, random.nextInt(5) == 0));
        }
      }
    }
    List<BannedTurn> banned = new ArrayList<>();
    for (Section one : sections) {
      for (Section other : sections) {
        for (String via : List.of(one.from(), one.to())) {
          if ((other.from().equals(via) || other.to().equals(via)) && random.nextInt(4) == 0) {
            banned.add(new BannedTurn(one.id(), via, other.id()));
          }
        }
      }
    }
    return new Roads(junctions, sections, Optional.of(banned), Optional.empty());
  }

  /** Of an encoded line. */
  private static long points(String line) {
    return line.chars().filter(letter -> letter < 63 + 32).count() / 2;
  }

  private static Place on(Roads roads, String id, double share) {
    Section it =
        roads.sections().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    Position a = position(roads, it.from());
    Position b = position(roads, it.to());
    return new Place(
        new Position(
            a.latitude() + share * (b.latitude() - a.latitude()),
            a.longitude() + share * (b.longitude() - a.longitude())),
        id,
        Side.EITHER);
  }

  private static Position position(Roads roads, String junction) {
    return roads.junctions().stream()
        .filter(it -> it.id().equals(junction))
        .findFirst()
        .orElseThrow()
        .position();
  }

  private static Junction junction(String id, double north, double east) {
    return new Junction(id, new Position(11 + north / 100, 106 + east / 100), false);
  }

  private static Section section(String id, String from, String to, boolean oneWay) {
    return new Section(id, from, to, id, "local", 1, 36, oneWay);
  }
}
