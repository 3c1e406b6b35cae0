package city.nhip.rules.rulebook;

import city.nhip.rules.grammar.Problem;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.conf.EqualityBehaviorOption;
import org.kie.api.conf.EventProcessingOption;
import org.kie.api.runtime.KieContainer;
import org.kie.internal.conf.ShareBetaNodesOption;

/** Compiles all rule packages together; refuses them as a whole when one file is wrong. */
public final class RuleCompiler {
  private static final AtomicLong BUILDS = new AtomicLong();

  private RuleCompiler() {}

  /**
   * @param cityRules the city's {@code rules} folder; need not exist
   * @throws BadRules with file, line and reason of each error
   */
  public static Rulebook compile(Path cityRules) {
    return compile(ofCity(cityRules).values());
  }

  /** The built-in packages with the city's own files in place of theirs, and its own packages. */
  public static Map<String, RulePackage> ofCity(Path cityRules) {
    Map<String, RulePackage> packages = new TreeMap<>(RulePackages.builtIn());
    RulePackages.under(cityRules)
        .forEach((name, own) -> packages.merge(name, own, RulePackage::overlaid));
    return packages;
  }

  /**
   * Checks, then compiles: nothing that the check refuses reaches Drools.
   *
   * @throws BadRules with file, line and reason of each error
   */
  public static synchronized Rulebook compile(Collection<RulePackage> packages) {
    Map<String, String> versions =
        packages.stream().collect(Collectors.toMap(RulePackage::name, RulePackage::version));
    KieServices kie = KieServices.get();
    KieModule built = Prebuilt.find(packages).orElseGet(() -> build(packages));
    KieContainer container = kie.newKieContainer(built.getReleaseId());
    KieBase rules = container.newKieBase("rules", configuration(kie));
    kie.getRepository().removeKieModule(built.getReleaseId());
    return new Rulebook(rules, versions);
  }

  /**
   * Rules share no joins: with shared ones Drools 10.2 sometimes does not look at the second rule
   * again when time passes, and what a rule asks for would depend on which others are there.
   */
  private static KieBaseConfiguration configuration(KieServices kie) {
    KieBaseConfiguration configuration = kie.newKieBaseConfiguration();
    configuration.setOption(EventProcessingOption.STREAM);
    configuration.setOption(EqualityBehaviorOption.IDENTITY);
    configuration.setOption(ShareBetaNodesOption.NO);
    return configuration;
  }

  /**
   * @throws BadRules with file, line and reason of each error
   */
  static KieModule build(Collection<RulePackage> packages) {
    List<String> refused =
        packages.stream().flatMap(one -> one.check().stream()).map(Problem::toString).toList();
    if (!refused.isEmpty()) {
      throw new BadRules(refused);
    }
    Map<String, String> sources = new TreeMap<>();
    packages.forEach(one -> sources.putAll(InlinedThresholds.in(one.sources())));
    KieServices kie = KieServices.get();
    KieModuleModel module = kie.newKieModuleModel();
    module
        .newKieBaseModel("rules")
        .setDefault(true)
        .addPackage("*")
        .setEventProcessingMode(EventProcessingOption.STREAM)
        .setEqualsBehavior(EqualityBehaviorOption.IDENTITY);
    KieFileSystem files = kie.newKieFileSystem();
    files.generateAndWritePomXML(
        kie.newReleaseId("city.nhip", "rulebook", "build-" + BUILDS.incrementAndGet()));
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
    return builder.getKieModule();
  }

  private static String line(Message message) {
    String path = String.valueOf(message.getPath());
    return "%s, line %d: %s"
        .formatted(
            path.substring(path.indexOf("city/nhip/rules/") + 1).replace("ity/nhip/rules/", ""),
            message.getLine(),
            message.getText().replace('\n', ' '));
  }
}
