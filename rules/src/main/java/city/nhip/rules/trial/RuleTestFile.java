package city.nhip.rules.trial;

import city.nhip.engine.city.Device;
import city.nhip.engine.city.Position;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.engine.reading.ReadingKind;
import city.nhip.rules.trial.RuleTest.Expected;
import city.nhip.rules.trial.RuleTest.Given;
import city.nhip.rules.trial.RuleTest.Held;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code tests/*.yaml}: a list of tests, written for people. */
final class RuleTestFile {
  private static final Map<String, ReadingKind> KINDS =
      CommonMeasures.all().stream()
          .collect(Collectors.toMap(ReadingKind::property, Function.identity()));
  private static final Set<String> TEST_KEYS =
      Set.of("test", "zone", "start", "readings", "until", "expect", "facts");
  private static final Set<String> GIVEN_KEYS = Set.of("at", "asset", "limits");
  private static final Pattern SERIES =
      Pattern.compile("(?<from>\\S+?)(\\.\\.(?<to>\\S+) every (?<step>\\S+))?");
  private static final Pattern QUANTITY = Pattern.compile("(-?[0-9.]+) ?(.+)");
  private static final int MOST_READINGS = 100_000;

  private final String file;
  private String test = "";

  private RuleTestFile(String file) {
    this.file = file;
  }

  /**
   * @throws BadTest with the test's name and what is wrong in it
   */
  static List<RuleTest> read(String file, String text) {
    return new RuleTestFile(file).tests(text);
  }

  private List<RuleTest> tests(String text) {
    Object tree;
    try {
      tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    } catch (YAMLException e) {
      throw bad(String.valueOf(e.getMessage()).replace('\n', ' '));
    }
    List<RuleTest> tests = new ArrayList<>();
    for (Object one : list(tree)) {
      tests.add(test(map(one)));
    }
    return tests;
  }

  private RuleTest test(Map<String, Object> tree) {
    test = text(tree, "test");
    only(tree.keySet(), TEST_KEYS);
    String zone = String.valueOf(tree.getOrDefault("zone", "north"));
    List<Given> readings = new ArrayList<>();
    for (Object one : list(tree.getOrDefault("readings", List.of()))) {
      readings.addAll(given(map(one), zone));
    }
    readings.sort(Comparator.comparing(Given::at));
    Duration last = readings.isEmpty() ? Duration.ZERO : readings.get(readings.size() - 1).at();
    Duration until = tree.containsKey("until") ? duration(text(tree, "until")) : last;
    List<Expected> expected = new ArrayList<>();
    Object wanted = tree.get("expect");
    if (wanted == null) {
      throw bad("expect is missing. List the rules that ask, or write: expect: none");
    }
    if (!"none".equals(wanted)) {
      list(wanted).forEach(one -> expected.add(expected(map(one))));
    }
    List<Held> facts = new ArrayList<>();
    list(tree.getOrDefault("facts", List.of())).forEach(one -> facts.add(held(map(one))));
    return new RuleTest(file, test, zone, start(tree), readings, until, expected, facts);
  }

  private LocalDateTime start(Map<String, Object> tree) {
    try {
      return LocalDateTime.parse(text(tree, "start").replace(' ', 'T'));
    } catch (DateTimeException e) {
      throw bad("start is no local time. Write it in quotes: \"2026-03-02 17:00\"");
    }
  }

  private List<Given> given(Map<String, Object> tree, String zone) {
    List<Given> readings = new ArrayList<>();
    Map<String, Double> limits = new HashMap<>();
    map(tree.getOrDefault("limits", Map.of()))
        .forEach((name, value) -> limits.put(name, Double.valueOf(String.valueOf(value))));
    Object assets = tree.getOrDefault("asset", zone);
    for (Object asset : assets instanceof List<?> many ? many : List.of(assets)) {
      for (Map.Entry<String, Object> one : tree.entrySet()) {
        if (!GIVEN_KEYS.contains(one.getKey())) {
          ReadingKind kind = kind(one.getKey());
          double value = value(kind, String.valueOf(one.getValue()));
          Device device =
              new Device(
                  asset + "." + kind.property(),
                  zone,
                  "sensor",
                  String.valueOf(asset),
                  new Position(11.05, 106.68),
                  limits);
          times(text(tree, "at"))
              .forEach(
                  at -> readings.add(new Given(at, device, kind.property(), value, kind.unit())));
        }
      }
    }
    return readings;
  }

  private ReadingKind kind(String property) {
    ReadingKind kind = KINDS.get(property);
    if (kind == null) {
      throw bad(
          "%s is no property. Known are %s.".formatted(property, new TreeSet<>(KINDS.keySet())));
    }
    return kind;
  }

  private double value(ReadingKind kind, String text) {
    Matcher quantity = QUANTITY.matcher(text);
    if (!quantity.matches() || !quantity.group(2).equals(kind.unit())) {
      throw bad(
          "%s: %s has no value in %s. Write for example: %s: 1 %s"
              .formatted(kind.property(), text, kind.unit(), kind.property(), kind.unit()));
    }
    return Double.parseDouble(quantity.group(1));
  }

  private List<Duration> times(String text) {
    Matcher series = SERIES.matcher(text);
    if (!series.matches()) {
      throw bad("at: %s is no time. Write 5m, or 0m..20m every 5m".formatted(text));
    }
    Duration from = duration(series.group("from"));
    if (series.group("to") == null) {
      return List.of(from);
    }
    List<Duration> times = new ArrayList<>();
    Duration step = duration(series.group("step"));
    Duration to = duration(series.group("to"));
    if (step.isZero()) {
      throw bad("at: %s never ends. Give a step above 0".formatted(text));
    }
    for (Duration at = from; at.compareTo(to) <= 0; at = at.plus(step)) {
      times.add(at);
      if (times.size() > MOST_READINGS) {
        throw bad("at: %s makes too many readings. Give a longer step".formatted(text));
      }
    }
    return times;
  }

  private Expected expected(Map<String, Object> tree) {
    only(tree.keySet(), Set.of("rule", "at", "times", "severity", "readings", "findings"));
    Optional<List<String>> findings =
        Optional.ofNullable(tree.get("findings"))
            .map(this::list)
            .map(all -> all.stream().map(String::valueOf).toList());
    return new Expected(
        text(tree, "rule"),
        duration(text(tree, "at")),
        Integer.parseInt(String.valueOf(tree.getOrDefault("times", 1))),
        count(tree, "severity"),
        count(tree, "readings"),
        findings);
  }

  private OptionalInt count(Map<String, Object> tree, String key) {
    return tree.containsKey(key)
        ? OptionalInt.of(Integer.parseInt(text(tree, key)))
        : OptionalInt.empty();
  }

  private Held held(Map<String, Object> tree) {
    only(tree.keySet(), Set.of("at", "holds", "absent"));
    boolean holds = tree.containsKey("holds");
    return new Held(duration(text(tree, "at")), text(tree, holds ? "holds" : "absent"), holds);
  }

  private Duration duration(String text) {
    try {
      return Duration.parse("PT" + text);
    } catch (DateTimeException e) {
      throw bad("%s is no duration. Write 90s, 5m or 2h30m".formatted(text));
    }
  }

  private String text(Map<String, Object> tree, String key) {
    Object value = tree.get(key);
    if (value == null) {
      throw bad(key + " is missing. Write it.");
    }
    return String.valueOf(value);
  }

  private List<?> list(@Nullable Object tree) {
    if (tree instanceof List<?> list) {
      return list;
    }
    throw bad("a list is missing here: " + tree + ". Begin each entry with a dash.");
  }

  private Map<String, Object> map(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .collect(Collectors.toMap(one -> String.valueOf(one.getKey()), Map.Entry::getValue));
    }
    throw bad("names and values are missing here: " + tree);
  }

  private void only(Set<String> keys, Set<String> known) {
    for (String key : keys) {
      if (!known.contains(key)) {
        throw bad("%s is unknown. Known are %s.".formatted(key, new TreeSet<>(known)));
      }
    }
  }

  private BadTest bad(String problem) {
    return new BadTest(file, test, problem);
  }
}
