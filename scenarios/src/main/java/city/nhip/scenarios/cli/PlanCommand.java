package city.nhip.scenarios.cli;

import picocli.CommandLine.Command;

/** {@code nhip plan <domain>}: solves one instance file, without a server. */
@Command(
    name = "plan",
    description = "Solves one instance file and writes the schedule.",
    mixinStandardHelpOptions = true,
    subcommands = {PlanSignalsCommand.class, PlanLightingCommand.class, PlanWasteCommand.class})
public final class PlanCommand {}
