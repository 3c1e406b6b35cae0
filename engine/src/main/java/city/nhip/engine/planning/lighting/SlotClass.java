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
   * Findings in force raise; where none does, the calendar's easing or a quiet street lowers.
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
    String why = "design";
    for (Finding finding : findings.all()) {
      if (!grid.within(slot, finding.from(), finding.until())) {
        continue;
      }
      int classes = (int) Math.max(0, Math.min(2, Math.round(finding.value())));
      if (LightingFindings.raises(finding)) {
        why = classes > raise ? finding.kind() : why;
        raise = Math.max(raise, classes);
        strict |= LightingFindings.strict(finding);
      } else if (finding.kind().equals("dim-allowed")) {
        allowed = Math.max(allowed, classes);
      }
    }
    int eased =
        easings.stream()
            .filter(e -> e.family().charAt(0) == design.family())
            .filter(e -> e.holds(grid.local(slot).toLocalTime()))
            .mapToInt(LightingCalendar.Easing::classes)
            .max()
            .orElse(0);
    int darker = strict ? 0 : Math.min(MOST_DARKER, Math.max(eased, allowed));
    if (raise == 0 && darker > 0) {
      why = allowed > eased ? "dim-allowed" : "easing";
    }
    LightClass wanted = design.darker(darker - raise);
    boolean never = strict || group.crossing();
    return new SlotClass(wanted, never ? wanted : wanted.darker(1), why);
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
              default -> null;
            })
        .orElseGet(() -> new Localized("cấp thiết kế", "the design class"));
  }
}
