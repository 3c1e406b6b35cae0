package city.nhip.engine.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Finds the console's pages: a room in any storey adds one by a file on its class path. */
@RestController
class ConsolePages {
  private static final String PAGES = "classpath*:static/console/pages/*.js";

  private final List<String> names;

  ConsolePages() {
    try {
      names =
          Arrays.stream(new PathMatchingResourcePatternResolver().getResources(PAGES))
              .map(Resource::getFilename)
              .filter(Objects::nonNull)
              .map(file -> file.substring(0, file.length() - ".js".length()))
              .sorted()
              .distinct()
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the console's pages", e);
    }
  }

  @GetMapping("/api/console/pages")
  List<String> names() {
    return names;
  }
}
