package city.nhip.scenarios.simulation;

import city.nhip.engine.web.Conflict;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The controllers of a city that has none. A plan takes effect once; the same plan again changes
 * nothing; an older one, or other bytes under a known number, are refused.
 */
@RestController
@RequestMapping("/field")
@ConditionalOnProperty("nhip.field.simulated")
class SimulatedField {
  private final FieldStore store;
  private final DeviceWords words;

  SimulatedField(@Value("${nhip.data}") Path data, JsonMapper json, Clock clock) {
    this.words = new DeviceWords(json, clock);
    this.store = new FieldStore(data.resolve("field"), json);
  }

  /** What the field says that it carries out. */
  record Report(
      String domain,
      String scope,
      long sequence,
      String hash,
      String schedule,
      Instant validFrom,
      Instant validTo,
      Map<Long, Integer> effects,
      Map<Long, Integer> deliveries) {
    static Report of(FieldPlan plan) {
      return new Report(
          plan.domain(),
          plan.scope(),
          plan.sequence(),
          plan.hash(),
          plan.schedule(),
          plan.validFrom(),
          plan.validTo(),
          plan.effects(),
          plan.deliveries());
    }
  }

  Optional<FieldPlan> find(String domain, String scope) {
    return store.find(domain, scope);
  }

  @GetMapping("/plans")
  Collection<Report> list() {
    return store.list().stream().map(Report::of).toList();
  }

  @GetMapping("/plans/{domain}/{scope}")
  Report get(@PathVariable String domain, @PathVariable String scope) {
    return store
        .find(domain, scope)
        .map(Report::of)
        .orElseThrow(
            () -> new NoSuchElementException("The field has no plan for " + domain + " " + scope));
  }

  /** What each device of a plan carries; see {@link DeviceWords}. */
  @GetMapping("/plans/{domain}/{scope}/devices")
  List<DeviceWords.Word> devices(@PathVariable String domain, @PathVariable String scope) {
    return store.find(domain, scope).map(words::of).orElse(List.of());
  }

  @PutMapping("/plans/{domain}/{scope}")
  synchronized Report put(
      @PathVariable String domain,
      @PathVariable String scope,
      @RequestHeader("Nhip-Sequence") long sequence,
      @RequestHeader("Nhip-Hash") String hash,
      @RequestHeader("Nhip-Schedule") String schedule,
      @RequestHeader("Nhip-Valid-From") Instant validFrom,
      @RequestHeader("Nhip-Valid-To") Instant validTo,
      @RequestBody byte[] plan) {
    if (!sha256(plan).equals(hash)) {
      throw new IllegalArgumentException(
          "The plan's bytes do not have the hash %s. Send it again.".formatted(hash));
    }
    Optional<FieldPlan> known = store.find(domain, scope);
    Map<Long, Integer> effects = new TreeMap<>(known.map(FieldPlan::effects).orElse(Map.of()));
    Map<Long, Integer> deliveries =
        new TreeMap<>(known.map(FieldPlan::deliveries).orElse(Map.of()));
    long current = known.map(FieldPlan::sequence).orElse(0L);
    if (sequence < current || (sequence == current && !known.orElseThrow().hash().equals(hash))) {
      throw new Conflict(
          "Thiết bị đang chạy phương án %d của %s %s. Phương án %d bị từ chối.",
          "The field carries plan %d of %s %s. Plan %d is refused.",
          current,
          domain,
          scope,
          sequence);
    }
    deliveries.merge(sequence, 1, Integer::sum);
    if (sequence > current) {
      effects.merge(sequence, 1, Integer::sum);
    }
    FieldPlan next =
        new FieldPlan(
            domain, scope, sequence, hash, schedule, validFrom, validTo, plan, effects, deliveries);
    store.keep(next);
    return Report.of(next);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
