package city.nhip.rules.session;

import city.nhip.rules.rulebook.Rulebook;
import java.time.Instant;
import java.util.Map;

/** Rules that a test compiled, serving as if a city had activated them. */
record Served(Rulebook rulebook) implements ActiveRules {
  @Override
  public Rulebook load() {
    return rulebook;
  }

  @Override
  public Map<String, Instant> since() {
    return Map.of();
  }

  @Override
  public void stopped(RunawayRule rule) {
    throw rule;
  }
}
