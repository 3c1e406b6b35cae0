package city.nhip.rules.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.rules.session.Asked;
import city.nhip.rules.session.FactMakers;
import city.nhip.rules.session.OneZone;
import city.nhip.rules.session.RuleRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighboursTest {
  private static final Instant EVENING = Instant.parse("2026-03-02T12:00:00Z");
  private static final int CABINETS = 5;

  @Test
  void what_a_package_asks_does_not_depend_on_which_other_packages_are_there() {
    RulePackage lighting = RulePackages.builtIn().get("lighting");
    List<String> alone = asked(List.of(lighting));
    List<String> together = asked(RulePackages.builtIn().values());
    assertThat(alone).hasSizeGreaterThan(10);
    assertThat(together).isEqualTo(alone);
  }

  /** What lighting asks of loads that move about their cap for five hours. */
  private static List<String> asked(Collection<RulePackage> packages) {
    Random random = new Random(7);
    List<String> asked = new ArrayList<>();
    try (RuleRun run =
        new RuleRun(city(), RuleCompiler.compile(packages), FactMakers.discover(), EVENING)) {
      for (int number = 0; number < 60 * CABINETS; number++) {
        Instant at = EVENING.plus(Duration.ofMinutes(number));
        String meter = "meter-" + number % CABINETS;
        double load = 48 + 5 * random.nextDouble();
        run
            .evaluate(
                new JournaledReading(
                    number, "north", at, new Reading("test", meter, "activePower", at, load, "kW")))
            .stream()
            .filter(one -> one.rulePackage().equals("lighting"))
            .map(NeighboursTest::words)
            .forEach(asked::add);
      }
    }
    return asked;
  }

  private static String words(Asked one) {
    return one.request().key() + " " + one.at() + " " + one.request().readingIds();
  }

  private static City city() {
    return OneZone.of(IntStream.range(0, CABINETS).mapToObj(NeighboursTest::meter).toList());
  }

  private static Device meter(int number) {
    return OneZone.device("meter-" + number, "meter", "C" + number, Map.of("capKilowatts", 50.0));
  }
}
