package city.nhip.rules.replay;

import city.nhip.engine.city.City;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.city.Zone;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.rules.rulebook.Rulebook;
import city.nhip.rules.session.Asked;
import city.nhip.rules.session.FactMaker;
import city.nhip.rules.session.RuleRun;
import city.nhip.rules.session.ZoneSessions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one set of rules asked for over a span of time.
 *
 * @param versions of the rule packages
 * @param readings how many were evaluated within the span
 * @param hash of all that was asked: the same input always gives the same one
 */
public record Replayed(
    Map<String, String> versions, long readings, List<Asked> asked, String hash) {
  /**
   * Runs the rules zone by zone under a clock that follows the readings. What was read shortly
   * before the span fills their windows and asks for nothing.
   *
   * @param zone that is replayed alone; all where empty
   */
  public static Replayed of(
      City city,
      Rulebook rulebook,
      List<FactMaker> makers,
      ReadingSource source,
      TimeWindow span,
      Optional<String> zone) {
    List<Asked> asked = new ArrayList<>();
    long[] readings = new long[1];
    for (Zone one : city.zones()) {
      if (zone.isEmpty() || zone.get().equals(one.id())) {
        try (RuleRun run =
            new RuleRun(city, rulebook, makers, span.from().minus(ZoneSessions.MEMORY), one.id())) {
          source.replay(
              one.id(),
              span.from().minus(ZoneSessions.MEMORY),
              span.to(),
              reading -> {
                boolean inside = span.contains(reading.reading().observedAt());
                readings[0] += inside ? 1 : 0;
                run.evaluate(reading).stream()
                    .filter(ask -> span.contains(ask.at()))
                    .forEach(asked::add);
              });
          run.advanceTo(span.to()).stream()
              .filter(ask -> span.contains(ask.at()))
              .forEach(asked::add);
        }
      }
    }
    return new Replayed(rulebook.versions(), readings[0], asked, hash(asked));
  }

  private static String hash(List<Asked> asked) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Asked one : asked) {
        OptimizationRequest request = one.request();
        String line =
            "%s %s %s %s%n"
                .formatted(request.key(), one.at(), request.findings(), request.readingIds());
        sha.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
