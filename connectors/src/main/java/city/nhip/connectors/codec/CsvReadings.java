package city.nhip.connectors.codec;

import city.nhip.rules.intake.RawReading;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Readings as lines of UTF-8 text under the header {@code device,property,observedAt,value,unit};
 * streamed, so that a file of any length needs the memory of one chunk.
 */
public final class CsvReadings implements Iterator<CsvReadings.Chunk>, Closeable {
  public static final List<String> COLUMNS =
      List.of("device", "property", "observedAt", "value", "unit");

  private static final int CHUNK = 500;
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private final CSVParser parser;
  private final Iterator<CSVRecord> rows;

  /** Lines that are handed over together. */
  public record Chunk(List<Line> lines) {
    public List<RawReading> readings() {
      return lines.stream().map(Line::reading).toList();
    }
  }

  /**
   * @param number from 1, the header being 1
   * @param cells as they stand in the file
   */
  public record Line(long number, List<String> cells, RawReading reading) {}

  private CsvReadings(CSVParser parser) {
    this.parser = parser;
    this.rows = parser.iterator();
  }

  /**
   * @throws UnreadablePayload when the header is not the one above
   */
  public static CsvReadings open(InputStream bytes) {
    try {
      CSVParser parser =
          FORMAT.parse(
              new BufferedReader(
                  new InputStreamReader(
                      bytes,
                      StandardCharsets.UTF_8
                          .newDecoder()
                          .onMalformedInput(CodingErrorAction.REPORT)
                          .onUnmappableCharacter(CodingErrorAction.REPORT))));
      if (!parser.getHeaderNames().equals(COLUMNS)) {
        parser.close();
        Object[] headers = {String.join(",", parser.getHeaderNames()), String.join(",", COLUMNS)};
        throw new UnreadablePayload(
            "Dòng 1 là %s. Hãy ghi %s.".formatted(headers),
            "Line 1 reads %s. Write %s.".formatted(headers));
      }
      return new CsvReadings(parser);
    } catch (IllegalArgumentException e) {
      throw new UnreadablePayload("Dòng 1: " + e.getMessage(), "Line 1: " + e.getMessage());
    } catch (IOException e) {
      throw broken(1, e);
    }
  }

  @Override
  public boolean hasNext() {
    try {
      return rows.hasNext();
    } catch (UncheckedIOException | IllegalStateException e) {
      throw broken(parser.getCurrentLineNumber(), e);
    }
  }

  @Override
  public Chunk next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    List<Line> lines = new ArrayList<>(CHUNK);
    while (lines.size() < CHUNK && hasNext()) {
      CSVRecord row = rows.next();
      lines.add(new Line(parser.getCurrentLineNumber(), row.toList(), reading(row)));
    }
    return new Chunk(lines);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private static RawReading reading(CSVRecord row) {
    return new RawReading(
        cell(row, 0), cell(row, 1), cell(row, 2), number(cell(row, 3)), cell(row, 4));
  }

  private static @Nullable String cell(CSVRecord row, int index) {
    return row.size() == COLUMNS.size() ? row.get(index) : null;
  }

  private static @Nullable Double number(@Nullable String text) {
    try {
      return text == null ? null : Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Text that no decoder reads is the sender's fault; a disk that does not answer is not. */
  private static RuntimeException broken(long line, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        return new UnreadablePayload(
            "Sau dòng %d văn bản không phải UTF-8. Hãy lưu tệp dạng UTF-8.".formatted(line),
            "After line %d the text is not UTF-8. Save the file as UTF-8.".formatted(line));
      }
      if (cause instanceof CSVException) {
        return new UnreadablePayload(
            "Sau dòng %d: %s. Hãy sửa dấu nháy.".formatted(line, cause.getMessage()),
            "After line %d: %s. Mend the quotes.".formatted(line, cause.getMessage()));
      }
    }
    return e instanceof IOException io
        ? new UncheckedIOException("Cannot read the file after line " + line, io)
        : new IllegalStateException("Cannot read the file after line " + line, e);
  }
}
