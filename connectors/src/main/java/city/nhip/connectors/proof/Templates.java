package city.nhip.connectors.proof;

import city.nhip.engine.files.BadFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Connectors to start from; each is a whole one, with samples that hold. */
public final class Templates {
  private static final String ROOT = "city/nhip/connectors/templates/";

  /** Stands in a template for the new connector's name. */
  private static final String NAME = "CONNECTOR";

  private Templates() {}

  public static SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    for (Resource file : files("*/connector.json")) {
      String[] path = place(file).split("/");
      names.add(path[0]);
    }
    return names;
  }

  /**
   * Writes a new connector.
   *
   * @throws BadFile when the folder exists
   * @throws IllegalArgumentException when there is no such template
   */
  public static void write(String template, Path folder) {
    if (!names().contains(template)) {
      throw new IllegalArgumentException(
          "There is no template %s. Give one of %s.".formatted(template, names()));
    }
    if (Files.exists(folder)) {
      throw new BadFile(folder, "", "the folder exists. Choose another name.");
    }
    String name = Objects.requireNonNull(folder.getFileName()).toString();
    try {
      for (Resource file : files(template + "/**")) {
        if (file.isReadable() && !place(file).endsWith("/")) {
          Path target = folder.resolve(place(file).substring(template.length() + 1));
          Files.createDirectories(Objects.requireNonNull(target.getParent()));
          Files.writeString(
              target, file.getContentAsString(StandardCharsets.UTF_8).replace(NAME, name));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + folder, e);
    }
  }

  private static Resource[] files(String pattern) {
    try {
      return new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + pattern);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the templates", e);
    }
  }

  private static String place(Resource file) {
    try {
      String url = file.getURL().toString();
      return url.substring(url.indexOf(ROOT) + ROOT.length());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot locate a template", e);
    }
  }
}
