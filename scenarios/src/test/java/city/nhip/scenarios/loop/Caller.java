package city.nhip.scenarios.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
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
   * @param headers by lower-case name
   */
  record Answer(int status, String type, JsonNode body, HttpHeaders headers) {
    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  Answer get(String path) {
    return call("GET", path, "");
  }

  /** With headers of its own. */
  Answer call(String method, String path, String body, Map<String, String> headers) {
    try {
      return read(answer(method, path, body, headers));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is answered with 200, whatever its type. */
  String text(String path) {
    try {
      HttpResponse<String> answer = answer("GET", path, "", Map.of());
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
    return read(answer(method, path, body, Map.of()));
  }

  private static Answer read(HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    JsonNode content =
        type.contains("json") && !answer.body().isEmpty()
            ? JSON.readTree(answer.body())
            : JSON.createObjectNode();
    return new Answer(answer.statusCode(), type, content, answer.headers());
  }

  private HttpResponse<String> answer(
      String method, String path, String body, Map<String, String> headers) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
    if (!account.isEmpty()) {
      String word = account + ":" + account;
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8)));
    }
    request.header("Content-Type", "application/json");
    headers.forEach(request::header);
    request.method(method, HttpRequest.BodyPublishers.ofString(body));
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
