package city.nhip.engine.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.town.Database;
import city.nhip.engine.town.RunningTown;
import city.nhip.engine.web.LiveEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class AlarmWatchTest {
  private final RunningTown town;

  AlarmWatchTest(Database database) {
    town = RunningTown.on(database);
  }

  @Test
  void plans_that_are_stopped_again_and_again_are_one_alarm_that_counts_until_a_good_one() {
    happens("schedule", "first", "UNSAFE");
    happens("schedule", "second", "UNSAFE");
    happens("schedule", "third", "UNSAFE");

    assertThat(alarms("plan-unsafe"))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.times()).isEqualTo(3);
              assertThat(alarm.asset()).as("the way to the last one").isEqualTo("third");
              assertThat(alarm.endedAt()).isEmpty();
            });

    happens("schedule", "fourth", "PROPOSED");

    assertThat(alarms("plan-unsafe"))
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.endedAt()).isPresent());
  }

  @Test
  void what_happens_anew_after_its_end_is_another_alarm() {
    happens("job", "one", "FAILED");
    happens("job", "two", "DONE");
    happens("job", "three", "FAILED");

    assertThat(alarms("job-failed")).extracting(Alarm::times).containsExactly(1, 1);
  }

  private void happens(String type, String id, String status) {
    town.bean(AlarmWatch.class)
        .hear(
            new LiveEvent(
                type, id, Map.of("domain", "pumping", "scope", "alarmed", "status", status)));
  }

  private List<Alarm> alarms(String kind) {
    return town.bean(Alarms.class).list().stream()
        .filter(alarm -> alarm.kind().equals(kind))
        .filter(alarm -> alarm.zone().filter("alarmed"::equals).isPresent())
        .toList();
  }
}
