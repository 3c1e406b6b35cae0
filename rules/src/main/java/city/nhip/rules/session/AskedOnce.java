package city.nhip.rules.session;

import city.nhip.engine.job.OptimizationRequests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands what rules ask to the jobs, and keeps why. */
@Component
class AskedOnce {
  private static final Logger LOG = LoggerFactory.getLogger(AskedOnce.class);

  private final OptimizationRequests requests;
  private final Firings firings;

  AskedOnce(OptimizationRequests requests, Firings firings) {
    this.requests = requests;
    this.firings = firings;
  }

  void submit(Asked asked) {
    try {
      if (requests.submit(asked.request())) {
        LOG.info(
            "{} ({}): {}",
            asked.request().rule(),
            asked.request().zone(),
            asked.request().reason().en());
      }
      firings.record(asked);
    } catch (IllegalArgumentException refused) {
      LOG.warn("A request was refused: {}", refused.getMessage());
    }
  }
}
