package city.nhip.scenarios.loop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A webhook and a context broker. Each refuses what it is told for the first time. */
final class Neighbours {
  static final String SECRET = "whsec_c2l4dGVlbi1ieXRlcy1vZi1zZWNyZXQ=";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static Optional<Neighbours> running = Optional.empty();

  private final HttpServer server;
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final Set<String> entityTypes = ConcurrentHashMap.newKeySet();

  private Neighbours() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/hook", this::hook);
    server.createContext("/ngsi-ld/v1/entityOperations/upsert", this::upsert);
    server.start();
  }

  static synchronized Neighbours running() {
    Neighbours one =
        running.orElseGet(
            () -> {
              try {
                return new Neighbours();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    running = Optional.of(one);
    return one;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Those whose signature is right. */
  List<JsonNode> signedEvents() {
    return List.copyOf(events);
  }

  Set<String> entityTypes() {
    return Set.copyOf(entityTypes);
  }

  private void hook(HttpExchange call) throws IOException {
    byte[] body = call.getRequestBody().readAllBytes();
    String id = call.getRequestHeaders().getFirst("webhook-id");
    String signed = id + "." + call.getRequestHeaders().getFirst("webhook-timestamp") + ".";
    if (refused.add(id)) {
      answer(call, 503);
    } else if (call.getRequestHeaders()
        .getFirst("webhook-signature")
        .equals("v1," + code(signed + new String(body, StandardCharsets.UTF_8)))) {
      events.add(JSON.readTree(body));
      answer(call, 204);
    } else {
      answer(call, 401);
    }
  }

  private void upsert(HttpExchange call) throws IOException {
    JsonNode entities = JSON.readTree(call.getRequestBody().readAllBytes());
    if (refused.add(entities.path(0).toString())) {
      answer(call, 500);
    } else {
      entities.forEach(one -> entityTypes.add(one.path("type").asString()));
      answer(call, 201);
    }
  }

  private static String code(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange call, int status) throws IOException {
    call.sendResponseHeaders(status, -1);
    call.close();
  }
}
