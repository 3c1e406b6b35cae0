package city.nhip.engine.ledger;

import city.nhip.engine.city.Localized;
import java.util.List;

/**
 * One indicator of a city's report, as a definition that can be loaded: which promises it sums.
 *
 * @param standard where its meaning comes from: {@code ISO 37122:2019, 7.4}; empty for a city's own
 * @param unit of the sum
 * @param of the figure of each promise: {@code saved} (without optimization minus with it), {@code
 *     planned} or {@code realised}
 * @param from the promises that it sums; any match counts
 */
record Indicator(
    String id, String standard, Localized name, String unit, Of of, List<Source> from) {
  /** Which figure of a promise. */
  enum Of {
    SAVED,
    PLANNED,
    REALISED
  }

  /** A domain's figure. */
  record Source(String domain, String kpi) {}

  /** Its value over some promises, each of a plan of its own. */
  double value(List<LedgerLine> lines) {
    return lines.stream().filter(this::takes).mapToDouble(this::figure).sum();
  }

  private boolean takes(LedgerLine line) {
    return from.stream()
        .anyMatch(one -> one.domain().equals(line.domain()) && one.kpi().equals(line.kpi()));
  }

  private double figure(LedgerLine line) {
    return switch (of) {
      case SAVED ->
          line.unoptimized().orElse(line.planned()) - line.realised().orElse(line.planned());
      case PLANNED -> line.planned();
      case REALISED -> line.realised().orElse(0);
    };
  }
}
