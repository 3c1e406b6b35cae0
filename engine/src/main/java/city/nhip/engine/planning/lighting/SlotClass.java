package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.Finding;
import java.util.List;
import java.util.Optional;

/**
 * The lighting class of a group in one slot, and why.
 *
 * @param floor the darkest class that a plan may give
 * @param why {@code design}, {@code easing}, or the kind of the finding that decided
 */
record SlotClass(LightClass wanted, LightClass floor, String why) {
  /** Darkest that anything makes of a design class. */
  private static final int MOST_DARKER = 2;

  /**
   * Findings in force raise, unless the cabinet is full; where none does, the calendar's easing or
   * a quiet street lowers.
   *
   * @param easings of the evening
   * @param findings about the group
   */
  static SlotClass of(
      LightingNetwork.Group group,
      NightGrid grid,
      int slot,
      List<LightingCalendar.Easing> easings,
      LightingFindings findings) {
    LightClass design = LightClass.of(group.lightingClass());
    int raise = 0;
    int allowed = 0;
    boolean strict = false;
    boolean full = false;
    String why = "design";
    for (Finding finding : findings.all()) {
      if (!grid.within(slot, finding.from(), finding.until())) {
        continue;
      }
      int classes = (int) Math.max(0, Math.min(2, Math.round(finding.value())));
      if (finding.kind().equals(LightingFindings.FULL)) {
        full = true;
      } else if (LightingFindings.raises(finding)) {
        why = classes > raise ? finding.kind() : why;
        raise = Math.max(raise, classes);
        strict |= LightingFindings.strict(finding);
      } else if (finding.kind().equals("dim-allowed")) {
        allowed = Math.max(allowed, classes);
      }
    }
    if (full && (raise > 0 || strict)) {
      raise = 0;
      strict = false;
      why = LightingFindings.FULL;
    }
    int eased =
        easings.stream()
            .filter(e -> e.family().charAt(0) == design.family())
            .filter(e -> e.holds(grid.local(slot).toLocalTime()))
            .mapToInt(LightingCalendar.Easing::classes)
            .max()
            .orElse(0);
    int darker = strict ? 0 : Math.min(MOST_DARKER, Math.max(eased, allowed));
    if (raise == 0 && darker > 0 && !why.equals(LightingFindings.FULL)) {
      why = allowed > eased ? "dim-allowed" : "easing";
    }
    LightClass wanted = design.darker(darker - raise);
    boolean never = strict || group.crossing();
    return new SlotClass(wanted, never ? wanted : wanted.darker(1), why);
  }

  /** Whether a finding makes it brighter, or keeps it from being darker. */
  boolean raised() {
    return List.of("lighting-class-raise", "event", "incident").contains(why);
  }

  /** Whether a brighter class was asked and the cabinet cannot carry it. */
  boolean letGo() {
    return why.equals(LightingFindings.FULL);
  }

  /** The reason in words. */
  Localized reason() {
    return reason(why);
  }

  static Localized reason(String why) {
    return Optional.ofNullable(
            switch (why) {
              case "easing" ->
                  new Localized("giờ thấp điểm theo lịch", "quiet hours by the calendar");
              case "dim-allowed" -> new Localized("đường vắng", "quiet streets");
              case "lighting-class-raise" -> new Localized("mặt đường ướt", "wet roads");
              case "event" -> new Localized("sự kiện", "a public event");
              case "incident" -> new Localized("sự cố giao thông", "an incident");
              case LightingFindings.FULL ->
                  new Localized(
                      "tủ không tải nổi cấp sáng hơn", "its cabinet cannot carry a brighter class");
              default -> null;
            })
        .orElseGet(() -> new Localized("cấp thiết kế", "the design class"));
  }
}
