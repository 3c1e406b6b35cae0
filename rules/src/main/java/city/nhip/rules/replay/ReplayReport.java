package city.nhip.rules.replay;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.rules.session.Asked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two sets of rules over the same readings: what the one asks for and the other does not.
 *
 * @param before the rules that serve
 * @param after the candidate
 * @param schedules what both sides' schedules come to; empty where nobody asked for them
 */
public record ReplayReport(
    TimeWindow span,
    long readings,
    Side before,
    Side after,
    List<RuleLine> rules,
    List<Change> changes,
    List<ScheduleChange> schedules) {
  /** One of the two sets of rules. */
  public record Side(Map<String, String> versions, int requests, String hash) {
    static Side of(Replayed one) {
      return new Side(new TreeMap<>(one.versions()), one.asked().size(), one.hash());
    }
  }

  /** One rule's requests on both sides. */
  public record RuleLine(String rule, int before, int after, int gained, int lost) {}

  /**
   * One request that only one side makes.
   *
   * @param gained true when the candidate makes it
   */
  public record Change(
      boolean gained, String domain, String rule, String zone, Instant at, Localized reason) {}

  /** Requests are the same when rule, zone, window and asset are. */
  public static ReplayReport of(
      TimeWindow span, Replayed before, Replayed after, List<ScheduleChange> schedules) {
    Map<String, Asked> was = byWish(before);
    Map<String, Asked> is = byWish(after);
    List<Change> changes = new ArrayList<>();
    Map<String, int[]> rules = new TreeMap<>();
    was.forEach((wish, one) -> count(rules, one, 0));
    is.forEach((wish, one) -> count(rules, one, 1));
    is.forEach(
        (wish, one) -> {
          if (!was.containsKey(wish)) {
            changes.add(change(true, one));
            count(rules, one, 2);
          }
        });
    was.forEach(
        (wish, one) -> {
          if (!is.containsKey(wish)) {
            changes.add(change(false, one));
            count(rules, one, 3);
          }
        });
    changes.sort((a, b) -> a.at().compareTo(b.at()));
    List<RuleLine> lines = new ArrayList<>();
    rules.forEach((rule, n) -> lines.add(new RuleLine(rule, n[0], n[1], n[2], n[3])));
    return new ReplayReport(
        span, after.readings(), Side.of(before), Side.of(after), lines, changes, schedules);
  }

  private static void count(Map<String, int[]> rules, Asked one, int column) {
    int[] counts = rules.computeIfAbsent(one.request().rule(), rule -> new int[4]);
    counts[column]++;
  }

  private static Map<String, Asked> byWish(Replayed replayed) {
    Map<String, Asked> wishes = new LinkedHashMap<>();
    for (Asked one : replayed.asked()) {
      OptimizationRequest request = one.request();
      wishes.putIfAbsent(request.key().replace(request.ruleVersion(), ""), one);
    }
    return wishes;
  }

  private static Change change(boolean gained, Asked one) {
    OptimizationRequest request = one.request();
    return new Change(
        gained, request.domain(), request.rule(), request.zone(), one.at(), request.reason());
  }

  /** For a pull request. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        "## Replay %s to %s%n%n%,d readings. Requests: %d before (hash `%s`), %d after (hash `%s`).%n%n"
            .formatted(
                span.from(),
                span.to(),
                readings,
                before.requests(),
                before.hash(),
                after.requests(),
                after.hash()));
    text.append("Versions: ");
    after
        .versions()
        .forEach(
            (name, version) -> {
              String old = before.versions().getOrDefault(name, "none");
              text.append(
                  old.equals(version)
                      ? "%s %s; ".formatted(name, version)
                      : "**%s %s → %s**; ".formatted(name, old, version));
            });
    text.append(
        "%n%n| rule | before | after | gained | lost |%n| --- | ---: | ---: | ---: | ---: |%n"
            .formatted());
    for (RuleLine one : rules) {
      text.append(
          "| %s | %d | %d | %d | %d |%n"
              .formatted(one.rule(), one.before(), one.after(), one.gained(), one.lost()));
    }
    text.append(changes.isEmpty() ? "\nNothing changes.\n" : "\n");
    for (Change one : changes.subList(0, Math.min(100, changes.size()))) {
      text.append(
          "- %s %s, %s, %s: %s%n"
              .formatted(
                  one.gained() ? "gained" : "lost",
                  one.at(),
                  one.zone(),
                  one.rule(),
                  one.reason().en()));
    }
    if (changes.size() > 100) {
      text.append("- and %d more%n".formatted(changes.size() - 100));
    }
    schedules.forEach(one -> text.append(markdown(one)));
    return text.toString();
  }

  private static String markdown(ScheduleChange one) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%n### Schedule of %s %s at %s%n%nBefore: %s. After: %s.%n"
            .formatted(
                one.domain(), one.scope(), one.at(), words(one.before()), words(one.after())));
    if (!one.figures().isEmpty()) {
      text.append(
          "%n| figure | before | before, with what the new rules found | after | difference |%n| --- | ---: | ---: | ---: | ---: |%n"
              .formatted());
    }
    for (ScheduleChange.Figure it : one.figures()) {
      text.append(
          "| %s, %s | %,.2f | %s | %,.2f | %+,.2f |%n"
              .formatted(
                  it.label().en(),
                  it.unit(),
                  it.before(),
                  it.told().isPresent() ? "%,.2f".formatted(it.told().getAsDouble()) : "-",
                  it.after(),
                  it.after() - it.before()));
    }
    return text.toString();
  }

  private static String words(ScheduleChange.Plan plan) {
    return plan.refused()
        .map(reason -> "no plan from %d findings (%s)".formatted(plan.findings(), reason.en()))
        .orElse("%d findings, score %s".formatted(plan.findings(), plan.score()));
  }
}
