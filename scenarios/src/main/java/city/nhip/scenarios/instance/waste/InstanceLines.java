package city.nhip.scenarios.instance.waste;

import city.nhip.engine.files.BadFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** The lines of a file, with what it takes to say where one is wrong. */
record InstanceLines(Path file, List<String> lines) {
  /** Between two points, in the problem's unit: days' sums of such ways stay whole numbers. */
  private static final double LONGEST = 1e8;

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
    } catch (EOFException e) {
      throw new BadFile(file, "", "its packed bytes end too early. Copy the whole file again.");
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

  /**
   * @param wanted of a line, trimmed and in capitals
   */
  boolean any(Predicate<String> wanted) {
    return lines.stream().map(line -> line.strip().toUpperCase(Locale.ROOT)).anyMatch(wanted);
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

  /**
   * @param name of the field, for the message
   */
  int whole(int index, String name, String word, int least) {
    double value = number(index, word);
    if (value != Math.rint(value) || value < least || value > Integer.MAX_VALUE) {
      throw bad(index, "%s is %s. Give a whole number of %d or more.".formatted(name, word, least));
    }
    return (int) value;
  }

  /** Of load: whole, as every load of the file is. */
  int amount(int index, String name, String word, int least) {
    double value = number(index, word);
    if (value != Math.rint(value)) {
      throw bad(
          index,
          "%s is %s, loads are whole here. Multiply demands and capacity by ten, or more."
              .formatted(name, word));
    }
    return whole(index, name, word, least);
  }

  /**
   * A number times {@code scale}, rounded, 0 or more.
   *
   * @param name of the field, for the message
   */
  int scaled(int index, String name, String word, double scale) {
    double value = number(index, word) * scale;
    if (value < 0 || value > 2e9) {
      throw bad(index, "%s is %s. Give 0 to %.0f.".formatted(name, word, 2e9 / scale));
    }
    return (int) Math.round(value);
  }

  /**
   * @throws BadFile when so many vehicles cannot hold the volume
   */
  void mustHold(int index, long volume, int vehicles, int capacity) {
    if (volume > (long) vehicles * capacity) {
      throw bad(
          index,
          "%d vehicles of capacity %d cannot carry the demand of %d. Give more or larger ones."
              .formatted(vehicles, capacity, volume));
    }
  }

  /**
   * @throws BadFile when ways between the points are too long to be added
   */
  void mustSpan(double[] x, double[] y) {
    if (span(x) > LONGEST || span(y) > LONGEST) {
      throw bad(
          "the coordinates lie too far apart (%.0f by %.0f). Give them in a larger unit."
              .formatted(span(x), span(y)));
    }
  }

  private static double span(double[] values) {
    DoubleSummaryStatistics all = Arrays.stream(values).summaryStatistics();
    return all.getMax() - all.getMin();
  }
}
