package city.nhip.connectors.inbound;

import city.nhip.connectors.codec.CsvReadings;
import city.nhip.connectors.codec.UnreadablePayload;
import city.nhip.rules.intake.IntakeReceipt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Readings as files in a folder. A file goes to {@code done} after its last line is committed;
 * unusable lines stand beside it in {@code <file>.rejected.csv}, with their reason; an unreadable
 * file goes to {@code failed}. When the process dies or the database is away the file stays and is
 * read again from its start: what was committed falls away as a duplicate.
 *
 * <p>A city's own route sets the header {@value ReadingRoutes#SOURCE}, hands a file to {@code
 * direct:csv-file} and moves it to {@code ${header.NhipFolder}}.
 */
@Component
class CsvDropRoute extends RouteBuilder {
  private static final String FOLDER = "NhipFolder";
  private static final String CHUNK = "NhipChunk";
  private static final String REJECTED = "NhipRejected";
  private static final long LARGEST_FILE = 64L * 1024 * 1024;

  private final DeadLetters deadLetters;

  CsvDropRoute(DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
  }

  @Override
  public void configure() {
    from("file:{{nhip.inbox}}?include=.*\\.csv&readLock=changed&readLockCheckInterval=200"
            + "&readLockMinAge=200&sortBy=file:modified&delay=500"
            + "&backoffErrorThreshold=2&backoffMultiplier=10&move=${header.NhipFolder}/${file:name}")
        .routeId("csv-drop")
        .setHeader(ReadingRoutes.SOURCE, constant("csv"))
        .to("direct:csv-file");

    from("direct:csv-file")
        .routeId("csv-file")
        .errorHandler(noErrorHandler())
        .removeHeaders("*", ReadingRoutes.SOURCE, "CamelFile*")
        .setHeader(FOLDER, constant("done"))
        .doTry()
        .process(CsvDropRoute::open)
        .split(body())
        .streaming()
        .stopOnException()
        .process(CsvDropRoute::unpack)
        .to("direct:readings")
        .process(CsvDropRoute::writeRejected)
        .end()
        .endDoTry()
        .doCatch(UnreadablePayload.class)
        .setHeader(FOLDER, constant("failed"))
        .process(this::bury)
        .end();
  }

  private static void open(Exchange exchange) throws InvalidPayloadException, IOException {
    long length = Files.size(file(exchange));
    if (length > LARGEST_FILE) {
      throw new UnreadablePayload(
          "Tệp có %d byte, quá %d. Hãy chia nhỏ.".formatted(length, LARGEST_FILE),
          "The file has %d bytes, more than %d. Split it.".formatted(length, LARGEST_FILE));
    }
    RejectedLines rejected = RejectedLines.startFor(file(exchange));
    exchange.setProperty(REJECTED, rejected);
    exchange
        .getMessage()
        .setBody(CsvReadings.open(exchange.getMessage().getMandatoryBody(InputStream.class)));
  }

  private static void unpack(Exchange exchange) throws InvalidPayloadException {
    CsvReadings.Chunk chunk = exchange.getMessage().getMandatoryBody(CsvReadings.Chunk.class);
    exchange.setProperty(CHUNK, chunk);
    exchange.getMessage().setBody(chunk.readings());
  }

  private static void writeRejected(Exchange exchange) throws InvalidPayloadException, IOException {
    Objects.requireNonNull(exchange.getProperty(REJECTED, RejectedLines.class))
        .append(
            Objects.requireNonNull(exchange.getProperty(CHUNK, CsvReadings.Chunk.class)),
            exchange.getMessage().getMandatoryBody(IntakeReceipt.class).rejected());
  }

  private void bury(Exchange exchange) {
    UnreadablePayload failure =
        Objects.requireNonNull(
            exchange.getProperty(Exchange.EXCEPTION_CAUGHT, UnreadablePayload.class));
    String name = String.valueOf(file(exchange).getFileName());
    log.warn("File {} was put aside: {}", name, failure.getMessage());
    deadLetters.keep(
        ReadingRoutes.source(exchange), List.of(DeadLetters.Letter.ofText(name, failure.reason())));
  }

  private static Path file(Exchange exchange) {
    return Path.of(
        Objects.requireNonNull(
            exchange.getMessage().getHeader("CamelFileAbsolutePath", String.class)));
  }
}
