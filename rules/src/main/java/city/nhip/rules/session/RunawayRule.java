package city.nhip.rules.session;

/** A rule that feeds itself, or compares everything with everything, was stopped. */
public final class RunawayRule extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String kiePackage;
  private final String rule;

  RunawayRule(String kiePackage, String rule, String zone, String what) {
    super(
        "Rule \"%s\" was stopped in zone %s: %s on one reading. Join its conditions, or let it not feed itself."
            .formatted(rule, zone, what));
    this.kiePackage = kiePackage;
    this.rule = rule;
  }

  /** In short, for the history of a package; the console tells it in the reader's language. */
  public String reason() {
    return "ran away: " + rule;
  }

  public String kiePackage() {
    return kiePackage;
  }

  public String rule() {
    return rule;
  }
}
