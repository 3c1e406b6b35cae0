package city.nhip.rules.life;

import city.nhip.engine.city.City;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.rules.check.PackageFiles;
import city.nhip.rules.grammar.RuleText;
import city.nhip.rules.replay.Counterfactual;
import city.nhip.rules.replay.ReplayReport;
import city.nhip.rules.replay.Replayed;
import city.nhip.rules.replay.ScheduleChange;
import city.nhip.rules.rulebook.RuleCompiler;
import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.rulebook.Rulebook;
import city.nhip.rules.session.FactMaker;
import city.nhip.rules.session.RuleRun;
import city.nhip.rules.session.ZoneSessions;
import city.nhip.rules.why.WhyNot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Plays the journal again, beside the sessions that serve and without any effect. */
@Service
class Rehearsals {
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final long MOST_EVALUATIONS = 100_000;
  private static final long SEED = 1;

  private final City city;
  private final Clock clock;
  private final ReadingJournal journal;
  private final RuleVersions versions;
  private final ZoneSessions sessions;
  private final List<FactMaker> makers;
  private final PlanningDomains domains;

  Rehearsals(
      City city,
      Clock clock,
      ReadingJournal journal,
      RuleVersions versions,
      ZoneSessions sessions,
      List<FactMaker> makers,
      PlanningDomains domains) {
    this.city = city;
    this.clock = clock;
    this.journal = journal;
    this.versions = versions;
    this.sessions = sessions;
    this.makers = makers;
    this.domains = domains;
  }

  /**
   * What is replayed.
   *
   * @param zone all zones where absent
   * @param evaluations of each solve, where the schedules are to be compared too; at most {@value
   *     #MOST_EVALUATIONS}
   */
  record Span(Instant from, Instant to, Optional<String> zone, Optional<Long> evaluations) {
    Span {
      if (evaluations.filter(n -> n < 1 || n > MOST_EVALUATIONS).isPresent()) {
        throw new IllegalArgumentException("/evaluations is 1 to %,d.".formatted(MOST_EVALUATIONS));
      }
    }
  }

  /**
   * Why a rule does or does not fire.
   *
   * @param blocked empty when all its conditions are fulfilled
   */
  record Answer(String rule, Optional<WhyNot.Blocked> blocked) {}

  /** One rehearsal at a time: each takes a core. */
  synchronized ReplayReport replay(RuleVersion candidate, Span span) {
    if (Duration.between(span.from(), span.to()).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("At most 7 days. Replay in parts.");
    }
    TimeWindow window = new TimeWindow(span.from(), span.to());
    Map<String, RulePackage> packages = new TreeMap<>();
    versions.list(RuleStatus.ACTIVE).forEach(one -> packages.put(one.rules().name(), one.rules()));
    packages.put(candidate.rules().name(), candidate.rules());
    Rulebook changed = RuleCompiler.compile(packages.values());
    Replayed before = replayed(sessions.rulebook(), window, span);
    Replayed after = replayed(changed, window, span);
    List<ScheduleChange> schedules =
        span.evaluations()
            .map(
                n ->
                    new Counterfactual(city, journal, domains, SolveLimits.ofEvaluations(n, SEED))
                        .of(before, after))
            .orElse(List.of());
    return ReplayReport.of(window, before, after, schedules);
  }

  private Replayed replayed(Rulebook rulebook, TimeWindow window, Span span) {
    return Replayed.of(city, rulebook, makers, journal::replay, window, span.zone());
  }

  /** Looks at all rules of an active package. */
  synchronized List<Answer> whyNot(String zone, String name, Optional<Instant> at) {
    RulePackage rules =
        versions
            .findActive(name)
            .orElseThrow(() -> new NoSuchElementException("No package " + name + " is active."))
            .rules();
    Instant moment = at.orElse(clock.instant());
    Instant from = moment.minus(ZoneSessions.MEMORY);
    try (RuleRun run = new RuleRun(city, sessions.rulebook(), makers, from, zone)) {
      journal.replay(zone, from, moment.plusMillis(1), run::evaluate);
      run.advanceTo(moment);
      WhyNot why = new WhyNot(run.session(zone).facts(), moment, (place, holds) -> {});
      return PackageFiles.read(rules.sources()).stream()
          .flatMap(file -> file.rules().stream())
          .filter(rule -> rule.row() == 0)
          .map((RuleText rule) -> new Answer(rule.name(), why.of(rule)))
          .toList();
    }
  }
}
