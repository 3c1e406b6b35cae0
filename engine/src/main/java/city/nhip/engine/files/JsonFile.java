package city.nhip.engine.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a JSON file, plain or gzip, into records; what is wrong is said with its JSON pointer and
 * line.
 */
public final class JsonFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .annotationIntrospector(new OptionalFields())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final JsonMapper SPARSE =
      MAPPER
          .rebuild()
          .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .annotationIntrospector(new JacksonAnnotationIntrospector())
          .build();

  /** All of a record's fields must be there, but for those that are Optional. */
  private static final class OptionalFields extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      return member.getRawType() != Optional.class;
    }
  }

  private JsonFile() {}

  /**
   * @throws BadFile when the file is missing, is no JSON, has an unknown or missing field, or a
   *     record's own check refuses a value
   */
  public static <T> T read(Path file, Class<T> type) {
    return read(MAPPER, file, type);
  }

  /**
   * The same for a record whose fields may be left out; they come as null.
   *
   * @throws BadFile as above, but for missing fields
   */
  public static <T> T readSparse(Path file, Class<T> type) {
    return read(SPARSE, file, type);
  }

  private static <T> T read(JsonMapper mapper, Path file, Class<T> type) {
    try (InputStream in = open(file)) {
      return mapper.readValue(in, type);
    } catch (NoSuchFileException e) {
      throw new BadFile(file, "", "the file is missing. Create it as the folder's README shows.");
    } catch (JacksonException e) {
      throw new BadFile(file, where(e), problem(e));
    } catch (ZipException | EOFException e) {
      throw new BadFile(file, "", "the gzip data is damaged. Copy or write the file again.");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private static String where(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    String line = location == null ? "" : "line " + location.getLineNr();
    if (e instanceof DatabindException && !e.getPath().isEmpty()) {
      StringBuilder pointer = new StringBuilder();
      for (JacksonException.Reference step : e.getPath()) {
        pointer
            .append('/')
            .append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
      }
      return pointer + (line.isEmpty() ? "" : " (" + line + ")");
    }
    return line;
  }

  private static String problem(JacksonException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException) {
        return String.valueOf(cause.getMessage());
      }
    }
    String message = e.getOriginalMessage();
    if (message.startsWith("Missing required creator property")) {
      return "this field is missing. Write it.";
    }
    if (message.startsWith("Null value for creator property")) {
      return "this field is null. Give it a value.";
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "this field is not known. Known here: "
          + unknown.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .sorted()
              .collect(Collectors.joining(", "))
          + ".";
    }
    if (e instanceof InvalidFormatException wrong) {
      return "'%s' is not %s. Correct it.".formatted(wrong.getValue(), kind(wrong.getTargetType()));
    }
    if (e instanceof MismatchedInputException wrong && wrong.getTargetType() != null) {
      return kind(wrong.getTargetType()) + " belongs here. Correct it.";
    }
    return message;
  }

  private static String kind(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "a whole number";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "a text";
    }
    return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
  }
}
