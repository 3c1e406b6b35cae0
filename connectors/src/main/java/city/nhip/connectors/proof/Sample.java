package city.nhip.connectors.proof;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.files.JsonFile;
import city.nhip.rules.intake.RawReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code samples/<case>.in.*}, a payload as it comes, and {@code samples/<case>.out.json}, what it
 * must become.
 */
record Sample(String name, byte[] payload, Expected expected) {
  /**
   * @param headers what the mapping finds in {@code $headers}: topic, key, file
   * @param receivedAt what the mapping finds in {@code $receivedAt}, ISO 8601
   * @param readings what comes out, in order
   * @param problem a part of the reason where nothing must come out
   */
  record Expected(
      @Nullable Map<String, String> headers,
      @Nullable String receivedAt,
      @Nullable List<RawReading> readings,
      @Nullable String problem) {
    Expected {
      if ((readings == null) == (problem == null)) {
        throw new IllegalArgumentException("Give either readings or problem.");
      }
    }
  }

  /**
   * @throws BadFile where one of the two files is missing or wrong
   */
  static List<Sample> list(Path connector) {
    Path folder = connector.resolve("samples");
    List<Sample> samples = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return samples;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path in : files.filter(it -> it.toString().contains(".in.")).sorted().toList()) {
        String name =
            Objects.requireNonNull(in.getFileName()).toString().replaceFirst("\\.in\\..*$", "");
        samples.add(
            new Sample(
                name,
                Files.readAllBytes(in),
                JsonFile.readSparse(folder.resolve(name + ".out.json"), Expected.class)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
    return samples;
  }
}
