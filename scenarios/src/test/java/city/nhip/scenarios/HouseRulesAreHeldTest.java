package city.nhip.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule of the house reports a class that breaks it: a rule that cannot fail guards nothing.
 */
class HouseRulesAreHeldTest {
  /** By rule, the classes that break it: what the first one does is forbidden. */
  private static final Map<String, List<String>> BROKEN =
      Map.ofEntries(
          Map.entry(
              "the_engine_never_looks_up", uses("city.nhip.engine.job", "city.nhip.rules.intake")),
          Map.entry(
              "rules_never_look_up", uses("city.nhip.rules.session", "city.nhip.connectors.codec")),
          Map.entry(
              "connectors_never_look_up",
              uses("city.nhip.connectors.codec", "city.nhip.scenarios.replay")),
          Map.entry(
              "a_city_is_made_of_the_jdk_alone",
              List.of("package city.nhip.engine.city; class A { org.slf4j.Logger log; }")),
          Map.entry(
              "readings_and_the_planning_spi_know_no_framework",
              List.of("package city.nhip.engine.reading; class A { org.slf4j.Logger log; }")),
          Map.entry(
              "optaplanner_stays_with_planning",
              List.of(
                  "package city.nhip.engine.web;"
                      + " class A { org.optaplanner.core.api.solver.Solver<?> solver; }")),
          Map.entry(
              "drools_stays_in_rules",
              List.of(
                  "package city.nhip.engine.web;"
                      + " class A { org.kie.api.runtime.KieSession session; }")),
          Map.entry(
              "camel_stays_in_connectors",
              List.of("package city.nhip.rules.intake; class A { org.apache.camel.Exchange it; }")),
          Map.entry(
              "planning_domains_are_strangers",
              uses("city.nhip.engine.planning.lighting", "city.nhip.engine.planning.waste")),
          Map.entry(
              "safety_is_independent",
              uses("city.nhip.engine.safety", "city.nhip.engine.planning.signals")),
          Map.entry(
              "job_review_and_publication_meet_only_in_schedule",
              uses("city.nhip.engine.job", "city.nhip.engine.review")),
          Map.entry(
              "connectors_enter_rules_by_the_intake",
              uses("city.nhip.connectors.inbound", "city.nhip.rules.session")),
          Map.entry(
              "names_say_a_role", List.of("package city.nhip.engine.web; class PageHelper {}")),
          Map.entry(
              "no_field_injection",
              List.of(
                  "package city.nhip.engine.web; class A {"
                      + " @org.springframework.beans.factory.annotation.Autowired String it; }")),
          Map.entry(
              "only_the_command_line_prints",
              List.of(
                  "package city.nhip.engine.web; class A { void a() { System.out.println(); } }")),
          Map.entry(
              "time_is_a_clock",
              List.of(
                  "package city.nhip.engine.web;"
                      + " class A { Object a() { return java.time.Instant.now(); } }")),
          Map.entry(
              "no_cycles",
              List.of(
                  "package city.nhip.engine.job; public class A {"
                      + " city.nhip.engine.schedule.B b; }",
                  "package city.nhip.engine.schedule; public class B {"
                      + " city.nhip.engine.job.A a; }")));

  @TempDir Path folder;

  private static List<String> uses(String user, String used) {
    return List.of(
        "package %s; class A { %s.B b; }".formatted(user, used),
        "package %s; public class B {}".formatted(used));
  }

  static Stream<String> rules() {
    return Arrays.stream(HouseRulesTest.class.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(ArchTest.class))
        .map(java.lang.reflect.Field::getName);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_reports_who_breaks_it(String rule) throws Exception {
    assertThat(BROKEN).as("Add classes that break %s", rule).containsKey(rule);
    compile(Objects.requireNonNull(BROKEN.get(rule)));

    ArchRule held = (ArchRule) HouseRulesTest.class.getDeclaredField(rule).get(null);

    assertThat(held.evaluate(new ClassFileImporter().importPath(folder)).hasViolation()).isTrue();
  }

  private void compile(List<String> sources) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String source : sources) {
      String name = source.replaceFirst("(?s).*?class (\\w+).*", "$1");
      Path file =
          Files.createDirectories(folder.resolve("" + files.size())).resolve(name + ".java");
      files.add(Files.writeString(file, source));
    }
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    StringWriter problems = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  problems,
                  manager,
                  null,
                  List.of(
                      "-proc:none",
                      "-d",
                      folder.toString(),
                      "-cp",
                      System.getProperty("java.class.path")),
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(compiled).as(problems.toString()).isTrue();
    }
  }
}
