package city.nhip.connectors.folder;

import city.nhip.engine.files.BadFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * {@code route.camel.yaml}: routes in Camel's YAML, each with an id of the connector's own, from
 * sources that a city may listen to, to {@code direct:message}. A route is code on the server: what
 * it may use is listed here, and everything else is refused.
 *
 * @param text as written
 * @param routeIds in the order of the file, at least one
 */
public record RouteFile(String text, List<String> routeIds) {
  static final String NAME = "route.camel.yaml";

  /** Where the routes hand a message over. */
  public static final String DOOR = "direct:message";

  private static final Set<String> SCHEMES =
      Set.of("file", "mqtt", "kafka", "http", "https", "timer", "direct");
  private static final Set<String> STEPS =
      Set.of(
          "to",
          "toD",
          "setHeader",
          "removeHeaders",
          "removeHeader",
          "setBody",
          "split",
          "threads",
          "convertBodyTo",
          "filter",
          "choice",
          "log",
          "delay",
          "throttle",
          "steps",
          "when",
          "otherwise",
          "doTry",
          "doCatch",
          "setProperty",
          "stop");
  private static final Set<String> LANGUAGES = Set.of("simple", "constant", "header", "tokenize");
  private static final Pattern DANGEROUS =
      Pattern.compile("\\$\\{\\s*(bean|type|ref|sysenv|sys|env|camelContext|exchange)\\b");
  private static final Pattern SECRET =
      Pattern.compile("(?i)(password|secret|token|apikey|saslJaasConfig)");

  public RouteFile {
    routeIds = List.copyOf(routeIds);
  }

  /**
   * @param connector the folder's name, with which every route's id begins
   * @throws BadFile with line, what is wrong and the remedy
   */
  static RouteFile parse(Path file, String connector, String text) {
    Object tree;
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      tree = new Yaml(new SafeConstructor(options)).load(text);
    } catch (MarkedYAMLException e) {
      String line = e.getProblemMark() == null ? "" : "line " + (e.getProblemMark().getLine() + 1);
      throw new BadFile(file, line, e.getProblem() + ".");
    } catch (YAMLException e) {
      throw new BadFile(file, "", String.valueOf(e.getMessage()));
    }
    if (!(tree instanceof List<?> items) || items.isEmpty()) {
      throw new BadFile(file, "", "write a list of routes: - route: {id, from: {uri, steps}}.");
    }
    RouteReader reader = new RouteReader(file, text);
    List<String> ids = new ArrayList<>();
    for (Object item : items) {
      ids.add(reader.route(item, connector));
    }
    return new RouteFile(text, ids);
  }

  /** The addresses that the routes listen to, in the order of the file. */
  public List<String> sources() {
    List<String> sources = new ArrayList<>();
    for (Map<String, Map<String, Object>> item : items()) {
      Map<?, ?> from = (Map<?, ?>) Objects.requireNonNull(item.get("route")).get("from");
      sources.add(String.valueOf(Objects.requireNonNull(from).get("uri")));
    }
    return sources;
  }

  private List<Map<String, Map<String, Object>>> items() {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  /**
   * The same routes fed by {@code <prefix>0}, {@code <prefix>1} and so on, in place of their
   * sources and of what they ask over HTTP: to send samples through them.
   */
  public String fedBy(String prefix) {
    List<Map<String, Map<String, Object>>> items = items();
    for (int index = 0; index < items.size(); index++) {
      @SuppressWarnings("unchecked")
      Map<String, Object> from =
          (Map<String, Object>) Objects.requireNonNull(items.get(index).get("route")).get("from");
      Objects.requireNonNull(from).put("uri", prefix + index);
      from.remove("parameters");
      if (from.get("steps") instanceof List<?> steps) {
        from.put("steps", steps.stream().filter(it -> !asks(it)).toList());
      }
    }
    return new Yaml().dump(items);
  }

  private static boolean asks(@Nullable Object step) {
    return step instanceof Map<?, ?> one
        && one.get("to") instanceof Map<?, ?> endpoint
        && String.valueOf(endpoint.get("uri")).startsWith("http");
  }

  /** Walks one file's tree and refuses what a connector must not do. */
  private record RouteReader(Path file, String text) {
    String route(Object item, String connector) {
      if (!(item instanceof Map<?, ?> entry)
          || !(entry.get("route") instanceof Map<?, ?> route)
          || entry.size() != 1) {
        throw wrong("route", "each entry is one 'route:'. Move everything else into a connector.");
      }
      String id = String.valueOf(route.get("id"));
      if (!id.equals(connector) && !id.startsWith(connector + "-")) {
        throw wrong(
            "id", "route id %s is not %s or %s-... Rename it.".formatted(id, connector, connector));
      }
      if (!(route.get("from") instanceof Map<?, ?> from)) {
        throw wrong("from", "route %s has no 'from:' with uri and steps. Write it.".formatted(id));
      }
      endpoint(from);
      if (!(from.get("steps") instanceof List<?> steps)) {
        throw wrong("steps", "route %s has no steps. End them with to: %s.".formatted(id, DOOR));
      }
      if (!steps.toString().contains(DOOR)) {
        throw wrong("steps", "route %s hands nothing over. Add - to: %s.".formatted(id, DOOR));
      }
      steps(steps);
      return id;
    }

    private void steps(List<?> steps) {
      for (Object step : steps) {
        if (!(step instanceof Map<?, ?> one)) {
          throw wrong("steps", "a step is one word with its settings, not " + step + ".");
        }
        for (Map.Entry<?, ?> entry : one.entrySet()) {
          String verb = String.valueOf(entry.getKey());
          if (!STEPS.contains(verb)) {
            throw wrong(verb, "step '%s' is not allowed. Allowed are %s.".formatted(verb, STEPS));
          }
          if (verb.equals("to") || verb.equals("toD")) {
            endpoint(
                entry.getValue() instanceof Map<?, ?> map ? map : Map.of("uri", entry.getValue()));
          } else {
            settings(verb, entry.getValue());
          }
        }
      }
    }

    private void settings(String verb, @Nullable Object value) {
      if (value instanceof Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          String key = String.valueOf(entry.getKey());
          if (key.equals("steps") && entry.getValue() instanceof List<?> inner) {
            steps(inner);
          } else if (key.equals("expression") && entry.getValue() instanceof Map<?, ?> expression) {
            for (Object language : expression.keySet()) {
              if (!LANGUAGES.contains(String.valueOf(language))) {
                throw wrong(
                    String.valueOf(language),
                    "language '%s' is not allowed. Use one of %s.".formatted(language, LANGUAGES));
              }
            }
            settings(verb, expression);
          } else if (Set.of("groovy", "java", "method", "mvel", "ognl", "spel", "js", "joor", "jq")
              .contains(key)) {
            throw wrong(
                key, "language '%s' is not allowed. Use one of %s.".formatted(key, LANGUAGES));
          } else {
            settings(verb, entry.getValue());
          }
        }
      } else if (value instanceof List<?> many) {
        many.forEach(one -> settings(verb, one));
      } else if (value instanceof String words && DANGEROUS.matcher(words).find()) {
        throw wrong(
            words, "'%s' reaches into the server. Use headers and the body only.".formatted(words));
      }
    }

    private void endpoint(Map<?, ?> endpoint) {
      String uri = String.valueOf(endpoint.get("uri"));
      String scheme = uri.replaceFirst(":.*", "");
      if (!SCHEMES.contains(scheme)) {
        throw wrong(
            uri,
            "'%s' is not a source that a connector may use. Use one of %s."
                .formatted(uri, SCHEMES));
      }
      if (scheme.equals("direct") && !Set.of(DOOR, "direct:csv-file").contains(uri)) {
        throw wrong(uri, "'%s' is not open to connectors. Use %s.".formatted(uri, DOOR));
      }
      Matcher inUri = Pattern.compile("[?&]([^=&]+)=([^&]*)").matcher(uri);
      while (inUri.find()) {
        secret(inUri.group(1), inUri.group(2));
      }
      if (endpoint.get("parameters") instanceof Map<?, ?> parameters) {
        parameters.forEach((key, value) -> secret(String.valueOf(key), String.valueOf(value)));
        settings("parameters", parameters);
      }
      settings("uri", uri);
    }

    private void secret(String key, String value) {
      if (SECRET.matcher(key).find() && !value.contains("{{")) {
        throw wrong(
            key,
            "'%s' stands in the file. Refer to it: {{env:NAME}} or {{nhip.secrets.name}}."
                .formatted(key));
      }
    }

    private BadFile wrong(String near, String problem) {
      int at = text.indexOf(near);
      String line =
          at < 0
              ? ""
              : "line " + (text.substring(0, at).chars().filter(c -> c == '\n').count() + 1);
      return new BadFile(file, line, problem);
    }
  }
}
