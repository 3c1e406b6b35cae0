package city.nhip.rules.trial;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.rulebook.RulePackages;
import city.nhip.rules.session.FactMakers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every built-in package keeps what the tests beside it say. */
class BuiltInRulesTest {
  @TestFactory
  Stream<DynamicContainer> every_built_in_package_passes_its_tests() {
    return RulePackages.builtIn().values().stream()
        .map(one -> DynamicContainer.dynamicContainer(one.name(), tests(one)));
  }

  private static List<DynamicTest> tests(RulePackage one) {
    RuleTests tests = new RuleTests(one, FactMakers.discover());
    List<DynamicTest> dynamic = new ArrayList<>();
    for (RuleTest test : RuleTests.read(one.tests())) {
      dynamic.add(
          DynamicTest.dynamicTest(
              test.name(), () -> assertThat(tests.run(test).failures()).isEmpty()));
    }
    dynamic.add(
        DynamicTest.dynamicTest(
            "at least 90 % of its conditions are seen to hold and to fail",
            () ->
                assertThat(tests.conditions().uncovered())
                    .hasSizeLessThan(1 + tests.conditions().size() / 10)));
    return dynamic;
  }
}
