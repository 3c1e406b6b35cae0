package city.nhip.scenarios.instance.signals;

import city.nhip.engine.files.BadFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One pass over a SUMO file, plain or gzip; document types and external entities are refused. */
final class SumoXml {
  /** Is told of every element's start and end, in order. */
  interface Visitor {
    void start(Element element);

    default void end(String name) {}
  }

  /** An element that has just been opened. */
  static final class Element {
    private final Path file;
    private final XMLStreamReader reader;

    private Element(Path file, XMLStreamReader reader) {
      this.file = file;
      this.reader = reader;
    }

    String name() {
      return reader.getLocalName();
    }

    Optional<String> find(String attribute) {
      return Optional.ofNullable(reader.getAttributeValue(null, attribute));
    }

    String get(String attribute) {
      return find(attribute)
          .orElseThrow(
              () -> wrong("<%s> has no %s. Add the attribute.".formatted(name(), attribute)));
    }

    double number(String attribute) {
      return number(attribute, get(attribute));
    }

    double number(String attribute, double absent) {
      return find(attribute).map(text -> number(attribute, text)).orElse(absent);
    }

    /**
     * @return seconds; SUMO writes them as a number, or as hours, minutes and seconds ({@code
     *     7:30:00}), after days perhaps
     */
    double seconds(String attribute) {
      String text = get(attribute);
      if (!text.matches("(\\d+:)?\\d+:\\d+:[\\d.]+")) {
        return number(attribute);
      }
      List<String> parts = List.of(text.split(":"));
      double minutes = 0;
      for (int i = 0; i < parts.size() - 1; i++) {
        minutes = (i == parts.size() - 3 ? 24 : 60) * minutes + number(attribute, parts.get(i));
      }
      return 60 * minutes + number(attribute, parts.get(parts.size() - 1));
    }

    double seconds(String attribute, double absent) {
      return find(attribute).isPresent() ? seconds(attribute) : absent;
    }

    int integer(String attribute) {
      double value = number(attribute);
      if (value != Math.rint(value) || Math.abs(value) > 1e9) {
        throw wrong("%s is '%s'. Give a whole number.".formatted(attribute, get(attribute)));
      }
      return (int) value;
    }

    /** What a part of an attribute says. */
    double number(String attribute, String text) {
      try {
        double value = Double.parseDouble(text);
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        // said below
      }
      throw wrong("%s is '%s'. Give a number.".formatted(attribute, text));
    }

    int line() {
      return reader.getLocation().getLineNumber();
    }

    BadFile wrong(String problem) {
      return new BadFile(file, "line " + line(), problem);
    }
  }

  private SumoXml() {}

  /**
   * @param root the name that the outermost element must have
   */
  static void read(Path file, String root, Visitor visitor) {
    try (InputStream in = open(file)) {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      boolean first = true;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          Element element = new Element(file, reader);
          if (first && !element.name().equals(root)) {
            throw element.wrong(
                "it begins with <%s>, not <%s>. Give the right SUMO file."
                    .formatted(element.name(), root));
          }
          first = false;
          visitor.start(element);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          visitor.end(reader.getLocalName());
        } else if (event == XMLStreamConstants.DTD) {
          throw new BadFile(file, "line 1", "it has a document type. Remove the DOCTYPE.");
        }
      }
    } catch (NoSuchFileException e) {
      throw new BadFile(file, "", "the file is missing. Correct the path.");
    } catch (XMLStreamException e) {
      whole(file);
      String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNumber();
      throw new BadFile(file, where, "it is no well-formed XML. Repair or export it anew.");
    } catch (EOFException e) {
      throw cutShort(file);
    } catch (IOException e) {
      throw new BadFile(file, "", "it cannot be read (" + e.getMessage() + "). Check the file.");
    } catch (UncheckedIOException e) {
      throw new BadFile(file, "", "it cannot be read. Check the file.");
    }
  }

  /**
   * @throws BadFile where a compressed file ends too early, or is damaged
   */
  private static void whole(Path file) {
    try (InputStream in = open(file)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (EOFException e) {
      throw cutShort(file);
    } catch (IOException e) {
      throw new BadFile(
          file, "", "the compressed file is damaged (" + e.getMessage() + "). Copy it anew.");
    }
  }

  private static BadFile cutShort(Path file) {
    return new BadFile(
        file, "", "the compressed file is cut short. Copy or export it anew, to its end.");
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    try {
      in.mark(2);
      boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      return gzip ? new BufferedInputStream(new GZIPInputStream(in)) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
