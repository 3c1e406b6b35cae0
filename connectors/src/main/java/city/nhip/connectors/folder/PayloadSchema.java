package city.nhip.connectors.folder;

import city.nhip.connectors.codec.UnreadablePayload;
import city.nhip.engine.files.BadFile;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code schema.json}, JSON Schema 2020-12: what a payload must look like before it is mapped. */
final class PayloadSchema {
  static final String NAME = "schema.json";
  private static final int MOST_ERRORS = 5;

  private final Schema schema;
  private final String text;

  private PayloadSchema(Schema schema, String text) {
    this.schema = schema;
    this.text = text;
  }

  /** As the integrator wrote it. */
  String text() {
    return text;
  }

  /**
   * @throws BadFile when the text is no schema
   */
  static PayloadSchema parse(Path file, String text) {
    try {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(text, InputFormat.JSON);
      schema.initializeValidators();
      return new PayloadSchema(schema, text);
    } catch (SchemaException | IllegalArgumentException e) {
      throw new BadFile(file, "", "this is no JSON Schema: " + e.getMessage());
    }
  }

  /**
   * @throws UnreadablePayload with the JSON pointers of what is wrong
   */
  void check(JsonNode tree) {
    List<Error> errors = schema.validate(tree);
    if (!errors.isEmpty()) {
      List<String> said =
          errors.stream()
              .limit(MOST_ERRORS)
              .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
              .toList();
      throw new UnreadablePayload(
          "%s. Có %d lỗi; hãy gửi đúng như %s."
              .formatted(String.join("; ", said), errors.size(), NAME),
          "%s. There are %d faults; send what %s asks for."
              .formatted(String.join("; ", said), errors.size(), NAME));
    }
  }
}
