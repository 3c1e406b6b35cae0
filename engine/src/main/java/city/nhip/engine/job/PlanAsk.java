package city.nhip.engine.job;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.city.Zone;
import city.nhip.engine.planning.OptimizationRequest;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.web.BadField;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A person's wish for a new schedule, without a rule.
 *
 * @param domain a planning domain's name
 * @param zone of the city
 * @param reason in the person's own words, 1 to 200 characters
 */
record PlanAsk(String domain, String zone, String reason) {
  /** Stands where a rule's name stands; the account stands where its version does. */
  static final String BY_HAND = "by hand";

  private static final int LONGEST_REASON = 200;
  private static final int SEVERITY = 2;

  /**
   * The same wish of the same person within a minute is one.
   *
   * @throws BadField where domain or zone is unknown, or the reason is missing or too long
   */
  OptimizationRequest request(City city, PlanningDomains domains, String who, Instant now) {
    if (domains.find(domain).isEmpty()) {
      String known =
          domains.all().stream().map(PlanningDomain::name).collect(Collectors.joining(", "));
      throw new BadField(
          "/domain",
          "Không có lĩnh vực %s. Hãy chọn một trong: %s.",
          "There is no domain %s. Choose one of %s.",
          domain,
          known);
    }
    if (city.zones().stream().noneMatch(known -> known.id().equals(zone))) {
      throw new BadField(
          "/zone",
          "Thành phố không có khu vực %s. Hãy chọn một trong: %s.",
          "The city has no zone %s. Choose one of %s.",
          zone,
          city.zones().stream().map(Zone::id).collect(Collectors.joining(", ")));
    }
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new BadField(
          "/reason",
          "Lý do phải có từ 1 đến %s ký tự. Hãy nêu vì sao cần kế hoạch mới.",
          "The reason has 1 to %s characters. Say why a new plan is needed.",
          LONGEST_REASON);
    }
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    return new OptimizationRequest(
        domain,
        zone,
        BY_HAND,
        who,
        new TimeWindow(minute, minute.plus(1, ChronoUnit.MINUTES)),
        new Localized(reason, reason),
        SEVERITY,
        List.of(),
        List.of());
  }
}
