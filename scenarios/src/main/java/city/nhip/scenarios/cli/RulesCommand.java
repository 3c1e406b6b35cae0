package city.nhip.scenarios.cli;

import picocli.CommandLine.Command;

/** {@code nhip rules}: what a rule engineer does without a server. */
@Command(
    name = "rules",
    description = "Tests, checks and replays rule packages.",
    mixinStandardHelpOptions = true,
    subcommands = {
      RulesTestCommand.class,
      RulesMutateCommand.class,
      RulesCheckCommand.class,
      RulesReplayCommand.class
    })
public final class RulesCommand {}
