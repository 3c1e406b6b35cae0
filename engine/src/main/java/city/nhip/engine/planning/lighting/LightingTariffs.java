package city.nhip.engine.planning.lighting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What a kilowatt-hour costs and emits: {@code lighting/tariff.json}. Each figure names its source
 * and the date from which it holds.
 *
 * @param selected the id of the tariff that bills the city
 * @param carbonVndPerKg an internal price of CO2, VND/kg; 0 where the city has none
 */
public record LightingTariffs(
    String selected, List<Tariff> tariffs, Emission emission, Figure carbonVndPerKg) {
  /**
   * @param vndPerKwh where no window holds
   */
  public record Tariff(
      String id,
      String name,
      String source,
      LocalDate date,
      double vndPerKwh,
      List<Window> windows) {
    public Tariff {
      windows = List.copyOf(windows);
      sourced(id, source);
      positive(id, vndPerKwh);
    }

    boolean flat() {
      return windows.stream().allMatch(window -> window.vndPerKwh() == vndPerKwh);
    }

    /**
     * @return VND/kWh at a local moment; the first window that holds it counts
     */
    double at(ZonedDateTime moment) {
      return windows.stream()
          .filter(window -> window.holds(moment))
          .findFirst()
          .map(Window::vndPerKwh)
          .orElse(vndPerKwh);
    }
  }

  /**
   * @param days of the week on which it starts; all where empty
   * @param to may be before {@code from}: over midnight
   */
  public record Window(
      String name, List<DayOfWeek> days, LocalTime from, LocalTime to, double vndPerKwh) {
    public Window {
      days = List.copyOf(days);
      positive(name, vndPerKwh);
    }

    boolean holds(ZonedDateTime moment) {
      LocalTime time = moment.toLocalTime();
      boolean overMidnight = !from.isBefore(to);
      boolean early = time.isBefore(to);
      if (overMidnight ? time.isBefore(from) && !early : time.isBefore(from) || !early) {
        return false;
      }
      DayOfWeek started = moment.getDayOfWeek().minus(overMidnight && early ? 1 : 0);
      return days.isEmpty() || days.contains(started);
    }
  }

  /**
   * @param gramsPerKwh g CO2/kWh, above 0
   */
  public record Emission(double gramsPerKwh, String source, LocalDate date) {
    public Emission {
      sourced("emission", source);
      positive("emission", gramsPerKwh);
    }
  }

  public record Figure(double value, String source, LocalDate date) {
    public Figure {
      sourced("the figure", source);
      if (!(value >= 0)) {
        throw new IllegalArgumentException("A price is %s. Give 0 or more.".formatted(value));
      }
    }
  }

  public LightingTariffs {
    tariffs = List.copyOf(tariffs);
    String wanted = selected;
    if (tariffs.stream().noneMatch(tariff -> tariff.id().equals(wanted))) {
      throw new IllegalArgumentException(
          "/selected is '%s', no tariff of the file. Give one of %s."
              .formatted(selected, tariffs.stream().map(Tariff::id).toList()));
    }
  }

  /** The same files where another of their tariffs bills the city. */
  LightingTariffs select(String id) {
    return new LightingTariffs(id, tariffs, emission, carbonVndPerKg);
  }

  Tariff tariff() {
    return tariffs.stream().filter(t -> t.id().equals(selected)).findFirst().orElseThrow();
  }

  private static void sourced(String what, String source) {
    if (source.isBlank()) {
      throw new IllegalArgumentException(
          "%s has no source. Say where the figure is from.".formatted(what));
    }
  }

  private static void positive(String what, double value) {
    if (!(value > 0) || value > 1e6) {
      throw new IllegalArgumentException("%s is %s. Give a figure above 0.".formatted(what, value));
    }
  }
}
