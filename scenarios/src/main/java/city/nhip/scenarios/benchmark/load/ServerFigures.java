package city.nhip.scenarios.benchmark.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a city says of itself: the Prometheus page of its management port.
 *
 * @param heapBytes in use
 * @param decisions by upper bound in seconds, how many readings were decided upon within it
 */
public record ServerFigures(double heapBytes, TreeMap<Double, Double> decisions) {
  private static final Pattern HEAP =
      Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\"[^}]*} (\\S+)");
  private static final Pattern DECISION =
      Pattern.compile("(?m)^nhip_decision_seconds_bucket\\{[^}]*le=\"([^\"]+)\"[^}]*} (\\S+)");

  /**
   * @throws IOException when the management port does not answer
   */
  public static ServerFigures read(URI management) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(management.resolve("/actuator/prometheus"))
                    .timeout(Duration.ofSeconds(20))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("%s answered %d".formatted(management, answer.statusCode()));
    }
    double heap = 0;
    for (Matcher line = HEAP.matcher(answer.body()); line.find(); ) {
      heap += Double.parseDouble(line.group(1));
    }
    TreeMap<Double, Double> decisions = new TreeMap<>();
    for (Matcher line = DECISION.matcher(answer.body()); line.find(); ) {
      double bound =
          line.group(1).equals("+Inf")
              ? Double.POSITIVE_INFINITY
              : Double.parseDouble(line.group(1));
      decisions.merge(bound, Double.parseDouble(line.group(2)), Double::sum);
    }
    return new ServerFigures(heap, decisions);
  }

  /**
   * @return milliseconds within which a share of the readings since then was decided upon: the
   *     bound of its bucket
   */
  public double decidedWithin(double share, ServerFigures then) {
    List<Double> bounds = new ArrayList<>(decisions.keySet());
    double all = bounds.isEmpty() ? 0 : since(then, bounds.get(bounds.size() - 1));
    for (double bound : bounds) {
      if (all > 0 && since(then, bound) >= share * all) {
        return 1e3 * bound;
      }
    }
    return Double.NaN;
  }

  private double since(ServerFigures then, double bound) {
    return decisions.getOrDefault(bound, 0.0) - then.decisions.getOrDefault(bound, 0.0);
  }
}
