package city.nhip.connectors.export;

import city.nhip.engine.city.Localized;
import city.nhip.engine.export.ScheduleExport;
import city.nhip.engine.schedule.Schedule;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;

/**
 * Signal plans as SUMO programs, an additional file. A state has a letter a signal group, in the
 * order that the comment names; a network whose links number otherwise needs them in its order.
 */
@Component
class SumoExport implements ScheduleExport {
  @Override
  public String domain() {
    return SignalCycles.DOMAIN;
  }

  @Override
  public String format() {
    return "add.xml";
  }

  @Override
  public Localized title() {
    return new Localized("Chương trình đèn cho SUMO", "SUMO programs");
  }

  @Override
  public String mediaType() {
    return "application/xml";
  }

  @Override
  public byte[] write(Schedule schedule, Optional<String> part) {
    return XmlText.document(
        xml -> {
          xml.writeStartElement("additional");
          for (SignalCycles.Cycle cycle : SignalCycles.of(schedule)) {
            write(xml, cycle);
          }
          xml.writeEndElement();
        });
  }

  private static void write(XMLStreamWriter xml, SignalCycles.Cycle cycle)
      throws XMLStreamException {
    xml.writeComment(" %s: %s ".formatted(cycle.id(), String.join(" ", cycle.groups())));
    xml.writeStartElement("tlLogic");
    xml.writeAttribute("id", cycle.id());
    xml.writeAttribute("type", "static");
    xml.writeAttribute("programID", "nhip");
    xml.writeAttribute("offset", Integer.toString(cycle.offsetSeconds()));
    for (SignalCycles.Step step : cycle.steps()) {
      xml.writeEmptyElement("phase");
      xml.writeAttribute("duration", Integer.toString(step.seconds()));
      xml.writeAttribute("state", step.state());
    }
    xml.writeEndElement();
  }
}
