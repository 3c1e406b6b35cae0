package city.nhip.scenarios.instance.waste;

import city.nhip.engine.files.BadFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** The lines of a file, with what it takes to say where one is wrong. */
record InstanceLines(Path file, List<String> lines) {
  /**
   * @throws BadFile when it cannot be read
   */
  static InstanceLines read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadFile(file, "", "there is no such file. Check the path.");
    }
    try (InputStream in = open(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new InstanceLines(file, text.replace("\uFEFF", "").lines().toList());
    } catch (IOException e) {
      throw new BadFile(file, "", "it cannot be read (%s).".formatted(e.getMessage()));
    }
  }

  private static InputStream open(Path file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return zipped ? new GZIPInputStream(in) : in;
  }

  boolean any(Predicate<String> wanted) {
    return lines.stream().anyMatch(wanted);
  }

  int size() {
    return lines.size();
  }

  /** Trimmed. */
  String line(int index) {
    return lines.get(index).strip();
  }

  String[] words(int index) {
    return line(index).split("\\s+");
  }

  BadFile bad(int index, String problem) {
    return new BadFile(file, "line " + (index + 1), problem);
  }

  BadFile bad(String problem) {
    return new BadFile(file, "", problem);
  }

  double number(int index, String word) {
    try {
      double value = Double.parseDouble(word);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw bad(index, "\"%s\" is no number. Write one.".formatted(word));
  }

  int whole(int index, String word, int least) {
    double value = number(index, word);
    if (value != Math.rint(value) || value < least || value > Integer.MAX_VALUE) {
      throw bad(index, "%s must be a whole number of %d or more.".formatted(word, least));
    }
    return (int) value;
  }

  /** A number times {@code scale}, rounded, 0 or more. */
  int scaled(int index, String word, double scale) {
    double value = number(index, word) * scale;
    if (value < 0 || value > 2e9) {
      throw bad(index, "%s is out of range. Give 0 to %.0f.".formatted(word, 2e9 / scale));
    }
    return (int) Math.round(value);
  }
}
