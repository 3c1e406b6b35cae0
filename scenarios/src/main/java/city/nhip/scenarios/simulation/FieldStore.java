package city.nhip.scenarios.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Keeps each controller's plan in a file that is always whole, even when the process is killed. */
final class FieldStore {
  private final Path folder;
  private final JsonMapper json;
  private final Map<String, FieldPlan> plans = new TreeMap<>();

  FieldStore(Path folder, JsonMapper json) {
    this.folder = folder;
    this.json = json;
    try {
      Files.createDirectories(folder);
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
        for (Path file : files) {
          FieldPlan plan = json.readValue(Files.readAllBytes(file), FieldPlan.class);
          plans.put(key(plan.domain(), plan.scope()), plan);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the field's memory in " + folder, e);
    }
  }

  synchronized Optional<FieldPlan> find(String domain, String scope) {
    return Optional.ofNullable(plans.get(key(domain, scope)));
  }

  synchronized Collection<FieldPlan> list() {
    return List.copyOf(plans.values());
  }

  /** Returns when the plan would survive a kill. */
  synchronized void keep(FieldPlan plan) {
    String key = key(plan.domain(), plan.scope());
    Path file = folder.resolve(key + ".json");
    Path next = folder.resolve(key + ".json.next");
    try {
      try (FileChannel channel =
          FileChannel.open(
              next,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(json.writeValueAsBytes(plan));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      flushFolder();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the plan in " + file, e);
    }
    plans.put(key, Objects.requireNonNull(plan));
  }

  /** Windows cannot open a folder and needs no flush of it. */
  private void flushFolder() {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Not every file system flushes folders; the rename itself is atomic.
    }
  }

  private static String key(String domain, String scope) {
    return domain + "@" + scope.replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
