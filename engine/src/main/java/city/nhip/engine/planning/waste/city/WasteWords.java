package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.waste.CostKind;
import city.nhip.engine.planning.waste.HardRule;
import java.util.Locale;

/** The planning model's constraints in an operator's words. */
final class WasteWords {
  private static final int MINUTE = 60;

  private WasteWords() {}

  static Localized name(HardRule rule) {
    return switch (rule) {
      case STREAM -> new Localized("Loại rác không hợp xe", "Stream that the truck does not take");
      case ACCESS -> new Localized("Xe không được vào", "Truck that may not come");
      case CAPACITY -> new Localized("Quá thể tích ngăn chứa (lít)", "Compartment volume (l)");
      case PAYLOAD -> new Localized("Quá tải trọng (kg)", "Payload (kg)");
      case WINDOW -> new Localized("Ngoài giờ được vào (giây)", "Access window (s)");
      case SITE_HOURS -> new Localized("Ngoài giờ mở cửa bãi (giây)", "Site hours (s)");
      case SHIFT -> new Localized("Quá giờ kết thúc ca (giây)", "End of shift (s)");
      case DRIVING -> new Localized("Quá giờ lái xe (giây)", "Driving hours (s)");
      case REST -> new Localized("Nghỉ giữa ca trễ hoặc thiếu (giây)", "Break late or missing (s)");
      case DAY_VOLUME -> new Localized("Quá thể tích mỗi ngày (lít)", "Volume of a day (l)");
      case DAY_STOPS -> new Localized("Quá số điểm mỗi ngày", "Stops of a day");
      case EMPTY_AT_DEPOT -> new Localized("Về bãi còn rác (lít)", "Not empty at the depot (l)");
    };
  }

  static Localized name(CostKind kind) {
    return switch (kind) {
      case TRUCK -> new Localized("Xe xuất bãi (VND)", "Trucks sent out (VND)");
      case DISTANCE -> new Localized("Nhiên liệu theo quãng đường (VND)", "Fuel by distance (VND)");
      case TIME -> new Localized("Tổ thu gom theo giờ (VND)", "Crews by the hour (VND)");
      case OVERTIME -> new Localized("Làm thêm giờ (VND)", "Overtime (VND)");
      case TIPPING -> new Localized("Phí xử lý (VND)", "Tipping fees (VND)");
      case CHANGE -> new Localized("Đổi xe quen (VND)", "Changed trucks (VND)");
    };
  }

  /** What stands in the way, and by how much, in one unit. */
  static Localized broken(HardRule rule, long amount) {
    if (rule == HardRule.EMPTY_AT_DEPOT) {
      return new Localized(
          "không nơi xử lý nào còn nhận kịp, %d l phải để qua đêm trên xe".formatted(amount),
          "no disposal site takes it in time any more, %d l would stay on board".formatted(amount));
    }
    Localized by = amount(rule, amount);
    return new Localized(
        bare(name(rule).vi()) + " + " + by.vi(), bare(name(rule).en()) + " + " + by.en());
  }

  /** Without the unit in which the score counts. */
  private static String bare(String name) {
    return name.replaceFirst(" \\([^)]*\\)$", "");
  }

  /** An amount by which a rule is broken, with its unit. */
  static Localized amount(HardRule rule, long amount) {
    return switch (rule) {
      case STREAM, ACCESS, DAY_STOPS -> same(Long.toString(amount));
      case CAPACITY, DAY_VOLUME, EMPTY_AT_DEPOT -> same(amount + " l");
      case PAYLOAD -> same(amount + " kg");
      case WINDOW, SITE_HOURS, SHIFT, DRIVING, REST -> minutes(amount);
    };
  }

  static Localized same(String text) {
    return new Localized(text, text);
  }

  /** Rounded up: what would be needed. */
  private static Localized minutes(long seconds) {
    long minutes = (seconds + MINUTE - 1) / MINUTE;
    return new Localized(minutes + " phút", minutes + " min");
  }

  static String dong(long amount) {
    return String.format(Locale.ROOT, "%,d VND", amount);
  }
}
