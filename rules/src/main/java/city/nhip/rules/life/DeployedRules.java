package city.nhip.rules.life;

import city.nhip.engine.city.City;
import city.nhip.rules.grammar.Problem;
import city.nhip.rules.rulebook.BadRules;
import city.nhip.rules.rulebook.RuleCompiler;
import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.rulebook.Rulebook;
import city.nhip.rules.session.ActiveRules;
import city.nhip.rules.session.RunawayRule;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What serves when the process starts: the versions that were active, and of packages whose files
 * have a version never seen before, that one.
 */
@Component
class DeployedRules implements ActiveRules {
  private static final Logger LOG = LoggerFactory.getLogger(DeployedRules.class);

  private final City city;
  private final RuleVersions versions;
  private volatile Map<String, RulePackage> read = Map.of();

  DeployedRules(City city, RuleVersions versions) {
    this.city = city;
    this.versions = versions;
  }

  @Override
  public Rulebook load() {
    Map<String, RulePackage> files = RuleCompiler.ofCity(city.folder().resolve("rules"));
    read = Map.copyOf(files);
    files.forEach(this::deploy);
    List<RulePackage> active =
        versions.list(RuleStatus.ACTIVE).stream().map(RuleVersion::rules).toList();
    try {
      return RuleCompiler.compile(active);
    } catch (BadRules broken) {
      LOG.error(
          "The active rules do not compile any more, the files' rules serve: {}",
          broken.getMessage());
      return RuleCompiler.compile(files.values());
    }
  }

  /** What {@link #load} found in files. */
  Map<String, RulePackage> read() {
    return read;
  }

  private void deploy(String name, RulePackage rules) {
    if (versions.find(name, rules.version()).isPresent()) {
      return;
    }
    List<Problem> problems = rules.check();
    Optional<RuleVersion> old = versions.findActive(name);
    RuleVersion added = versions.add(rules, "files", "found at the start");
    if (!problems.isEmpty()) {
      LOG.error("The rules of {} may not run: {}", name, problems);
      return;
    }
    old.ifPresent(one -> versions.move(one, RuleStatus.RETIRED, "files", "newer files"));
    versions.move(added, RuleStatus.ACTIVE, "files", "found at the start");
  }

  @Override
  public Map<String, Instant> since() {
    Map<String, Instant> since = new HashMap<>();
    for (RuleVersion one : versions.list(RuleStatus.ACTIVE)) {
      // The very first version may ask about the past: nobody else did.
      if (versions.findPrevious(one.rules().name()).isPresent()) {
        one.activeSince().ifPresent(at -> since.put(one.rules().name(), at));
      }
    }
    return since;
  }

  @Override
  public void stopped(RunawayRule rule) {
    String name = rule.kiePackage().substring(rule.kiePackage().lastIndexOf('.') + 1);
    versions.findActive(name).ifPresent(one -> versions.note(one, "watchdog", rule.reason()));
  }
}
