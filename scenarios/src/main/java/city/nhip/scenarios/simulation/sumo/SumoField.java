package city.nhip.scenarios.simulation.sumo;

import city.nhip.engine.planning.signals.Intersection;
import city.nhip.engine.planning.signals.Timing;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * SUMO's controllers as a field that plans are published to: {@code PUT} of a plan, {@code GET} of
 * what is carried, {@code GET} of what each controller follows. An older plan is refused.
 */
final class SumoField implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<Intersection> sites;
  private final List<PlanRunner> runners;
  private final HttpServer server;
  private long sequence;
  private String hash = "";
  private int plans;

  SumoField(List<Intersection> sites, List<PlanRunner> runners) throws IOException {
    this.sites = sites;
    this.runners = runners;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/plans/signals/" + SumoCity.ZONE, this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How many plans took effect. */
  synchronized int plans() {
    return plans;
  }

  /** What every signal shows in this second. */
  synchronized void show(Traci traci, int second) {
    for (int site = 0; site < sites.size(); site++) {
      traci.show(sites.get(site).id(), runners.get(site).show(second));
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      int status = 200;
      if (exchange.getRequestMethod().equals("PUT")) {
        status =
            take(
                Long.parseLong(exchange.getRequestHeaders().getFirst("Nhip-Sequence")),
                exchange.getRequestHeaders().getFirst("Nhip-Hash"),
                JSON.readTree(body));
      }
      byte[] answer =
          JSON.writeValueAsBytes(
              exchange.getRequestURI().getPath().endsWith("/devices") ? devices() : carried());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /**
   * @return the HTTP status
   */
  private synchronized int take(long number, String sum, JsonNode plan) {
    if (number < sequence || (number == sequence && !sum.equals(hash))) {
      return 409;
    }
    if (number > sequence) {
      List<Optional<Timing>> timings = sites.stream().map(site -> timing(site, plan)).toList();
      for (int site = 0; site < sites.size(); site++) {
        timings.get(site).ifPresent(runners.get(site)::change);
      }
      sequence = number;
      hash = sum;
      plans++;
    }
    return 200;
  }

  /** The published greens with the site's own intergreens. */
  private static Optional<Timing> timing(Intersection site, JsonNode plan) {
    List<String> stages = site.stages().stream().map(stage -> stage.id()).toList();
    for (JsonNode one : plan.path("intersections")) {
      if (one.path("id").asString().equals(site.id())) {
        List<Timing.Green> greens = new ArrayList<>();
        for (JsonNode green : one.path("stages")) {
          greens.add(
              new Timing.Green(
                  stages.indexOf(green.path("stage").asString()),
                  green.path("greenSeconds").asInt()));
        }
        return Optional.of(Timing.of(site, one.path("offsetSeconds").asInt(), greens));
      }
    }
    return Optional.empty();
  }

  private synchronized Map<String, Object> carried() {
    return Map.of("sequence", sequence, "hash", hash);
  }

  private synchronized List<Map<String, Object>> devices() {
    List<Map<String, Object>> devices = new ArrayList<>();
    for (int site = 0; site < sites.size(); site++) {
      boolean follows = runners.get(site).follows();
      Map<String, Object> device = new LinkedHashMap<>();
      device.put("device", sites.get(site).id());
      device.put("sequence", follows ? sequence : sequence - 1);
      device.put("hash", follows ? hash : "");
      devices.add(device);
    }
    return devices;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
