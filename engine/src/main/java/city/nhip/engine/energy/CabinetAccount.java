package city.nhip.engine.energy;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.lighting.ExpectedEnergy;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One cabinet's expected and measured energy, and what their difference suggests. A suspicion, not
 * a finding of fact.
 *
 * @param expectedKilowattHours while lamps should burn
 * @param measuredKilowattHours in the same time; empty where the meter says too little
 * @param byDayKilowatts mean load while lamps should be off; empty likewise
 * @param suspicion {@code none}, {@code unmetered}, {@code tapped}, {@code lamps-out}, {@code
 *     plan-not-carried} or {@code drift}
 */
record CabinetAccount(
    String cabinet,
    Localized name,
    double expectedKilowattHours,
    OptionalDouble measuredKilowattHours,
    OptionalDouble byDayKilowatts,
    String suspicion,
    Localized text) {
  /** Meters and drivers are good to so much. */
  private static final double TOLERANCE = 0.05;

  /** A feeder's own devices draw less than this part of its lamps. */
  private static final double OWN_LOAD = 0.03;

  static CabinetAccount of(
      String cabinet,
      Localized name,
      ExpectedEnergy.Cabinet expected,
      OptionalDouble measured,
      OptionalDouble byDay) {
    if (measured.isEmpty() || expected.kilowattHours() <= 0) {
      return account(
          cabinet,
          name,
          expected,
          measured,
          byDay,
          "unmetered",
          "Chưa đủ số liệu công tơ trong giờ chiếu sáng.",
          "The meter says too little about the hours of light.");
    }
    double excess = measured.getAsDouble() / expected.kilowattHours() - 1;
    double day = byDay.orElse(0);
    if (day > OWN_LOAD * expected.fullKilowatts()) {
      return account(
          cabinet,
          name,
          expected,
          measured,
          byDay,
          "tapped",
          "%.2f kW chạy cả ban ngày khi đèn tắt: nghi câu trộm điện hoặc có phụ tải lạ.",
          "%.2f kW run by day too, with the lamps off: a tapped feeder or an unknown load is suspected.",
          day);
    }
    if (excess < -TOLERANCE) {
      long out = Math.round(-excess * expected.lamps());
      return account(
          cabinet,
          name,
          expected,
          measured,
          byDay,
          "lamps-out",
          "Thiếu %.0f %% điện năng: nghi khoảng %d đèn không sáng.",
          "%.0f %% of the energy is missing: about %d lamps are suspected to be out.",
          -100 * excess,
          out);
    }
    if (excess > TOLERANCE) {
      boolean full =
          Math.abs(measured.getAsDouble() / expected.fullKilowattHours() - 1) < TOLERANCE;
      return full
          ? account(
              cabinet,
              name,
              expected,
              measured,
              byDay,
              "plan-not-carried",
              "Lộ tiêu thụ như khi mọi đèn sáng hết mức: kế hoạch có thể chưa được thực hiện.",
              "The feeder draws as with all lamps at full light: the plan may not be carried out.")
          : account(
              cabinet,
              name,
              expected,
              measured,
              byDay,
              "drift",
              "Nhiều hơn dự kiến %.0f %%: phụ tải khác ban đêm, hoặc công tơ lệch.",
              "%.0f %% more than expected: another load at night, or a meter that drifts.",
              100 * excess);
    }
    return account(
        cabinet,
        name,
        expected,
        measured,
        byDay,
        "none",
        "Khớp trong %.0f %%.",
        "Agrees within %.0f %%.",
        100 * TOLERANCE);
  }

  private static CabinetAccount account(
      String cabinet,
      Localized name,
      ExpectedEnergy.Cabinet expected,
      OptionalDouble measured,
      OptionalDouble byDay,
      String suspicion,
      String vi,
      String en,
      Object... figures) {
    return new CabinetAccount(
        cabinet,
        name,
        expected.kilowattHours(),
        measured,
        byDay,
        suspicion,
        new Localized(
            String.format(Locale.ROOT, vi, figures), String.format(Locale.ROOT, en, figures)));
  }
}
