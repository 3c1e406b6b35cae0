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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

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
    List<OfZone> zones =
        ofAll(
            city.zones().stream()
                .map(Zone::id)
                .filter(id -> zone.isEmpty() || zone.get().equals(id))
                .map(
                    id -> (Supplier<OfZone>) () -> replay(city, rulebook, makers, source, span, id))
                .toList());
    List<Asked> asked = zones.stream().flatMap(one -> one.asked().stream()).toList();
    long readings = zones.stream().mapToLong(OfZone::readings).sum();
    return new Replayed(rulebook.versions(), readings, asked, hash(asked));
  }

  /** Zones know nothing of each other: each may have a core of its own. */
  private record OfZone(long readings, List<Asked> asked) {}

  /** On threads of our own: Drools finds its parts by the class loader that they inherit. */
  private static List<OfZone> ofAll(List<Supplier<OfZone>> zones) {
    ExecutorService cores =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      return zones.stream().map(one -> CompletableFuture.supplyAsync(one, cores)).toList().stream()
          .map(CompletableFuture::join)
          .toList();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    } finally {
      cores.shutdownNow();
    }
  }

  private static OfZone replay(
      City city,
      Rulebook rulebook,
      List<FactMaker> makers,
      ReadingSource source,
      TimeWindow span,
      String zone) {
    List<Asked> asked = new ArrayList<>();
    long[] readings = new long[1];
    Instant from = span.from().minus(ZoneSessions.MEMORY);
    try (RuleRun run = new RuleRun(city, rulebook, makers, from, zone)) {
      source.replay(
          zone,
          from,
          span.to(),
          reading -> {
            readings[0] += span.contains(reading.reading().observedAt()) ? 1 : 0;
            asked.addAll(run.evaluate(reading));
          });
      asked.addAll(run.advanceTo(span.to()));
    }
    return new OfZone(readings[0], asked.stream().filter(one -> span.contains(one.at())).toList());
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
