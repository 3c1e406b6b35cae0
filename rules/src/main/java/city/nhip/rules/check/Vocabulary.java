package city.nhip.rules.check;

import city.nhip.rules.grammar.Durations;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The facts that rules may look at, found on the class path: records that are events. */
public final class Vocabulary {
  private static final String ROOT = "city.nhip.rules.";
  private static final String SESSION = ROOT + "session.";

  /** What else a rule file may import. */
  static final Set<String> WORDS = Set.of(SESSION + "Ask", SESSION + "Infer", "java.util.List");

  private static final Map<String, FactType> KNOWN = find();

  private Vocabulary() {}

  /**
   * A fact.
   *
   * @param fields {@code text}, {@code number} or {@code whole} by name, in order
   * @param expiresMillis how long it is remembered; empty when it is no event
   */
  public record FactType(
      String className, Map<String, String> fields, boolean event, OptionalLong expiresMillis) {
    public String name() {
      return className.substring(className.lastIndexOf('.') + 1);
    }
  }

  /** All facts by simple name, sorted. */
  public static Collection<FactType> all() {
    return KNOWN.values();
  }

  static Optional<FactType> find(String name) {
    return Optional.ofNullable(KNOWN.get(name));
  }

  static boolean mayImport(String type) {
    return WORDS.contains(type)
        || KNOWN.values().stream().anyMatch(fact -> fact.className().equals(type));
  }

  private static Map<String, FactType> find() {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(Role.class));
    Map<String, FactType> found = new TreeMap<>();
    scan.findCandidateComponents("city.nhip.rules").stream()
        .map(one -> String.valueOf(one.getBeanClassName()))
        .filter(name -> !name.equals(SESSION + "Ask"))
        .forEach(name -> add(found, name));
    for (String state : List.of("Situation", "Threshold")) {
      add(found, SESSION + state);
    }
    return Collections.unmodifiableMap(found);
  }

  private static void add(Map<String, FactType> found, String className) {
    Class<?> type = ClassUtils.resolveClassName(className, Vocabulary.class.getClassLoader());
    if (!type.isRecord()) {
      return;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (RecordComponent one : type.getRecordComponents()) {
      fields.put(one.getName(), kind(one.getType()));
    }
    Expires expires = type.getAnnotation(Expires.class);
    found.put(
        type.getSimpleName(),
        new FactType(
            className,
            fields,
            type.isAnnotationPresent(Role.class),
            expires == null
                ? OptionalLong.empty()
                : OptionalLong.of(Durations.millis(expires.value()))));
  }

  private static String kind(Class<?> type) {
    if (type == String.class) {
      return "text";
    }
    return type == int.class || type == long.class ? "whole" : "number";
  }
}
