package city.nhip.connectors.folder;

import city.nhip.connectors.codec.MeasureUnits;
import city.nhip.connectors.codec.PayloadReader;
import city.nhip.connectors.codec.UnreadablePayload;
import city.nhip.engine.city.Localized;
import city.nhip.engine.files.BadFile;
import city.nhip.engine.files.JsonFile;
import city.nhip.rules.intake.RawReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A connector that reads well: bytes in, readings out. Immutable; shared by threads. */
public final class Connector {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

  private final String name;
  private final Path folder;
  private final ConnectorFile file;
  private final Mapping mapping;
  private final Optional<PayloadSchema> schema;
  private final Optional<RouteFile> route;

  private Connector(
      String name,
      Path folder,
      ConnectorFile file,
      Mapping mapping,
      Optional<PayloadSchema> schema,
      Optional<RouteFile> route) {
    this.name = name;
    this.folder = folder;
    this.file = file;
    this.mapping = mapping;
    this.schema = schema;
    this.route = route;
  }

  /** The steps that one message went through; what is missing was not reached. */
  public record Steps(
      @Nullable JsonNode tree, List<RawReading> readings, @Nullable Localized problem) {
    public Steps {
      readings = List.copyOf(readings);
    }
  }

  /**
   * @throws BadFile with file, line or pointer, and remedy
   */
  public static Connector read(Path folder, MeasureUnits units) {
    String name = String.valueOf(folder.getFileName());
    if (!FORM.matcher(name).matches()) {
      throw new BadFile(
          folder, "", "a connector's name has small letters, digits and '-'. Rename the folder.");
    }
    Path map = folder.resolve(Mapping.NAME);
    return new Connector(
        name,
        folder,
        JsonFile.read(folder.resolve(ConnectorFile.NAME), ConnectorFile.class),
        new Mapping(
            map,
            text(map)
                .orElseThrow(() -> new BadFile(map, "", "the file is missing. Write how it maps.")),
            DeviceNames.read(folder.resolve(DeviceNames.NAME)),
            units),
        text(folder.resolve(PayloadSchema.NAME))
            .map(text -> PayloadSchema.parse(folder.resolve(PayloadSchema.NAME), text)),
        text(folder.resolve(RouteFile.NAME))
            .map(text -> RouteFile.parse(folder.resolve(RouteFile.NAME), name, text)));
  }

  public String name() {
    return name;
  }

  public Path folder() {
    return folder;
  }

  public ConnectorFile file() {
    return file;
  }

  /** The Camel routes that fetch or receive; none where messages come by HTTP push alone. */
  public Optional<RouteFile> route() {
    return route;
  }

  /** The JSON Schema of a payload, as the integrator wrote it. */
  public Optional<String> schema() {
    return schema.map(PayloadSchema::text);
  }

  /**
   * @param headers those of the message that a mapping may use
   * @throws UnreadablePayload when the whole message makes no sense
   */
  public List<RawReading> readings(byte[] payload, Map<String, String> headers, String receivedAt) {
    JsonNode tree = PayloadReader.read(file.format(), payload, file.largestBytes());
    schema.ifPresent(it -> it.check(tree));
    return mapping.apply(tree, headers, receivedAt);
  }

  /** The same, for looking at: never throws for what the message is. */
  public Steps walk(byte[] payload, Map<String, String> headers, String receivedAt) {
    @Nullable JsonNode tree = null;
    try {
      JsonNode read = PayloadReader.read(file.format(), payload, file.largestBytes());
      tree = read;
      schema.ifPresent(it -> it.check(read));
      return new Steps(read, mapping.apply(read, headers, receivedAt), null);
    } catch (UnreadablePayload e) {
      return new Steps(tree, List.of(), e.reason());
    }
  }

  static Optional<String> text(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (CharacterCodingException e) {
      throw new BadFile(file, "", "the file is not UTF-8. Save it as UTF-8.");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
