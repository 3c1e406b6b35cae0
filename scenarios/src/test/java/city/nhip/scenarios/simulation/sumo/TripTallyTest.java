package city.nhip.scenarios.simulation.sumo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred vehicles, one every hundredth of the period, none of which has arrived. */
class TripTallyTest {
  private static final int VEHICLES = 100;

  @TempDir private Path folder;

  /**
   * @param period seconds
   * @param lostPercent of its time on the street that each lost
   */
  private TripTally tally(int period, int lostPercent) throws IOException {
    StringBuilder trips = new StringBuilder("<tripinfos>\n");
    for (int i = 0; i < VEHICLES; i++) {
      int duration = period - i * period / VEHICLES;
      trips.append(
          "<tripinfo id='%d' arrival='-1' duration='%d' timeLoss='%d' departDelay='0'/>\n"
              .formatted(i, duration, duration * lostPercent / 100));
    }
    Path file = Files.writeString(folder.resolve("trips.xml"), trips + "</tripinfos>");
    Files.writeString(TripTally.warnings(file), "");
    return TripTally.take(
        file, new SumoScenario("any", Path.of("net"), Path.of("routes"), 0, period));
  }

  @Test
  void who_drove_and_had_no_time_to_arrive_is_not_in_a_gridlock() throws IOException {
    assertThat(tally(900, 20).gridlocked()).isFalse();
  }

  @Test
  void streets_on_which_all_stand_and_nobody_arrives_are_gridlocked() throws IOException {
    assertThat(tally(900, 80).gridlocked()).isTrue();
  }

  @Test
  void of_a_few_minutes_nothing_tells_of_a_gridlock() throws IOException {
    assertThat(tally(300, 80).gridlocked()).isFalse();
  }
}
