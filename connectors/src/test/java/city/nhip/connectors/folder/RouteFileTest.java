package city.nhip.connectors.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.engine.files.BadFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteFileTest {
  private static RouteFile parse(String from, String step) {
    return RouteFile.parse(
        Path.of("route.camel.yaml"),
        "mine",
        """
        - route:
            id: mine
            from:
              uri: "%s"
              steps:
                - %s
                - to: "direct:message"
        """
            .formatted(from, step));
  }

  @Test
  void a_route_from_a_known_source_is_taken() {
    assertThat(parse("file:in", "convertBodyTo: {type: java.lang.String}").routeIds())
        .containsExactly("mine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exec:rm?args=-rf        | stop: {}                                        | exec:rm
          file:in                 | to: "exec:sh"                                   | exec:sh
          file:in                 | to: "bean:clock"                                | bean:clock
          file:in                 | to: "direct:publish-schedule"                   | direct:publish-schedule
          file:in                 | to: "direct:readings"                           | direct:readings
          file:in                 | setBody: {groovy: "1"}                          | groovy
          file:in                 | setBody: {expression: {groovy: "1"}}            | groovy
          file:in                 | setBody: {simple: "${bean:clock.instant}"}      | bean
          file:in                 | setBody: {simple: "${type:java.lang.Runtime}"}  | type
          file:in                 | setBody: {simple: "${sysenv.HOME}"}             | sysenv
          file:in                 | process: {ref: clock}                           | process
          file:in                 | bean: {ref: clock}                              | bean
          mqtt:a?password=x | stop: {}                                              | password
          jdbc:nhip               | stop: {}                                        | jdbc:nhip
          """)
  void what_reaches_into_the_server_is_refused_with_its_line(
      String from, String step, String named) {
    assertThatThrownBy(() -> parse(from, step))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("route.camel.yaml, line ")
        .hasMessageContaining(named);
  }

  @Test
  void a_route_that_hands_nothing_over_is_refused() {
    assertThatThrownBy(
            () ->
                RouteFile.parse(
                    Path.of("r"), "mine", "- route: {id: mine, from: {uri: 'file:x', steps: []}}"))
        .hasMessageContaining("hands nothing over");
  }

  @Test
  void a_foreign_route_id_is_refused() {
    assertThatThrownBy(
            () ->
                RouteFile.parse(
                    Path.of("r"),
                    "mine",
                    "- route: {id: readings, from: {uri: 'file:x', steps: [{to: 'direct:message'}]}}"))
        .hasMessageContaining("route id readings is not mine");
  }

  @Test
  void broken_yaml_is_refused_with_its_line() {
    assertThatThrownBy(() -> RouteFile.parse(Path.of("r"), "mine", "- route:\n   id: [mine\n"))
        .hasMessageContaining("line 3");
  }
}
