package city.nhip.scenarios.instance.lighting;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.files.JsonFile;
import city.nhip.engine.planning.lighting.ControlGroup;
import city.nhip.engine.planning.lighting.LightingProblem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.json.JsonMapper;

/** Reads als-1 nights and writes their schedules, plain or gzip. */
public final class AlsFile {
  private AlsFile() {}

  /**
   * @throws BadFile when the file is missing, is no als-1 night, or a value cannot be
   */
  public static AlsNight read(Path file) {
    AlsNight night = JsonFile.read(file, AlsNight.class);
    AlsCheck.check(file, night);
    return night;
  }

  /** The night as the solver sees it. */
  public static LightingProblem problem(AlsNight night) {
    Map<String, Integer> cabinets = new HashMap<>();
    night.cabinets().forEach(cabinet -> cabinets.put(cabinet.id(), cabinets.size()));
    return new LightingProblem(
        night.name(),
        night.slots(),
        night.slotMinutes(),
        night.levels(),
        night.costPerWattSlot(),
        night.shortfallMultiplier(),
        night.groups().stream()
            .map(group -> group(group, cabinets.getOrDefault(group.cabinet(), 0)))
            .toList(),
        new AlsCouplings(night).list());
  }

  private static ControlGroup group(AlsNight.Group group, int cabinet) {
    return new ControlGroup(
        group.id(),
        cabinet,
        group.powerW(),
        group.lux(),
        digits(group.req()),
        digits(group.floor()),
        group.maxChanges(),
        group.minDwell(),
        group.rampUp(),
        group.rampDown(),
        group.changeCost(),
        group.shortfallCost());
  }

  private static int[] digits(String text) {
    return text.chars().map(c -> c - '0').toArray();
  }

  /**
   * Writes {@code {"instance": ..., "levels": {...}}}; gzip where the name ends in {@code .gz}.
   *
   * @param levels level index by group and slot
   */
  public static void write(Path file, LightingProblem problem, byte[][] levels) throws IOException {
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw;
        BufferedWriter writer =
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      writer.write("{\"instance\": " + quoted(problem.name()) + ", \"levels\": {");
      for (int g = 0; g < levels.length; g++) {
        char[] digits = new char[problem.slots()];
        for (int t = 0; t < digits.length; t++) {
          digits[t] = (char) ('0' + levels[g][t]);
        }
        writer.write(g == 0 ? "\n" : ",\n");
        writer.write(quoted(problem.groups().get(g).id()) + ": \"");
        writer.write(digits);
        writer.write('"');
      }
      writer.write("\n}}\n");
    }
  }

  /** Writes a night itself. */
  public static void write(Path file, AlsNight night) throws IOException {
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
      JsonMapper.builder().build().writeValue(out, night);
    }
  }

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
  }
}
