package city.nhip.rules.life;

import city.nhip.engine.city.Localized;
import city.nhip.engine.web.Stale;
import city.nhip.engine.web.Tagged;
import city.nhip.rules.check.Vocabulary;
import city.nhip.rules.replay.ReplayReport;
import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.session.FactMaker;
import city.nhip.rules.session.ZoneSessions;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a rule engineer sees and does. */
@RestController
@RequestMapping("/api/rules")
class RuleController {
  private static final int LONGEST_FILES = 1_000_000;

  private final RuleVersions versions;
  private final RuleLife life;
  private final Rehearsals rehearsals;
  private final FolderWatch folder;
  private final ZoneSessions sessions;
  private final List<FactMaker> makers;

  RuleController(
      RuleVersions versions,
      RuleLife life,
      Rehearsals rehearsals,
      FolderWatch folder,
      ZoneSessions sessions,
      List<FactMaker> makers) {
    this.versions = versions;
    this.life = life;
    this.rehearsals = rehearsals;
    this.folder = folder;
    this.sessions = sessions;
    this.makers = makers;
  }

  /** A version without its files. */
  record Line(
      long id,
      String name,
      String version,
      RuleStatus status,
      String domain,
      Localized owner,
      Localized description,
      String author,
      String reason,
      Instant createdAt,
      Optional<Instant> activeSince) {
    static Line of(RuleVersion one) {
      return new Line(
          one.id(),
          one.rules().name(),
          one.rules().version(),
          one.status(),
          one.rules().domain(),
          one.rules().owner(),
          one.rules().description(),
          one.author(),
          one.reason(),
          one.createdAt(),
          one.activeSince());
    }
  }

  /**
   * A version in full.
   *
   * @param active the files of the package's active version, to compare with
   */
  record View(
      Line line,
      Map<String, String> files,
      Map<String, String> active,
      List<RuleVersions.Step> steps,
      List<RuleVersions.ShadowAsk> shadowAsks)
      implements Tagged {
    @Override
    public String tag() {
      return line.id() + "-" + steps.size();
    }
  }

  /** A package: which of its versions serves, and which did before. */
  record Package(String name, Optional<Line> active, List<Line> versions) implements Tagged {
    @Override
    public String tag() {
      return active.map(line -> String.valueOf(line.id())).orElse("none");
    }
  }

  /** Files that somebody writes. */
  record Written(String name, Map<String, String> files, Optional<String> reason) {
    /** What a body leaves out is empty, and refused as such. */
    Written {
      name = Objects.requireNonNullElse(name, "");
      files = Objects.requireNonNullElse(files, Map.of());
    }

    RulePackage rules() {
      if (files.values().stream().mapToLong(String::length).sum() > LONGEST_FILES) {
        throw new IllegalArgumentException(
            "The files are longer than %,d characters.".formatted(LONGEST_FILES));
      }
      if (!name.matches("[a-z][a-z0-9]{0,39}")) {
        throw new IllegalArgumentException("A package's name is of the form a-z, 0-9.");
      }
      for (String file : files.keySet()) {
        if (!file.matches("(tests/)?[a-z0-9-]+\\.(drl|drl\\.csv|yaml)")) {
          throw new IllegalArgumentException(
              "%s is no file of a package. Write *.drl, *.drl.csv or tests/*.yaml."
                  .formatted(file));
        }
      }
      return RulePackage.of(name, files);
    }
  }

  /** Why somebody takes a step. */
  record Word(Optional<String> reason) {
    String said() {
      return reason.orElse("");
    }
  }

  @GetMapping
  Map<String, Object> all() {
    return Map.of(
        "versions", versions.list().stream().map(Line::of).toList(),
        "serving", sessions.versions(),
        "refused", folder.refused());
  }

  /** By a serving rule's name: its name in Vietnamese. */
  @GetMapping("/names")
  Map<String, String> names() {
    return sessions.ready() ? sessions.rulebook().vietnameseNames() : Map.of();
  }

  @GetMapping("/versions/{id}")
  View get(@PathVariable long id) {
    RuleVersion one = versions.get(id);
    return new View(
        Line.of(one),
        one.rules().files(),
        versions
            .findActive(one.rules().name())
            .map(active -> active.rules().files())
            .orElse(Map.of()),
        versions.steps(id),
        versions.shadowAsks(id));
  }

  /** Checks and tests what an editor holds, and keeps nothing. */
  @PostMapping("/trial")
  CheckResult trial(@RequestBody Written written) {
    return CheckResult.of(written.rules(), makers);
  }

  @PostMapping("/versions")
  View draft(@RequestBody Written written, Principal who) {
    return get(life.draft(written.rules(), who.getName(), written.reason().orElse("")).id());
  }

  @PostMapping("/versions/{id}/check")
  Map<String, Object> check(
      @PathVariable long id, @RequestHeader("If-Match") Optional<String> match, Principal who) {
    Stale.check(match, get(id).tag());
    CheckResult result = life.check(id, who.getName());
    return Map.of("result", result, "status", versions.get(id).status());
  }

  @PostMapping("/versions/{id}/shadow")
  View shadow(
      @PathVariable long id,
      @RequestBody Word word,
      @RequestHeader("If-Match") Optional<String> match,
      Principal who)
      throws InterruptedException {
    Stale.check(match, get(id).tag());
    life.shadow(id, who.getName(), word.said());
    return get(id);
  }

  @PostMapping("/versions/{id}/unshadow")
  View unshadow(
      @PathVariable long id,
      @RequestBody Word word,
      @RequestHeader("If-Match") Optional<String> match,
      Principal who) {
    Stale.check(match, get(id).tag());
    life.unshadow(id, who.getName(), word.said());
    return get(id);
  }

  @PostMapping("/versions/{id}/activation")
  Map<String, Object> activate(
      @PathVariable long id,
      @RequestBody Word word,
      @RequestHeader("If-Match") Optional<String> match,
      Principal who)
      throws InterruptedException {
    Stale.check(match, get(id).tag());
    long pause = life.activate(id, who.getName(), word.said()).toMillis();
    return Map.of("pauseMillis", pause, "version", get(id));
  }

  @PostMapping("/versions/{id}/replay")
  ReplayReport replay(@PathVariable long id, @RequestBody Rehearsals.Span span) {
    return rehearsals.replay(versions.get(id), span);
  }

  /**
   * What stands in the way of a package's rules.
   *
   * @param at the moment that is looked at; now where absent
   */
  @GetMapping("/why-not")
  List<Rehearsals.Answer> whyNot(
      @RequestParam String zone, @RequestParam String name, @RequestParam Optional<Instant> at) {
    return rehearsals.whyNot(zone, name, at);
  }

  /** The facts that rules may look at. */
  @GetMapping("/vocabulary")
  List<Vocabulary.FactType> vocabulary() {
    return List.copyOf(Vocabulary.all());
  }

  @GetMapping("/packages/{name}")
  Package ofName(@PathVariable String name) {
    List<Line> all =
        versions.list().stream()
            .filter(one -> one.rules().name().equals(name))
            .map(Line::of)
            .toList();
    if (all.isEmpty()) {
      throw new NoSuchElementException("There is no rule package " + name + ".");
    }
    return new Package(name, versions.findActive(name).map(Line::of), all);
  }

  @PostMapping("/packages/{name}/rollback")
  Map<String, Object> rollBack(
      @PathVariable String name,
      @RequestBody Word word,
      @RequestHeader("If-Match") Optional<String> match,
      Principal who)
      throws InterruptedException {
    Stale.check(match, ofName(name).tag());
    long pause = life.rollBack(name, who.getName(), word.said()).toMillis();
    return Map.of("pauseMillis", pause, "serving", sessions.versions());
  }
}
