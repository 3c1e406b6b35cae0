package city.nhip.scenarios.instance.signals;

import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.Step;
import city.nhip.engine.planning.signals.Timing;
import java.nio.file.Path;
import java.util.List;

/** Signal plans as a SUMO additional file: one static program a signal, beside the network's. */
public final class SumoSignalFile {
  private static final String PROGRAM = "nhip";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<additional>\n";
  private static final String OPEN =
      "    <tlLogic id=\"%s\" type=\"%s\" programID=\"%s\" offset=\"%d\">\n";
  private static final String STATIC = "        <phase duration=\"%d\" state=\"%s\"/>\n";
  private static final String ACTUATED =
      "        <phase duration=\"%d\" minDur=\"%d\" maxDur=\"%d\" state=\"%s\"/>\n";
  private static final String CLOSE = "    </tlLogic>\n";
  private static final String END = "</additional>\n";

  private SumoSignalFile() {}

  /**
   * @param timings one an intersection, in the network's order
   */
  public static String write(SignalNetwork network, List<Timing> timings) {
    if (network.gapOut()) {
      return writeGapOut(network, timings);
    }
    StringBuilder xml = new StringBuilder(HEAD);
    for (int site = 0; site < timings.size(); site++) {
      Intersection it = network.intersections().get(site);
      Timing timing = timings.get(site);
      xml.append(OPEN.formatted(escaped(it.id()), "static", PROGRAM, timing.offset()));
      for (Step step : it.steps(timing)) {
        xml.append(STATIC.formatted(step.seconds(), step.state()));
      }
      xml.append(CLOSE);
    }
    return xml.append(END).toString();
  }

  /**
   * The same plans as SUMO's actuated programs: a green ends early when nobody comes, between the
   * site's minimum and the plan's seconds.
   */
  private static String writeGapOut(SignalNetwork network, List<Timing> timings) {
    StringBuilder xml = new StringBuilder(HEAD);
    for (int site = 0; site < timings.size(); site++) {
      Intersection it = network.intersections().get(site);
      Timing timing = timings.get(site);
      xml.append(
          OPEN.formatted(
              escaped(it.id()), timing.steady() ? "static" : "actuated", PROGRAM, timing.offset()));
      for (Step step : it.steps(timing)) {
        int minimum = it.shortest(timing, step);
        xml.append(
            minimum < step.seconds()
                ? ACTUATED.formatted(step.seconds(), minimum, step.seconds(), step.state())
                : STATIC.formatted(step.seconds(), step.state()));
      }
      xml.append(CLOSE);
    }
    return xml.append(END).toString();
  }

  /** The network's longest yellow, seconds. */
  public static int yellow(Path netFile) {
    return SumoNet.read(netFile).programs.values().stream()
        .mapToInt(program -> SumoPrograms.usualYellow(program.phases()))
        .max()
        .orElse(0);
  }

  /** The network's own programs, decided by one of SUMO's controllers within its own limits. */
  public static String own(Path netFile, String type) {
    StringBuilder xml = new StringBuilder(HEAD);
    for (SumoNet.Program program : SumoNet.read(netFile).programs.values()) {
      xml.append(OPEN.formatted(escaped(program.id()), type, type, program.offset()));
      for (SumoNet.Phase phase : program.phases()) {
        boolean fixed = phase.state().matches(".*[yYuU].*") || phase.maximum() <= phase.minimum();
        xml.append(
            fixed
                ? STATIC.formatted(phase.seconds(), phase.state())
                : ACTUATED.formatted(
                    phase.seconds(), phase.minimum(), phase.maximum(), phase.state()));
      }
      xml.append(CLOSE);
    }
    return xml.append(END).toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
