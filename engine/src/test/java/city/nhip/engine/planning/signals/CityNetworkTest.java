package city.nhip.engine.planning.signals;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.planning.signals.SignalSites.Approach;
import city.nhip.engine.planning.signals.SignalSites.Group;
import city.nhip.engine.planning.signals.SignalSites.StageGreen;
import city.nhip.engine.planning.signals.SignalSites.StageSite;
import city.nhip.engine.planning.signals.SignalSites.Turn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two approaches that face each other, with stages for straight on, all, and left turns alone. */
class CityNetworkTest {
  private static final int HOUR = 3_600;

  private static Approach approach(String side, List<List<String>> lanes) {
    return new Approach(
        "A:" + side,
        "street",
        300,
        40,
        lanes,
        1_800,
        400,
        List.of(new Turn("left", 0.5, ""), new Turn("through", 0.5, "")));
  }

  private static Group group(String id, String side, String turn, List<String> yieldsTo) {
    return new Group(id, "vehicle", "A:" + side, List.of(turn), 5, 0, yieldsTo);
  }

  static final SignalSites.Site SITE =
      new SignalSites.Site(
          "A",
          "zone",
          new Localized("A", "A"),
          new Position(11, 106),
          "",
          3,
          1,
          List.of(
              group("S", "S", "through", List.of()),
              group("SL", "S", "left", List.of("N")),
              group("N", "N", "through", List.of("SL")),
              group("NL", "N", "left", List.of("S"))),
          List.of(),
          List.of(),
          List.of(
              new StageSite("through", List.of("S", "N"), List.of()),
              new StageSite("all", List.of("S", "N"), List.of("SL", "NL")),
              new StageSite("left", List.of("SL", "NL"), List.of())),
          new SignalSites.FixedPlan(30, 0, List.of(new StageGreen("through", 26))),
          List.of(
              approach("S", List.of(List.of("left"), List.of("through"))),
              approach("N", List.of(List.of("left", "through")))));

  private final CityNetwork city = new CityNetwork(List.of(SITE), approach -> 1, Set.of());

  @Test
  void who_leaves_the_network_needs_the_green_of_its_own_turn() {
    CityTrips trips = CityTrips.of(List.of(SITE), city, Map.of("A:S", 60.0), 0, HOUR);
    SignalNetwork network =
        new SignalNetwork(
            city.links,
            city.movements,
            List.of(CityIntersections.of(SITE, 1, Set.of())),
            trips.routes(),
            trips.trips(),
            SignalNetwork.Driving.USUAL,
            false,
            0,
            HOUR);
    QueueModel model = new QueueModel(network);

    Outcome throughAlone = model.play(network.today());

    assertThat(crossed(model, "S")).isGreaterThan(20);
    assertThat(crossed(model, "SL")).isZero();
    assertThat(throughAlone.delaySeconds()).isGreaterThan(20 * HOUR / 4);
  }

  private int crossed(QueueModel model, String group) {
    int crossed = 0;
    for (int m = 0; m < city.movements.size(); m++) {
      crossed += groupOf(m).equals(group) ? model.crossed(m) : 0;
    }
    return crossed;
  }

  private String groupOf(int movement) {
    return SITE.groups().get(city.movements.get(movement).signal()).id();
  }

  @Test
  void only_who_is_shown_a_yielding_green_waits_inside_and_one_alone_where_others_share_the_lane() {
    for (int m = 0; m < city.movements.size(); m++) {
      int waiting = city.movements.get(m).bay();
      assertThat(waiting)
          .as(groupOf(m))
          .isEqualTo(Map.of("SL", 2, "NL", 1).getOrDefault(groupOf(m), 0));
    }
  }
}
