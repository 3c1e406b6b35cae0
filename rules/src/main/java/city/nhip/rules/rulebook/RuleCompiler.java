package city.nhip.rules.rulebook;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.conf.EqualityBehaviorOption;
import org.kie.api.conf.EventProcessingOption;
import org.kie.api.runtime.KieContainer;

/** Compiles all rule packages together; refuses them as a whole when one file is wrong. */
public final class RuleCompiler {
  private RuleCompiler() {}

  /**
   * @param cityRules the city's {@code rules} folder; need not exist
   * @throws BadRules with file, line and reason of each error
   */
  public static Rulebook compile(Path cityRules) {
    return compile(RuleSources.read(cityRules));
  }

  static Rulebook compile(Map<String, String> sources) {
    KieServices kie = KieServices.get();
    KieModuleModel module = kie.newKieModuleModel();
    module
        .newKieBaseModel("rules")
        .setDefault(true)
        .addPackage("*")
        .setEventProcessingMode(EventProcessingOption.STREAM)
        .setEqualsBehavior(EqualityBehaviorOption.IDENTITY);
    KieFileSystem files = kie.newKieFileSystem();
    files.generateAndWritePomXML(kie.newReleaseId("city.nhip", "rulebook", digest(sources)));
    files.writeKModuleXML(module.toXML());
    sources.forEach(
        (name, text) -> files.write("src/main/resources/city/nhip/rules/" + name, text));
    KieBuilder builder = kie.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new BadRules(
          builder.getResults().getMessages(Message.Level.ERROR).stream()
              .map(RuleCompiler::line)
              .toList());
    }
    KieModule built = builder.getKieModule();
    KieContainer container = kie.newKieContainer(built.getReleaseId());
    return new Rulebook(container.getKieBase("rules"), versions(sources));
  }

  private static String line(Message message) {
    String path = String.valueOf(message.getPath());
    return "%s, line %d: %s"
        .formatted(
            path.substring(path.indexOf("city/nhip/rules/") + 1).replace("ity/nhip/rules/", ""),
            message.getLine(),
            message.getText().replace('\n', ' '));
  }

  private static Map<String, String> versions(Map<String, String> sources) {
    Map<String, Map<String, String>> packages = new TreeMap<>();
    sources.forEach(
        (name, text) ->
            packages
                .computeIfAbsent(name.substring(0, name.indexOf('/')), p -> new TreeMap<>())
                .put(name, text));
    Map<String, String> versions = new TreeMap<>();
    packages.forEach((name, files) -> versions.put(name, digest(files)));
    return versions;
  }

  private static String digest(Map<String, String> sources) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sources.forEach(
          (name, text) -> {
            sha.update(name.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            sha.update(text.getBytes(StandardCharsets.UTF_8));
          });
      return HexFormat.of().formatHex(sha.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
