package city.nhip.engine.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API's document says beyond the controllers: keys, entity tags and refusals. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
  private static final String KEY = "IdempotencyKey";
  private static final String TAG = "ETag";
  private static final Set<PathItem.HttpMethod> COMMANDS =
      Set.of(
          PathItem.HttpMethod.POST,
          PathItem.HttpMethod.PUT,
          PathItem.HttpMethod.PATCH,
          PathItem.HttpMethod.DELETE);

  @Bean
  OpenApiCustomizer keysTagsAndRefusals() {
    return ApiDocument::complete;
  }

  private static void complete(OpenAPI api) {
    api.setInfo(
        new Info()
            .title("Nhịp")
            .version("1")
            .description("What a city measures, what it plans from it, and who decided so."));
    Components components = api.getComponents();
    components.addParameters(
        KEY,
        new Parameter()
            .in("header")
            .name("Idempotency-Key")
            .schema(new StringSchema().maxLength(120))
            .description(
                "Names this very command: sent again with it, it is not carried out again, and the"
                    + " first answer comes back with Idempotent-Replayed: true."));
    components.addHeaders(
        TAG,
        new Header()
            .schema(new StringSchema())
            .description("Names the present state. Send it back as If-Match to change it."));
    components.addSchemas("Problem", problem());
    api.getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap().forEach((verb, it) -> operation(api, path, verb, it)));
  }

  private static void operation(
      OpenAPI api, String path, PathItem.HttpMethod verb, Operation operation) {
    ApiResponses answers = operation.getResponses();
    refusal(answers, "default", "A refusal, in words: what is so, and what to do.");
    if (COMMANDS.contains(verb) && !path.startsWith("/field/")) {
      operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + KEY));
    }
    if (takesTag(operation)) {
      refusal(answers, "412", "It was changed since the caller loaded it.");
      PathItem thing = api.getPaths().get(path.substring(0, path.lastIndexOf('/')));
      if (thing != null && thing.getGet() != null) {
        thing
            .getGet()
            .getResponses()
            .computeIfAbsent("200", status -> new ApiResponse().description("OK"))
            .addHeaderObject(TAG, new Header().$ref("#/components/headers/" + TAG));
      }
    }
  }

  private static boolean takesTag(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(one -> "If-Match".equals(one.getName()));
  }

  private static void refusal(ApiResponses answers, String status, String words) {
    answers.addApiResponse(
        status,
        new ApiResponse()
            .description(words)
            .content(
                new Content()
                    .addMediaType(
                        "application/problem+json",
                        new MediaType()
                            .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
  }

  private static Schema<?> problem() {
    Schema<Object> problem = new Schema<>();
    problem.setTypes(Set.of("object"));
    problem.setDescription("RFC 9457");
    problem.setProperties(
        Map.of(
            "title",
            new StringSchema(),
            "status",
            new Schema<Integer>().types(Set.of("integer")),
            "detail",
            new StringSchema(),
            "words",
            words()));
    return problem;
  }

  private static Schema<?> words() {
    Schema<Object> words = new Schema<>();
    words.setTypes(Set.of("object"));
    words.setDescription("The detail in both languages of the console, where the server has it.");
    words.setProperties(Map.of("vi", new StringSchema(), "en", new StringSchema()));
    return words;
  }
}
