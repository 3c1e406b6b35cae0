package city.nhip.scenarios.integrator;

import city.nhip.connectors.folder.RouteFile;
import city.nhip.scenarios.server.CityServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.RestClient;

/** The tiny city served for an integrator: a copy of its folder, its own memory, no replay. */
final class IntegratorCity implements AutoCloseable {
  private final Path folder;
  private final ConfigurableApplicationContext context;

  IntegratorCity(Path place, String... settings) {
    this.folder = place.resolve("city");
    copy(Path.of("cities/tiny"), folder);
    List<String> words =
        new ArrayList<>(
            List.of(
                "--nhip.city=" + folder,
                "--nhip.data=" + place.resolve("data"),
                "--nhip.speed=1",
                "--nhip.replay.enabled=false",
                "--server.port=0",
                "--management.server.port=0"));
    words.addAll(List.of(settings));
    this.context = SpringApplication.run(CityServer.class, words.toArray(String[]::new));
  }

  /** The folder of a connector, for a test to edit. */
  Path connector(String name) {
    return folder.resolve("connectors").resolve(name);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  JdbcTemplate jdbc() {
    return bean(JdbcTemplate.class);
  }

  long count(String property) {
    Long count =
        jdbc()
            .queryForObject(
                "select count(*) from reading where property = ?", Long.class, property);
    return count == null ? 0 : count;
  }

  ResponseEntity<String> post(String account, String path, Object body) {
    return send(account, HttpMethod.POST, path, body);
  }

  String get(String path) {
    String body = send("integrator", HttpMethod.GET, path, "").getBody();
    return body == null ? "" : body;
  }

  /** As a connector's route hands a message over. */
  void door(String connector, byte[] payload, Map<String, Object> headers) {
    Exchange sent =
        context
            .getBean(ProducerTemplate.class)
            .send(
                RouteFile.DOOR,
                exchange -> {
                  exchange.setProperty("NhipConnector", connector);
                  exchange.getMessage().setBody(payload);
                  exchange.getMessage().setHeaders(new HashMap<>(headers));
                });
    if (sent.getException() != null) {
      throw new IllegalStateException(sent.getException());
    }
  }

  private ResponseEntity<String> send(String account, HttpMethod method, String path, Object body) {
    String credentials =
        Base64.getEncoder()
            .encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8));
    RestClient.RequestBodySpec request =
        RestClient.create(
                "http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
            .method(method)
            .uri(path)
            .header("Authorization", "Basic " + credentials);
    if (method == HttpMethod.POST) {
      request.contentType(MediaType.APPLICATION_JSON).body(body);
    }
    return request.exchange(
        (sent, answer) ->
            ResponseEntity.status(answer.getStatusCode())
                .body(new String(answer.getBody().readAllBytes(), StandardCharsets.UTF_8)));
  }

  static void write(Path folder, Map<String, String> files) {
    files.forEach(
        (name, text) -> {
          try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
