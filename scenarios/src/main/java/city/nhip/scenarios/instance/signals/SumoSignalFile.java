package city.nhip.scenarios.instance.signals;

import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.Step;
import city.nhip.engine.planning.signals.Timing;
import java.util.List;

/** Signal plans as a SUMO additional file: one static program a signal, beside the network's. */
public final class SumoSignalFile {
  private static final String PROGRAM = "nhip";

  private SumoSignalFile() {}

  /**
   * @param timings one an intersection, in the network's order
   */
  public static String write(SignalNetwork network, List<Timing> timings) {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<additional>\n");
    for (int site = 0; site < timings.size(); site++) {
      Intersection it = network.intersections().get(site);
      Timing timing = timings.get(site);
      xml.append("    <tlLogic id=\"").append(escaped(it.id()));
      xml.append("\" type=\"static\" programID=\"").append(PROGRAM);
      xml.append("\" offset=\"").append(timing.offset()).append("\">\n");
      for (Step step : it.steps(timing)) {
        xml.append("        <phase duration=\"").append(step.seconds());
        xml.append("\" state=\"").append(step.state()).append("\"/>\n");
      }
      xml.append("    </tlLogic>\n");
    }
    return xml.append("</additional>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
