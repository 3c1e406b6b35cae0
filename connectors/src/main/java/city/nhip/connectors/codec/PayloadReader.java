package city.nhip.connectors.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bytes to a tree, within limits: gzip is unpacked where the bytes begin like it. */
public final class PayloadReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private PayloadReader() {}

  /**
   * @param largest bytes that the payload may have, unpacked
   * @throws UnreadablePayload when it is larger, or not of the format
   */
  public static JsonNode read(PayloadFormat format, byte[] payload, int largest) {
    String text = text(unpack(payload, largest));
    return switch (format) {
      case JSON -> json(text, 0);
      case JSON_LINES -> lines(text);
      case CSV -> csv(text);
    };
  }

  /** The payload without its gzip wrapping. */
  public static byte[] unpack(byte[] payload, int largest) {
    boolean gzip = payload.length > 2 && (payload[0] & 0xff) == 0x1f && (payload[1] & 0xff) == 0x8b;
    byte[] bytes = payload;
    if (gzip) {
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(payload))) {
        bytes = in.readNBytes(largest + 1);
      } catch (IOException e) {
        throw new UnreadablePayload(
            "Nội dung bắt đầu như gzip mà không phải: %s. Hãy gửi trọn vẹn."
                .formatted(e.getMessage()),
            "The payload begins like gzip and is none: %s. Send it whole."
                .formatted(e.getMessage()));
      }
    }
    if (bytes.length > largest) {
      throw new UnreadablePayload(
          "Nội dung lớn hơn %d byte. Hãy gửi ít hơn mỗi lần, hoặc tăng largestBytes."
              .formatted(largest),
          "The payload has more than %d bytes. Send less at once, or raise largestBytes."
              .formatted(largest));
    }
    return bytes;
  }

  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnreadablePayload(
          "Nội dung không phải UTF-8. Hãy gửi UTF-8.", "The payload is not UTF-8. Send UTF-8.");
    }
  }

  /**
   * @param line 0 where the text is the whole payload
   */
  private static JsonNode json(String text, int line) {
    String vi = line == 0 ? "" : "Dòng %d: ".formatted(line);
    String en = line == 0 ? "" : "Line %d: ".formatted(line);
    try {
      JsonNode tree = JSON.readTree(text);
      if (tree.isMissingNode()) {
        throw new UnreadablePayload(
            vi + "Nội dung trống. Hãy gửi JSON.", en + "The payload is empty. Send JSON.");
      }
      return tree;
    } catch (JacksonException e) {
      throw new UnreadablePayload(
          "%sNội dung không phải JSON%s: %s. Hãy gửi JSON đúng."
              .formatted(vi, place("dòng %d, cột %d", e.getLocation()), e.getOriginalMessage()),
          "%sThe payload is no JSON%s: %s. Send valid JSON."
              .formatted(en, place("line %d, column %d", e.getLocation()), e.getOriginalMessage()));
    }
  }

  private static JsonNode lines(String text) {
    ArrayNode all = JSON.createArrayNode();
    int number = 0;
    for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
      String line = lines.next();
      number++;
      if (!line.isBlank()) {
        all.add(json(line, number));
      }
    }
    return all;
  }

  private static JsonNode csv(String text) {
    ArrayNode all = JSON.createArrayNode();
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      for (CSVRecord record : parser) {
        if (!record.isConsistent()) {
          Object[] counts = {
            parser.getCurrentLineNumber(), record.size(), parser.getHeaderNames().size()
          };
          throw new UnreadablePayload(
              "Dòng %d có %d ô, dòng đầu có %d. Hãy sửa lại.".formatted(counts),
              "Line %d has %d cells, the header %d. Mend it.".formatted(counts));
        }
        ObjectNode row = all.addObject();
        record.toMap().forEach(row::put);
      }
    } catch (IOException
        | UncheckedIOException
        | IllegalArgumentException
        | IllegalStateException e) {
      throw new UnreadablePayload(
          "Nội dung không phải CSV có dòng đầu: %s. Hãy sửa lại.".formatted(e.getMessage()),
          "The payload is no CSV with a header: %s. Mend it.".formatted(e.getMessage()));
    }
    return all;
  }

  private static String place(String words, @Nullable TokenStreamLocation location) {
    return location == null
        ? ""
        : " (" + words.formatted(location.getLineNr(), location.getColumnNr()) + ")";
  }
}
