package city.nhip.scenarios.cli;

import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.rulebook.RulePackages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The packages that a command is about: every {@code nhip rules} command for a folder has it. */
final class RuleFolder {
  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "A package or a folder of packages; the built-in ones by default.")
  @Nullable Path folder;

  /**
   * @return a package that shares its name with a built-in one stands on it, file by file
   * @throws BadInput when nothing is there
   */
  Collection<RulePackage> packages() {
    Map<String, RulePackage> builtIn = RulePackages.builtIn();
    Path own = folder;
    if (own == null) {
      return builtIn.values();
    }
    if (!Files.isDirectory(own)) {
      throw new BadInput(own + " is no folder. Give a rule package, or a folder of them.");
    }
    Map<String, RulePackage> packages = new TreeMap<>();
    RulePackages.under(own)
        .forEach(
            (name, one) ->
                packages.put(
                    name, builtIn.containsKey(name) ? builtIn.get(name).overlaid(one) : one));
    if (packages.isEmpty()) {
      throw new BadInput(
          own + " holds no rule package. A package is a folder with *.drl files in it.");
    }
    return packages.values();
  }
}
