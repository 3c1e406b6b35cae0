package city.nhip.scenarios.cli;

import city.nhip.rules.rulebook.RulePackage;
import city.nhip.rules.rulebook.RulePackages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The packages that a command is about. */
final class RuleFolder {
  private RuleFolder() {}

  /**
   * @param folder a package or a folder of packages; the built-in packages where there is none. A
   *     package that shares its name with a built-in one stands on it, file by file
   * @throws BadInput when nothing is there
   */
  static Collection<RulePackage> read(@Nullable Path folder) {
    Map<String, RulePackage> builtIn = RulePackages.builtIn();
    if (folder == null) {
      return builtIn.values();
    }
    if (!Files.isDirectory(folder)) {
      throw new BadInput(folder + " is no folder. Give a rule package, or a folder of them.");
    }
    Map<String, RulePackage> packages = new TreeMap<>();
    RulePackages.under(folder)
        .forEach(
            (name, own) ->
                packages.put(
                    name, builtIn.containsKey(name) ? builtIn.get(name).overlaid(own) : own));
    if (packages.isEmpty()) {
      throw new BadInput(
          folder + " holds no rule package. A package is a folder with *.drl files in it.");
    }
    return packages.values();
  }
}
