package city.nhip.scenarios.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code nhip}: with no words it serves the demo city. */
@Command(
    name = "nhip",
    description = "From what a city measures to schedules that people trust.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ServeCommand.class,
      GenerateCityCommand.class,
      PlanCommand.class,
      BenchCommand.class,
      SimulateCommand.class,
      LoadCommand.class,
      RulesCommand.class,
      ConnectorsCommand.class
    })
public final class NhipCommand {
  /** Exit status of a wrong input, said in one line. */
  public static final int BAD_INPUT = 2;

  /** Returned where a server goes on running after the command. */
  public static final int KEEPS_RUNNING = -1;

  /**
   * @return the exit status, or {@link #KEEPS_RUNNING}
   */
  public static int run(String... args) {
    CommandLine line = new CommandLine(new NhipCommand());
    line.setExecutionExceptionHandler(
        (problem, command, parsed) -> {
          if (problem instanceof BadInput) {
            command.getErr().println("nhip: " + problem.getMessage());
            return BAD_INPUT;
          }
          throw problem;
        });
    line.setParameterExceptionHandler(
        (problem, words) -> {
          ParameterException wrong = problem;
          wrong.getCommandLine().getErr().println("nhip: " + wrong.getMessage());
          return BAD_INPUT;
        });
    return line.execute(args.length == 0 ? new String[] {"serve"} : args);
  }
}
