package city.nhip.scenarios;

import city.nhip.scenarios.cli.NhipCommand;

/** The one main class: everything starts from the command line. */
public final class CityApplication {
  private CityApplication() {}

  public static void main(String[] args) {
    int exit = NhipCommand.run(args);
    if (exit >= 0) {
      System.exit(exit);
    }
  }
}
