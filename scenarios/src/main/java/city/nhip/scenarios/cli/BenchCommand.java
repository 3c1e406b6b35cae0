package city.nhip.scenarios.cli;

import picocli.CommandLine.Command;

/** {@code nhip bench <domain>}: measures us beside others and writes the table. */
@Command(
    name = "bench",
    description = "Measures our schedules beside those of others.",
    mixinStandardHelpOptions = true,
    subcommands = {
      BenchLightingCommand.class,
      BenchSignalsCommand.class,
      BenchSignalsRankCommand.class,
      BenchWasteCommand.class,
      BenchWasteEveningCommand.class,
      BenchWasteMonthCommand.class,
      BenchRulesCommand.class
    })
public final class BenchCommand {}
