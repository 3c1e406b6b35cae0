package city.nhip.scenarios;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** What must never be. */
@AnalyzeClasses(packages = "city.nhip", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  private static final String ENGINE = "city.nhip.engine..";
  private static final String RULES = "city.nhip.rules..";
  private static final String CONNECTORS = "city.nhip.connectors..";
  private static final String SCENARIOS = "city.nhip.scenarios..";

  @ArchTest
  static final ArchRule the_engine_never_looks_up =
      noClasses()
          .that()
          .resideInAPackage(ENGINE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(RULES, CONNECTORS, SCENARIOS)
          .because("an import never goes up a storey: the engine must run without rules or routes");

  @ArchTest
  static final ArchRule rules_never_look_up =
      noClasses()
          .that()
          .resideInAPackage(RULES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CONNECTORS, SCENARIOS)
          .because("an import never goes up a storey: rules do not know where readings come from");

  @ArchTest
  static final ArchRule connectors_never_look_up =
      noClasses()
          .that()
          .resideInAPackage(CONNECTORS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SCENARIOS)
          .because("an import never goes up a storey: connectors serve any city");

  @ArchTest
  static final ArchRule a_city_is_made_of_the_jdk_alone =
      noClasses()
          .that()
          .resideInAPackage("city.nhip.engine.city")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("java..", "org.jspecify..", "city.nhip.engine.city")
          .because("a city's words outlive every framework");

  @ArchTest
  static final ArchRule readings_and_the_planning_spi_know_no_framework =
      noClasses()
          .that()
          .resideInAnyPackage("city.nhip.engine.reading", "city.nhip.engine.planning")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "java..",
              "org.jspecify..",
              "city.nhip.engine.city",
              "city.nhip.engine.reading",
              "city.nhip.engine.planning")
          .because("whoever adds a domain learns one SPI, not our frameworks");

  @ArchTest
  static final ArchRule optaplanner_stays_with_planning =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "city.nhip.engine.planning..",
              "city.nhip.engine.job..",
              "city.nhip.scenarios.benchmark..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.optaplanner..")
          .because("the solver is a choice of the planning rooms");

  @ArchTest
  static final ArchRule drools_stays_in_rules =
      noClasses()
          .that()
          .resideOutsideOfPackage(RULES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.drools..", "org.kie..")
          .because("the rule engine is a choice of the rules module");

  @ArchTest
  static final ArchRule camel_stays_in_connectors =
      noClasses()
          .that()
          .resideOutsideOfPackages(CONNECTORS, SCENARIOS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.camel..")
          .because("routes are a choice of the connectors module");

  @ArchTest
  static final ArchRule planning_domains_are_strangers =
      slices()
          .matching("city.nhip.engine.planning.(lighting|waste|signals)..")
          .should()
          .notDependOnEachOther()
          .because("what couples two domains is a reading or a schedule, like all else");

  @ArchTest
  static final ArchRule safety_is_independent =
      noClasses()
          .that()
          .resideInAPackage("city.nhip.engine.safety..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "city.nhip.engine.planning..",
              "city.nhip.engine.job..",
              RULES,
              CONNECTORS,
              "org.optaplanner..",
              "org.drools..",
              "org.kie..",
              "org.apache.camel..")
          .because("a check that shares the solver's code shares its mistakes");

  @ArchTest
  static final ArchRule job_review_and_publication_meet_only_in_schedule =
      slices()
          .matching("city.nhip.engine.(job|review|publication)..")
          .should()
          .notDependOnEachOther()
          .because("they share the schedule and nothing else");

  @ArchTest
  static final ArchRule connectors_enter_rules_by_the_intake =
      noClasses()
          .that()
          .resideInAPackage(CONNECTORS)
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage(RULES)
                  .and(JavaClass.Predicates.resideOutsideOfPackage("city.nhip.rules.intake..")))
          .because("there is one door for readings");

  @ArchTest
  static final ArchRule names_say_a_role =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Base|DTO|Dto)")
          .because("a name tells a role or a technology");

  @ArchTest
  static final ArchRule no_field_injection =
      noFields()
          .should()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
          .orShould()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
          .orShould()
          .beAnnotatedWith("jakarta.inject.Inject")
          .because("what a class needs stands in its constructor");

  @ArchTest
  static final ArchRule only_the_command_line_prints =
      noClasses()
          .that()
          .resideOutsideOfPackage("city.nhip.scenarios.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("everything else logs");

  @ArchTest
  static final ArchRule time_is_a_clock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("a Clock is injected: a replayed day runs at any speed");

  @ArchTest
  static final ArchRule no_cycles =
      slices()
          .matching("city.nhip.(*).(*)..")
          .should()
          .beFreeOfCycles()
          .because("one staircase, imports go down only");
}
