package city.nhip.engine.planning.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CongestionTest {
  private static final Congestion RUSH =
      new Congestion(
          List.of(
              new Congestion.Period(1_000, 200),
              new Congestion.Period(2_000, 100),
              new Congestion.Period(3_000, 50)));

  @Test
  void a_way_through_the_rush_takes_longer() {
    assertThat(RUSH.arrival(0, 500)).isEqualTo(500);
    assertThat(RUSH.arrival(1_000, 500)).isEqualTo(2_000);
    assertThat(RUSH.arrival(800, 300)).isEqualTo(1_200);
    assertThat(RUSH.arrival(3_000, 500)).isEqualTo(3_250);
  }

  @Test
  void who_leaves_later_never_arrives_earlier() {
    for (int depart = 0; depart < 4_000; depart++) {
      assertThat(RUSH.arrival(depart + 1, 333)).isGreaterThanOrEqualTo(RUSH.arrival(depart, 333));
    }
  }

  @Test
  void the_latest_departure_arrives_in_time_and_the_next_one_does_not() {
    for (int arrive = 400; arrive < 4_000; arrive += 7) {
      int depart = RUSH.departure(arrive, 333);
      if (depart >= 0) {
        assertThat(RUSH.arrival(depart, 333)).isLessThanOrEqualTo(arrive);
        assertThat(RUSH.arrival(depart + 1, 333)).isGreaterThan(arrive);
      }
    }
  }

  @Test
  void periods_out_of_order_are_refused() {
    assertThatThrownBy(
            () ->
                new Congestion(
                    List.of(new Congestion.Period(100, 150), new Congestion.Period(50, 100))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
