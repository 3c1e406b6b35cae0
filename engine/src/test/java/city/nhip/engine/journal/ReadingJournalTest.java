package city.nhip.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.engine.town.Database;
import city.nhip.engine.town.RunningTown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@ParameterizedClass
@EnumSource(Database.class)
class ReadingJournalTest {
  private static final Instant T = Instant.parse("2026-01-05T00:00:00Z");

  private final RunningTown town;
  private final ReadingJournal journal;

  ReadingJournalTest(Database database) {
    town = RunningTown.on(database);
    journal = town.bean(ReadingJournal.class);
  }

  @Test
  void a_reading_is_kept_once() {
    Reading first = reading("once", 0, 1);
    Reading second = reading("once", 1, 2);

    List<JournaledReading> fresh = append("once", List.of(second, first, second));
    assertThat(fresh).extracting(JournaledReading::reading).containsExactly(second, first);
    assertThat(append("once", List.of(first, second))).isEmpty();
    assertThat(append("once", List.of(first, reading("once", 2, 3))))
        .extracting(one -> one.reading().value())
        .containsExactly(3.0);
    assertThat(journal.list(fresh.stream().map(JournaledReading::id).toList()))
        .containsExactlyInAnyOrderElementsOf(fresh);
  }

  @Test
  void times_that_differ_by_less_than_a_microsecond_are_one() {
    Reading first = new Reading("test", "micro", "level", T.plusNanos(1_000), 1, "%");
    Reading same = new Reading("test", "micro", "level", T.plusNanos(1_999), 1, "%");
    assertThat(append("micro", List.of(first, same))).hasSize(1);
    assertThat(append("micro", List.of(same))).isEmpty();
  }

  @Test
  void of_many_writers_of_the_same_readings_each_reading_has_one_winner() throws Exception {
    List<Reading> readings =
        IntStream.range(0, 200).mapToObj(minute -> reading("raced", minute, minute)).toList();
    ReadingJournal elsewhere =
        new JdbcReadingJournal(
            town.bean(JdbcTemplate.class), town.bean(PlatformTransactionManager.class));
    List<Callable<List<JournaledReading>>> writers = new ArrayList<>();
    for (int writer = 0; writer < 8; writer++) {
      List<Reading> shuffled = new ArrayList<>(readings);
      Collections.shuffle(shuffled, new Random(writer));
      ReadingJournal one = writer % 2 == 0 ? journal : elsewhere;
      writers.add(() -> one.append(shuffled, Map.of("raced", "north"), T));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Long> won = new ArrayList<>();
    for (Future<List<JournaledReading>> fresh : threads.invokeAll(writers)) {
      fresh.get().forEach(one -> won.add(one.id()));
    }
    threads.shutdown();
    assertThat(won).hasSize(200).doesNotHaveDuplicates();
    assertThat(journal.between("raced", "level", T, T.plusSeconds(86_400))).hasSize(200);
  }

  @Test
  void one_callers_bad_batch_does_not_spoil_those_that_were_written_with_it() throws Exception {
    String tooLong = "x".repeat(81);
    List<Callable<Integer>> writers = new ArrayList<>();
    for (int writer = 0; writer < 20; writer++) {
      String device = writer == 7 ? tooLong : "good-" + writer;
      writers.add(() -> append(device, List.of(reading(device, 0, 1))).size());
    }
    ExecutorService threads = Executors.newFixedThreadPool(20);
    List<Future<Integer>> answers = threads.invokeAll(writers);
    threads.shutdown();
    for (int writer = 0; writer < 20; writer++) {
      Future<Integer> answer = answers.get(writer);
      if (writer == 7) {
        assertThatThrownBy(answer::get).hasCauseInstanceOf(DataAccessException.class);
      } else {
        assertThat(answer.get()).isEqualTo(1);
      }
    }
  }

  @Test
  void the_latest_reading_of_each_device_is_found_and_none_of_the_future() {
    journal.append(
        List.of(
            new Reading("test", "a", "height", T, 1, "m"),
            new Reading("test", "a", "height", T.plusSeconds(60), 2, "m"),
            new Reading("test", "a", "height", T.plusSeconds(120), 3, "m"),
            new Reading("test", "b", "height", T.minusSeconds(60), 4, "m"),
            new Reading("test", "c", "height", T.minusSeconds(3 * 86_400), 5, "m")),
        Map.of("a", "north", "b", "north", "c", "north"),
        T);
    Map<String, JournaledReading> latest = journal.latest("height", T.plusSeconds(60));
    assertThat(latest).containsOnlyKeys("a", "b");
    assertThat(latest.values()).extracting(one -> one.reading().value()).contains(2.0, 4.0);
  }

  @Test
  void a_newer_reading_becomes_the_latest_and_a_late_one_does_not() {
    Map<String, String> zones = Map.of("a", "north");
    journal.append(List.of(new Reading("test", "a", "depth", T, 1, "m")), zones, T);
    assertThat(journal.latest("depth", T.plusSeconds(90))).hasSize(1);

    journal.append(
        List.of(
            new Reading("test", "a", "depth", T.plusSeconds(60), 2, "m"),
            new Reading("test", "a", "depth", T.plusSeconds(30), 3, "m")),
        zones,
        T);

    assertThat(journal.latest("depth", T.plusSeconds(90)).values())
        .extracting(one -> one.reading().value())
        .containsExactly(2.0);
    assertThat(journal.latest("depth", T.plusSeconds(40)).values())
        .extracting(one -> one.reading().value())
        .containsExactly(3.0);
    assertThat(journal.latest("depth", T.minusSeconds(1))).isEmpty();
  }

  @Test
  void a_replay_feeds_a_zone_in_order_page_after_page() {
    List<Reading> day = new ArrayList<>();
    for (int i = 0; i < 12_000; i++) {
      day.add(new Reading("test", "d" + i % 4_000, "depth", T.plusSeconds(i / 4_000), i, "m"));
    }
    Map<String, String> zones = new HashMap<>();
    day.forEach(one -> zones.put(one.device(), "replayed"));
    Collections.shuffle(day, new Random(1));
    journal.append(day, zones, T);

    List<JournaledReading> fed = new ArrayList<>();
    journal.replay("replayed", T, T.plusSeconds(2), fed::add);
    assertThat(fed).hasSize(8_000).doesNotHaveDuplicates();
    assertThat(fed)
        .isSortedAccordingTo(
            Comparator.comparing((JournaledReading one) -> one.reading().observedAt())
                .thenComparing(JournaledReading::id));
  }

  @Test
  void a_device_without_a_zone_is_refused_with_the_remedy() {
    assertThatThrownBy(() -> journal.append(List.of(reading("lost", 0, 1)), Map.of(), T))
        .hasMessageContaining("lost")
        .hasMessageContaining("devices.csv");
  }

  private List<JournaledReading> append(String device, List<Reading> readings) {
    return journal.append(readings, Map.of(device, "north"), T);
  }

  private static Reading reading(String device, int minute, double value) {
    return new Reading("test", device, "level", T.plusSeconds(60L * minute), value, "%");
  }
}
