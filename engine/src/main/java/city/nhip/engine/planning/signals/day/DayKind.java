package city.nhip.engine.planning.signals.day;

import city.nhip.engine.city.Localized;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Days of the week whose traffic is alike: each kind has a plan, and a domain, of its own. */
enum DayKind {
  WORKING_DAYS(
      "signals-day",
      new Localized("ngày", "day"),
      new Localized("Kế hoạch ngày của đèn giao thông", "Signal day plans"),
      new Localized(
          "Dành cho thứ Hai đến thứ Sáu; cuối tuần nút giao chạy kế hoạch cuối tuần đang áp dụng, nếu không thì kế hoạch cố định.",
          "For Mondays to Fridays; at the weekend the intersections run the weekend plan in force, or else their fixed plans.")),
  WEEKEND(
      "signals-weekend",
      new Localized("cuối tuần", "weekend"),
      new Localized("Kế hoạch cuối tuần của đèn giao thông", "Signal weekend plans"),
      new Localized(
          "Dành cho thứ Bảy và Chủ nhật; ngày thường nút giao chạy kế hoạch ngày đang áp dụng, nếu không thì kế hoạch cố định.",
          "For Saturdays and Sundays; on working days the intersections run the day plan in force, or else their fixed plans."));

  private static final Set<DayOfWeek> FREE = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  final String domain;

  /** In a sentence, before or behind the word for plan. */
  final Localized name;

  final Localized title;

  /** When such a plan runs, and what does on other days. */
  final Localized note;

  DayKind(String domain, Localized name, Localized title, Localized note) {
    this.domain = domain;
    this.name = name;
    this.title = title;
    this.note = note;
  }

  boolean holds(DayOfWeek day) {
    return FREE.contains(day) == (this == WEEKEND);
  }

  List<DayOfWeek> days() {
    return Stream.of(DayOfWeek.values()).filter(this::holds).toList();
  }
}
