package city.nhip.engine.safety;

import city.nhip.engine.city.City;
import city.nhip.engine.safety.LightingPrograms.Point;
import city.nhip.engine.safety.LightingPrograms.Program;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.e175.klaus.solarpositioning.DeltaT;
import net.e175.klaus.solarpositioning.SPA;
import net.e175.klaus.solarpositioning.SunriseResult;
import org.springframework.stereotype.Component;

/**
 * Lighting: every group has a program on the night's quarters of an hour, with its fallback; light,
 * ramp, dwell and changes, what groups light and draw together; the night is where the sun puts it.
 */
@Component
final class LightingSafetyCheck implements SafetyCheck {
  private static final String FORMAT = "nhip-lighting-1";
  private static final Duration LONGEST_NIGHT = Duration.ofHours(24);

  /** Furthest that lamps go on after sunset, or off before sunrise. */
  private static final Duration OFFSET = Duration.ofMinutes(47);

  @Override
  public String domain() {
    return "lighting";
  }

  @Override
  public SafetyVerdict check(byte[] artefact, City city, String scope) {
    LightingSite site = LightingSite.read(city);
    LightingPrograms plan = LightingPrograms.read(artefact);
    Findings findings = new Findings();
    findings.require(
        plan.format().equals(FORMAT), "format", "/format", () -> "It is not " + FORMAT + ".");
    findings.require(
        plan.scope().equals(scope),
        "scope",
        "/scope",
        () -> "The plan is for %s, not for %s.".formatted(plan.scope(), scope));
    if (!validity(plan, city, findings)) {
      return findings.verdict();
    }
    Map<String, Integer> places = new HashMap<>();
    for (int g = 0; g < site.network().groups().size(); g++) {
      places.put(site.network().groups().get(g).id(), g);
    }
    int[][] levels = new int[places.size()][];
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < plan.programs().size(); i++) {
      Program program = plan.programs().get(i);
      String where = "/programs/" + i;
      Integer place = places.get(program.group());
      if (findings.require(
              place != null && seen.add(program.group()),
              "group",
              where,
              () -> program.group() + " is unknown, or planned twice.")
          && place != null) {
        fallback(site, site.network().groups().get(place), program, where, findings);
        levels[place] = levels(site, plan, program, where, findings);
      }
    }
    boolean whole =
        findings.require(
            seen.size() == places.size(),
            "group",
            "/programs",
            () -> "%d of %d groups have a program.".formatted(seen.size(), places.size()));
    for (int[] program : levels) {
      whole &= program != null && program.length > 0;
    }
    if (whole) {
      LightingNight night = new LightingNight(site, plan, city.timeZone(), levels);
      LightingGroupChecks.check(night, findings);
      LightingSharedLight.check(night, findings);
      LightingPower.check(night, new LightingSupply(night, city.timeZone(), findings), findings);
    }
    return findings.verdict();
  }

  private static boolean validity(LightingPrograms plan, City city, Findings findings) {
    Duration night = Duration.between(plan.on(), plan.off());
    boolean sound =
        findings.require(
            night.compareTo(LightingPrograms.SLOT) > 0 && night.compareTo(LONGEST_NIGHT) <= 0,
            "validity",
            "/off",
            () -> "From %s to %s is no night.".formatted(plan.on(), plan.off()));
    long late = Duration.between(plan.firstSlot(), plan.plannedFrom()).toSeconds();
    sound &=
        findings.require(
            late >= 0
                && late % LightingPrograms.SLOT.toSeconds() == 0
                && plan.plannedFrom().isBefore(plan.off()),
            "validity",
            "/plannedFrom",
            () -> "%s is no quarter of an hour of the night.".formatted(plan.plannedFrom()));
    return sound && bySun(plan, city, findings);
  }

  /** Where the sun sets and rises; a night without either is only as long as a day. */
  private static boolean bySun(LightingPrograms plan, City city, Findings findings) {
    ZoneId zone = city.timeZone();
    Instant sunset = plan.on();
    Instant sunrise = plan.off();
    if (sun(plan.evening(), city, zone) instanceof SunriseResult.RegularDay day) {
      sunset = day.sunset().toInstant();
    }
    if (sun(plan.evening().plusDays(1), city, zone) instanceof SunriseResult.RegularDay day) {
      sunrise = day.sunrise().toInstant();
    }
    Instant dusk = sunset;
    Instant dawn = sunrise;
    return findings.require(
            !plan.on().isAfter(dusk.plus(OFFSET)),
            "dusk",
            "/on",
            () -> "Lamps go on at %s, the sun sets at %s.".formatted(plan.on(), dusk))
        && findings.require(
            !plan.off().isBefore(dawn.minus(OFFSET)),
            "dawn",
            "/off",
            () -> "Lamps go off at %s, the sun rises at %s.".formatted(plan.off(), dawn));
  }

  private static SunriseResult sun(LocalDate day, City city, ZoneId zone) {
    return SPA.calculateSunriseTransitSet(
        day.atTime(12, 0).atZone(zone),
        city.centre().latitude(),
        city.centre().longitude(),
        DeltaT.estimate(day));
  }

  private static void fallback(
      LightingSite site,
      LightingSite.Group group,
      Program program,
      String where,
      Findings findings) {
    int level = site.network().levels().indexOf(program.fallbackPercent());
    findings.require(
        program.fallbackPercent() == group.fallbackPercent(),
        "fallback",
        where + "/fallbackPercent",
        () -> "The site's fallback is %d %%.".formatted(group.fallbackPercent()));
    findings.require(
        level >= 0
            && (level == site.network().levels().size() - 1
                || site.centilux(group, group.luminaires() - group.failed(), level)
                    >= LightingSite.centilux(
                        group.lightingClass(), LightingSite.darker(group.lightingClass(), 0))),
        "fallback",
        where + "/fallbackPercent",
        () -> "Left alone, the group is darker than %s.".formatted(group.lightingClass()));
  }

  /** Level index by slot; empty where the points are no program. */
  private static int[] levels(
      LightingSite site, LightingPrograms plan, Program program, String where, Findings findings) {
    int[] levels = new int[plan.slots()];
    List<Point> points = program.points();
    boolean sound = !points.isEmpty() && points.get(0).at().equals(plan.firstSlot());
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      long seconds = Duration.between(plan.firstSlot(), point.at()).toMillis();
      boolean onGrid = seconds >= 0 && seconds % LightingPrograms.SLOT.toMillis() == 0;
      int slot = (int) Math.min(levels.length, seconds / LightingPrograms.SLOT.toMillis());
      int level = site.network().levels().indexOf(point.percent());
      sound &=
          onGrid
              && slot < levels.length
              && level >= 0
              && (i == 0 || point.at().isAfter(points.get(i - 1).at()));
      for (int t = Math.max(0, slot); sound && t < levels.length; t++) {
        levels[t] = level;
      }
    }
    boolean formed = sound;
    return findings.require(
            formed,
            "points",
            where + "/points",
            () -> "Points are in order on the night's quarters, from its first, with known levels.")
        ? levels
        : new int[0];
  }
}
