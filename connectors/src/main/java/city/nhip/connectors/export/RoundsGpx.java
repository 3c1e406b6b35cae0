package city.nhip.connectors.export;

import city.nhip.engine.city.Localized;
import city.nhip.engine.schedule.Schedule;
import java.time.Instant;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;

/**
 * Rounds as GPX 1.1: a route a truck, a route point a stop. The driver's device finds the streets
 * between them.
 */
@Component
class RoundsGpx extends RoundsExport {
  RoundsGpx(Rounds rounds) {
    super(
        rounds,
        "gpx",
        "application/gpx+xml",
        new Localized("Định vị cho lái xe (GPX)", "Driver's navigation (GPX)"));
  }

  @Override
  public byte[] write(Schedule schedule, Optional<String> part) {
    return XmlText.document(
        xml -> {
          xml.writeStartElement("gpx");
          xml.writeDefaultNamespace("http://www.topografix.com/GPX/1/1");
          xml.writeAttribute("version", "1.1");
          xml.writeAttribute("creator", "nhip");
          for (Round round : rounds().of(schedule, part)) {
            write(xml, round);
          }
          xml.writeEndElement();
        });
  }

  private static void write(XMLStreamWriter xml, Round round) throws XMLStreamException {
    xml.writeStartElement("rte");
    element(xml, "name", round.truck());
    for (Round.Stop stop : round.stops()) {
      xml.writeStartElement("rtept");
      xml.writeAttribute("lat", Double.toString(stop.position().latitude()));
      xml.writeAttribute("lon", Double.toString(stop.position().longitude()));
      element(xml, "time", seconds(stop.arrive()));
      element(xml, "name", stop.number() + " " + stop.name().vi());
      if (stop.straight()) {
        element(xml, "cmt", "Ước lượng theo đường thẳng · straight-line estimate");
      }
      element(xml, "type", stop.kind());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String seconds(Instant at) {
    return Instant.ofEpochSecond(at.getEpochSecond()).toString();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
