package city.nhip.rules.session;

import city.nhip.engine.job.OptimizationRequests;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Hands what rules ask to the jobs, and keeps why. While the database is away, what was asked waits
 * here, and the readings behind it.
 */
@Component
class AskedOnce implements Consumer<Asked> {
  private static final Logger LOG = LoggerFactory.getLogger(AskedOnce.class);
  private static final long PAUSE_NANOS = 1_000_000_000;

  private final OptimizationRequests requests;
  private final Firings firings;

  AskedOnce(OptimizationRequests requests, Firings firings) {
    this.requests = requests;
    this.firings = firings;
  }

  /** Returns once it is kept, or the thread was interrupted. */
  @Override
  public void accept(Asked asked) {
    while (!kept(asked) && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private boolean kept(Asked asked) {
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
    } catch (DataAccessResourceFailureException
        | TransientDataAccessException
        | TransactionException outage) {
      LOG.warn("A request waits for the database: {}", outage.getMessage());
      return false;
    }
    return true;
  }
}
