package city.nhip.scenarios.cli;

import city.nhip.engine.city.City;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.rules.replay.Counterfactual;
import city.nhip.rules.replay.ReadingSource;
import city.nhip.rules.replay.ReplayReport;
import city.nhip.rules.replay.Replayed;
import city.nhip.rules.replay.ScheduleChange;
import city.nhip.rules.rulebook.BadRules;
import city.nhip.rules.rulebook.RuleCompiler;
import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.rulebook.RulePackages;
import city.nhip.rules.session.FactMaker;
import city.nhip.rules.session.FactMakers;
import city.nhip.scenarios.cityfolder.CityFolder;
import city.nhip.scenarios.replay.RecordedDay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code nhip rules replay}: what changed rules would have asked for. */
@Command(
    name = "replay",
    description = "Runs changed rules over past readings, beside the city's present ones.",
    mixinStandardHelpOptions = true)
final class RulesReplayCommand implements Callable<Integer> {
  /** What a domain may look back on. */
  private static final Duration PAST = Duration.ofDays(1);

  private static final long SEED = 1;

  @Option(
      names = "--package",
      required = true,
      description = "The changed package, or a folder of them.")
  Path changed = Path.of("");

  @Option(names = "--from", required = true, description = "Local time: 2026-03-02T06:00.")
  String from = "";

  @Option(names = "--to", required = true, description = "Local time, not included.")
  String to = "";

  @Option(names = "--zone", description = "One zone; all by default.")
  @Nullable String zone;

  @Option(names = "--city", description = "The city's folder; the demo city by default.")
  @Nullable Path city;

  @Option(
      names = "--data",
      description = "A stopped city's memory, to replay its journal; else its recorded day.")
  @Nullable Path data;

  @Option(
      names = "--evaluations",
      description =
          "Solves the schedules that change, too: so many evaluations for each of two plans.")
  @Nullable Long evaluations;

  @Option(names = "--report", description = "Writes the report here as JSON.")
  @Nullable Path report;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      City loaded = CityFolder.load((city == null ? DemoCity.find() : city).toAbsolutePath());
      TimeWindow span = new TimeWindow(time(from, loaded), time(to, loaded));
      ReplayReport made = data == null ? withDay(loaded, span) : withJournal(loaded, span, data);
      out.print(made.markdown());
      out.flush();
      if (report != null) {
        Files.writeString(
            report,
            JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(made));
      }
      return 0;
    } catch (BadRules | BadFile | IllegalArgumentException wrong) {
      throw new BadInput(String.valueOf(wrong.getMessage()));
    }
  }

  private ReplayReport withDay(City loaded, TimeWindow span) {
    RecordedDay day = new RecordedDay(loaded);
    if (evaluations == null) {
      return compare(loaded, span, day::replay, Optional.empty());
    }
    try (JournalFile journal = JournalFile.of(day, loaded, span, PAST)) {
      return compare(loaded, span, day::replay, Optional.of(journal.readings()));
    }
  }

  private ReplayReport withJournal(City loaded, TimeWindow span, Path memory) {
    try (JournalFile journal = JournalFile.open(memory)) {
      ReadingJournal readings = journal.readings();
      return compare(
          loaded, span, readings::replay, Optional.ofNullable(evaluations).map(n -> readings));
    }
  }

  /**
   * @param readings that the schedules' problems are built from; no schedules where empty
   */
  private ReplayReport compare(
      City loaded, TimeWindow span, ReadingSource source, Optional<ReadingJournal> readings) {
    List<FactMaker> makers = FactMakers.discover();
    Map<String, RulePackage> now = RuleCompiler.ofCity(loaded.folder().resolve("rules"));
    Map<String, RulePackage> next = new TreeMap<>(now);
    RulePackages.under(changed)
        .forEach((name, own) -> next.merge(name, own, RulePackage::overlaid));
    Optional<String> only = Optional.ofNullable(zone);
    Replayed before =
        Replayed.of(loaded, RuleCompiler.compile(now.values()), makers, source, span, only);
    Replayed after =
        Replayed.of(loaded, RuleCompiler.compile(next.values()), makers, source, span, only);
    return ReplayReport.of(
        span,
        before,
        after,
        readings.map(journal -> schedules(loaded, journal, before, after)).orElse(List.of()));
  }

  private List<ScheduleChange> schedules(
      City loaded, ReadingJournal journal, Replayed before, Replayed after) {
    SolveLimits limits = SolveLimits.ofEvaluations(evaluations == null ? 1 : evaluations, SEED);
    try (AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext()) {
      ClassPathBeanDefinitionScanner scan = new ClassPathBeanDefinitionScanner(rooms, false);
      scan.addIncludeFilter(new AssignableTypeFilter(PlanningDomain.class));
      scan.scan("city.nhip");
      rooms.register(PlanningDomains.class);
      rooms.refresh();
      return new Counterfactual(loaded, journal, rooms.getBean(PlanningDomains.class), limits)
          .of(before, after);
    }
  }

  private static Instant time(String text, City loaded) {
    try {
      return LocalDateTime.parse(text).atZone(loaded.timeZone()).toInstant();
    } catch (DateTimeException e) {
      throw new BadInput("%s is no local time. Write 2026-03-02T06:00.".formatted(text));
    }
  }
}
