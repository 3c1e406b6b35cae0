package city.nhip.rules.life;

import city.nhip.engine.city.City;
import city.nhip.rules.rulebook.BadRules;
import city.nhip.rules.rulebook.RuleCompiler;
import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.session.ZoneSessions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at the city's rules folder. A good change serves at once; a broken one is told, and the
 * rules that served go on.
 */
@Component
class FolderWatch {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

  private final City city;
  private final ZoneSessions sessions;
  private final RuleLife life;
  private final DeployedRules deployed;
  private final Map<String, RulePackage> seen = new HashMap<>();
  private final Map<String, String> refused = new TreeMap<>();

  FolderWatch(City city, ZoneSessions sessions, RuleLife life, DeployedRules deployed) {
    this.city = city;
    this.sessions = sessions;
    this.life = life;
    this.deployed = deployed;
  }

  /** Why a package's present files do not serve, by its name. */
  synchronized Map<String, String> refused() {
    return Map.copyOf(refused);
  }

  /** Compares the files with what was seen last. */
  @Scheduled(fixedDelayString = "${nhip.rules.look-every:2s}")
  void look() throws InterruptedException {
    if (!sessions.ready()) {
      return;
    }
    Map<String, RulePackage> files;
    try {
      files = RuleCompiler.ofCity(city.folder().resolve("rules"));
    } catch (BadRules broken) {
      tell("package.yaml", String.valueOf(broken.getMessage()));
      return;
    }
    if (seen.isEmpty()) {
      seen.putAll(deployed.read());
    }
    for (RulePackage one : files.values()) {
      Optional<RulePackage> before = Optional.ofNullable(seen.put(one.name(), one));
      boolean changed = before.filter(it -> it.version().equals(one.version())).isEmpty();
      if (changed || mended(before, one)) {
        adopt(one);
      }
    }
  }

  /** A refused package may only have lacked a file that was still being copied. */
  private synchronized boolean mended(Optional<RulePackage> before, RulePackage now) {
    return refused.containsKey(now.name())
        && before.filter(it -> it.files().equals(now.files())).isEmpty();
  }

  private void adopt(RulePackage rules) throws InterruptedException {
    try {
      life.adopt(rules, "files", "changed files");
      synchronized (this) {
        refused.remove(rules.name());
      }
    } catch (RuntimeException broken) {
      tell(rules.name(), String.valueOf(broken.getMessage()));
    }
  }

  private synchronized void tell(String name, String why) {
    if (!why.equals(refused.put(name, why))) {
      LOG.warn("The changed rules of {} do not serve, the old ones go on: {}", name, why);
    }
  }
}
