package city.nhip.rules.life;

import city.nhip.engine.audit.AuditLog;
import city.nhip.engine.web.Conflict;
import city.nhip.rules.rulebook.RuleCompiler;
import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.rulebook.Rulebook;
import city.nhip.rules.session.Asked;
import city.nhip.rules.session.FactMaker;
import city.nhip.rules.session.RunawayRule;
import city.nhip.rules.session.Shadow;
import city.nhip.rules.session.ZoneSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a version through its life. One step at a time: activations wait for each other. */
@Service
class RuleLife {
  private static final Logger LOG = LoggerFactory.getLogger(RuleLife.class);

  private final RuleVersions versions;
  private final ZoneSessions sessions;
  private final List<FactMaker> makers;
  private final TransactionTemplate transaction;
  private final AuditLog audit;
  private @Nullable AutoCloseable shadow;

  RuleLife(
      RuleVersions versions,
      ZoneSessions sessions,
      List<FactMaker> makers,
      TransactionTemplate transaction,
      AuditLog audit) {
    this.versions = versions;
    this.sessions = sessions;
    this.makers = makers;
    this.transaction = transaction;
    this.audit = audit;
  }

  /**
   * @throws Conflict when the same text is known already
   */
  RuleVersion draft(RulePackage rules, String author, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("Say why you change the rules.");
    }
    versions
        .find(rules.name(), rules.version())
        .ifPresent(
            known -> {
              throw new Conflict(
                  "Bộ luật này đã là phiên bản %s. Hãy thay đổi gì đó.",
                  "These rules are version %s already, %s. Change something.",
                  known.rules().version(),
                  known.status());
            });
    return versions.add(rules, author, reason);
  }

  /** Checks and tests; a draft that is good becomes CHECKED. */
  CheckResult check(long id, String by) {
    RuleVersion version = versions.get(id);
    CheckResult result = CheckResult.of(version.rules(), makers);
    if (result.good() && version.status() == RuleStatus.DRAFT) {
      versions.move(version, RuleStatus.CHECKED, by, "checked and tested");
    }
    return result;
  }

  /**
   * @throws Conflict when the version is not CHECKED, or another is in the shadow
   */
  synchronized void shadow(long id, String by, String reason) throws InterruptedException {
    RuleVersion version = versions.get(id);
    require(version, RuleStatus.CHECKED);
    if (!versions.list(RuleStatus.SHADOW).isEmpty() && shadow != null) {
      throw new Conflict(
          "Một phiên bản khác đang chạy thử song song. Hãy dừng nó trước.",
          "Another version is in the shadow. Take it out first.");
    }
    shadow = sessions.shadow(with(version.rules()), new Recorded(version));
    versions.move(version, RuleStatus.SHADOW, by, reason);
  }

  /** Ends the shadow of a version, which is CHECKED again. */
  synchronized void unshadow(long id, String by, String reason) {
    RuleVersion version = versions.get(id);
    require(version, RuleStatus.SHADOW);
    endShadow();
    versions.move(version, RuleStatus.CHECKED, by, reason);
  }

  private void endShadow() {
    AutoCloseable ending = shadow;
    shadow = null;
    if (ending != null) {
      try {
        ending.close();
      } catch (Exception e) {
        LOG.warn("The shadow did not end: {}", e.getMessage());
      }
    }
  }

  /**
   * @return how long no reading was evaluated
   * @throws Conflict when the version is not good yet, or who approves it has written it
   */
  synchronized Duration activate(long id, String by, String reason) throws InterruptedException {
    RuleVersion version = versions.get(id);
    require(version, RuleStatus.CHECKED, RuleStatus.SHADOW);
    if (version.author().equals(by)) {
      throw new Conflict(
          "Bạn là người viết phiên bản này. Hãy để người khác duyệt.",
          "You wrote this version. Let somebody else approve it.");
    }
    return serve(version, by, reason);
  }

  /**
   * Makes the version active that was so before.
   *
   * @throws Conflict when there is none
   */
  synchronized Duration rollBack(String name, String by, String reason)
      throws InterruptedException {
    RuleVersion previous =
        versions
            .findPrevious(name)
            .orElseThrow(
                () ->
                    new Conflict(
                        "Chưa từng có phiên bản nào trước đó của %s hoạt động.",
                        "No earlier version of %s was ever active.", name));
    return serve(previous, by, reason);
  }

  /** The city's own files: whoever may write them has been through a review of their own. */
  synchronized void adopt(RulePackage rules, String from, String reason)
      throws InterruptedException {
    CheckResult result = CheckResult.of(rules, makers);
    if (!result.good()) {
      List<String> why = new ArrayList<>();
      result
          .problems()
          .forEach(one -> why.add("%s, line %d: %s".formatted(one.file(), one.line(), one.text())));
      result
          .tests()
          .ifPresent(
              tests -> tests.failures().forEach(one -> why.add(one.test() + ": " + one.lines())));
      throw new IllegalArgumentException(String.join("; ", why));
    }
    RuleVersion version =
        versions
            .find(rules.name(), rules.version())
            .orElseGet(() -> versions.add(rules, from, reason));
    serve(version, from, reason);
  }

  private Duration serve(RuleVersion version, String by, String reason)
      throws InterruptedException {
    Rulebook rulebook = with(version.rules());
    if (version.status() == RuleStatus.SHADOW) {
      endShadow();
    }
    Duration pause;
    try {
      pause = sessions.activate(rulebook);
    } catch (RunawayRule ranAway) {
      throw new Conflict(
          "Bộ luật chạy mất kiểm soát: %s",
          "The rules ran away: %s", String.valueOf(ranAway.getMessage()));
    }
    transaction.executeWithoutResult(
        status -> {
          versions
              .findActive(version.rules().name())
              .filter(old -> old.id() != version.id())
              .ifPresent(old -> versions.move(old, RuleStatus.RETIRED, by, reason));
          versions.move(version, RuleStatus.ACTIVE, by, reason);
          audit.append(
              by,
              "rules.activated",
              version.rules().name(),
              "%s: %s".formatted(version.rules().version(), reason));
        });
    return pause;
  }

  /** All active packages, with one in another version. */
  private Rulebook with(RulePackage changed) {
    Map<String, RulePackage> packages = new TreeMap<>();
    versions.list(RuleStatus.ACTIVE).forEach(one -> packages.put(one.rules().name(), one.rules()));
    packages.put(changed.name(), changed);
    return RuleCompiler.compile(packages.values());
  }

  private static void require(RuleVersion version, RuleStatus... allowed) {
    if (!List.of(allowed).contains(version.status())) {
      throw new Conflict(
          "Phiên bản đang ở trạng thái %s; việc này cần trạng thái %s.",
          "The version is %s; this needs one that is %s.", version.status(), List.of(allowed));
    }
  }

  /** Writes down what a shadow would have asked for. */
  private final class Recorded implements Shadow {
    private final RuleVersion version;

    Recorded(RuleVersion version) {
      this.version = version;
    }

    @Override
    public String rulePackage() {
      return version.rules().name();
    }

    @Override
    public void asked(List<Asked> asked) {
      for (Asked one : asked) {
        versions.addShadowAsk(
            version.id(),
            one.request().rule(),
            one.request().zone(),
            one.at(),
            one.request().key(),
            one.request().reason());
      }
    }

    @Override
    public void ended(String reason, Instant at) {
      versions.move(version, RuleStatus.RETIRED, "shadow", reason);
    }
  }
}
