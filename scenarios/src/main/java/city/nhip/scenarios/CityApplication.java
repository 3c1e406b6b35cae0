package city.nhip.scenarios;

import city.nhip.scenarios.cli.NhipCommand;

/** The one main class: everything starts from the command line. */
public final class CityApplication {
  private CityApplication() {}

  public static void main(String[] args) {
    boolean serves = args.length == 0 || args[0].equals("serve") || args[0].startsWith("--");
    if (!serves) {
      // A command prints its result; libraries speak up only when something is wrong.
      System.setProperty("logback.configurationFile", "logback-command.xml");
    }
    int exit = NhipCommand.run(args);
    if (exit >= 0) {
      System.exit(exit);
    }
  }
}
