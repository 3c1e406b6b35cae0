package city.nhip.engine.review;

import city.nhip.engine.planning.Kpi;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.schedule.Schedule;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A city's own rule for plans that need no person's look. Asked only where {@code
 * nhip.review.auto-approve} is on; what no policy approves waits for a person.
 *
 * @param name in the log of decisions
 * @param domain whose plans
 * @param from local time from which it holds
 * @param to local time until which it holds, the next day's where it is not after {@code from}
 * @param mostSeverity of what asked for the plan, 1 to 3
 * @param mostRise by a figure's key, percent of the plan in force by which the new one may exceed
 *     it, negative where it must be lower; one figure at least
 */
record ApprovalPolicy(
    String name,
    String domain,
    LocalTime from,
    LocalTime to,
    int mostSeverity,
    Map<String, Double> mostRise) {
  ApprovalPolicy {
    mostRise = new TreeMap<>(mostRise);
    if (name.isBlank() || mostRise.isEmpty() || mostSeverity < 1 || mostSeverity > 3) {
      throw new IllegalArgumentException(
          "Policy '%s' has severity %d and %d figures. Give a name, 1 to 3, and one figure or more."
              .formatted(name, mostSeverity, mostRise.size()));
    }
  }

  /** The policies of {@code approvals.json}; the first that approves decides. */
  record Sheet(List<ApprovalPolicy> policies) {
    Sheet {
      policies = List.copyOf(policies);
    }
  }

  /**
   * @return why this proposal may go out unseen; empty where a person must look
   */
  Optional<String> approves(Schedule proposal, LocalTime now) {
    if (!proposal.domain().equals(domain)
        || !proposal.feasible()
        || !holds(now)
        || proposal.cause().stream().mapToInt(OptimizationRequest::severity).max().orElse(1)
            > mostSeverity) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    for (Map.Entry<String, Double> limit : mostRise.entrySet()) {
      Optional<Double> rise =
          proposal.review().kpis().stream()
              .filter(kpi -> kpi.key().equals(limit.getKey()))
              .findFirst()
              .flatMap(ApprovalPolicy::rise);
      if (rise.isEmpty() || rise.get() > limit.getValue()) {
        return Optional.empty();
      }
      words.add(
          String.format(
              Locale.ROOT, "%s %+.1f %% (<= %s %%)", limit.getKey(), rise.get(), limit.getValue()));
    }
    return Optional.of(String.join("; ", words));
  }

  private boolean holds(LocalTime now) {
    return from.isBefore(to)
        ? !now.isBefore(from) && now.isBefore(to)
        : !now.isBefore(from) || now.isBefore(to);
  }

  /** In percent of the plan in force; unknown where there is none, or it has nothing of it. */
  private static Optional<Double> rise(Kpi kpi) {
    double before = kpi.inForce().orElse(0);
    return before > 0 ? Optional.of(100 * (kpi.planned() - before) / before) : Optional.empty();
  }
}
