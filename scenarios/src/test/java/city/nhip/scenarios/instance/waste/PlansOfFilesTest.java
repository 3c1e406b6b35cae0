package city.nhip.scenarios.instance.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Checks the routes that {@code nhip bench waste --data DIR --out PLANS} wrote: {@code
 * -Dnhip.data=DIR -Dnhip.plans=PLANS}.
 */
@EnabledIfSystemProperty(named = "nhip.plans", matches = ".+")
class PlansOfFilesTest {
  @Test
  void every_plan_of_a_bench_passes_the_independent_check() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Path.of(System.getProperty("nhip.data")), 2)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    int checked = 0;
    for (Path file : files) {
      Path plan = Path.of(System.getProperty("nhip.plans"), file.getFileName() + ".sol");
      if (Files.exists(plan)) {
        assertThat(check(file, plan).wrongs).as(file.toString()).isEmpty();
        checked++;
      }
    }
    assertThat(checked).isPositive();
  }

  private static RouteChecker check(Path file, Path plan) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (file.toString().endsWith(".vrp")) {
      return RouteChecker.vrplib(file, plan);
    }
    return lines.stream().anyMatch(line -> line.strip().equals("CUSTOMER"))
        ? RouteChecker.solomon(file, plan)
        : RouteChecker.kim(file, plan);
  }
}
