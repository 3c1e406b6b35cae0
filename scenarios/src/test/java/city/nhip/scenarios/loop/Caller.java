package city.nhip.scenarios.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to a city over HTTP as one account.
 *
 * @param account name and password; empty for nobody
 */
record Caller(String url, String account) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /**
   * @param body empty object where the answer has none, or is no JSON
   */
  record Answer(int status, String type, JsonNode body) {}

  Answer get(String path) {
    return call("GET", path, "");
  }

  /** What is answered with 200, whatever its type. */
  String text(String path) {
    try {
      HttpResponse<String> answer = answer("GET", path, "");
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " answers " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer post(String path, Object body) {
    return call("POST", path, body instanceof String text ? text : JSON.writeValueAsString(body));
  }

  Answer call(String method, String path, String body) {
    try {
      return send(method, path, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IOException when nobody answers
   */
  Answer send(String method, String path, String body) throws IOException {
    HttpResponse<String> answer = answer(method, path, body);
    String type = answer.headers().firstValue("Content-Type").orElse("");
    JsonNode content =
        type.contains("json") && !answer.body().isEmpty()
            ? JSON.readTree(answer.body())
            : JSON.createObjectNode();
    return new Answer(answer.statusCode(), type, content);
  }

  private HttpResponse<String> answer(String method, String path, String body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
    if (!account.isEmpty()) {
      String word = account + ":" + account;
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8)));
    }
    request.header("Content-Type", "application/json");
    request.method(method, HttpRequest.BodyPublishers.ofString(body));
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
