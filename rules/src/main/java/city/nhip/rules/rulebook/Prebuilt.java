package city.nhip.rules.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieModule;

/**
 * The built-in packages, compiled when Nhịp is built: a city that changes none of them starts
 * without a compiler, in a fifth of the CPU time. Any other set of rules is compiled as it is read.
 */
public final class Prebuilt {
  private static final String FOLDER = "city/nhip/rules/prebuilt/";

  private Prebuilt() {}

  /** What was built of exactly these sources, if anything was. */
  static Optional<KieModule> find(Collection<RulePackage> packages) {
    String name = FOLDER + key(packages) + ".jar";
    try (InputStream built = Prebuilt.class.getClassLoader().getResourceAsStream(name)) {
      return built == null
          ? Optional.empty()
          : Optional.of(
              KieServices.get()
                  .getRepository()
                  .addKieModule(
                      KieServices.get().getResources().newByteArrayResource(built.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }

  /** Of the sources alone: a test more changes nothing that runs. */
  private static String key(Collection<RulePackage> packages) {
    MessageDigest sha = sha();
    Map<String, String> sources = new TreeMap<>();
    packages.forEach(one -> sources.putAll(one.sources()));
    sources.forEach(
        (name, text) -> {
          sha.update((name + '\0' + text + '\0').getBytes(StandardCharsets.UTF_8));
        });
    return HexFormat.of().formatHex(sha.digest());
  }

  /**
   * Runs at the end of the module's compilation. What is there already, of the same sources and the
   * same classes, stays.
   *
   * @param folder the module's classes
   */
  public static void main(String... folder) throws IOException {
    Path classes = Path.of(folder[0]);
    Collection<RulePackage> packages = RulePackages.builtIn().values();
    Path target = classes.resolve(FOLDER);
    Path built = target.resolve(key(packages) + ".jar");
    Path stamp = target.resolve("of-classes");
    String now = stamp(classes.resolve("city"));
    if (Files.exists(built) && Files.exists(stamp) && Files.readString(stamp).equals(now)) {
      return;
    }
    Files.createDirectories(target);
    try (Stream<Path> old = Files.list(target)) {
      for (Path one : old.toList()) {
        Files.delete(one);
      }
    }
    Files.write(built, ((InternalKieModule) RuleCompiler.build(packages)).getBytes());
    Files.writeString(stamp, now);
  }

  private static String stamp(Path classes) throws IOException {
    MessageDigest sha = sha();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path one : files.filter(it -> it.toString().endsWith(".class")).sorted().toList()) {
        sha.update(Files.readAllBytes(one));
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
