package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.City;
import city.nhip.engine.planning.PlanView;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Power density indicator D_P and annual energy consumption indicator D_E of each street and class,
 * after EN 13201-5. A year is taken as this night's program in nights as long as the sun makes
 * them.
 */
@Component
final class IndicatorsView implements PlanView {
  private static final double DAYS_A_MONTH = 365.25 / 12;

  IndicatorsView() {}

  /**
   * @param areaSquareMetres lit
   * @param watts of all working lamps at full light, with their drivers
   * @param powerDensity D_P at full light, mW/(lx m2)
   * @param annualEnergyPlanned D_E as planned, kWh/m2 in a year, an estimate
   * @param annualEnergyFull D_E at full light
   */
  record Row(
      String street,
      String lightingClass,
      double areaSquareMetres,
      double watts,
      double powerDensity,
      double annualEnergyPlanned,
      double annualEnergyFull) {}

  record Indicators(String standard, double hoursAYear, Row city, List<Row> streets) {}

  /** Sums of one street's groups of one class. */
  private static final class Sum {
    double area;
    double watts;
    double luxArea;
    double wattHours;

    Row row(String street, String lightingClass, double lit, double hoursAYear) {
      double year = hoursAYear / lit;
      return new Row(
          street,
          lightingClass,
          area,
          watts,
          1_000 * watts / luxArea,
          wattHours * year / 1_000 / area,
          watts * hoursAYear / 1_000 / area);
    }
  }

  @Override
  public String domain() {
    return "lighting";
  }

  @Override
  public String name() {
    return "indicators";
  }

  @Override
  public Object of(byte[] artefact, City city, Map<String, String> parameters) {
    LightingPlan plan = PublishedNight.read(artefact, city);
    NightGrid grid = plan.setting().grid();
    Map<List<String>, Sum> sums = new LinkedHashMap<>();
    Sum all = new Sum();
    for (int g = 0; g < plan.levels().length; g++) {
      LightingNetwork.Group group = plan.setting().network().groups().get(g);
      Sum street =
          sums.computeIfAbsent(List.of(group.street(), group.lightingClass()), key -> new Sum());
      for (Sum sum : List.of(street, all)) {
        add(plan, g, sum);
      }
    }
    double lit = Duration.between(grid.on(), grid.off()).toMinutes() / 60.0;
    double year = hoursAYear(plan.setting());
    List<Row> rows = new ArrayList<>();
    sums.forEach((key, sum) -> rows.add(sum.row(key.get(0), key.get(1), lit, year)));
    return new Indicators("EN 13201-5", year, all.row("*", "*", lit, year), rows);
  }

  private static void add(LightingPlan plan, int g, Sum sum) {
    ControlGroup group = plan.problem().groups().get(g);
    int top = group.watts().length - 1;
    int area = plan.setting().network().groups().get(g).areaSquareMetres();
    sum.area += area;
    sum.watts += group.watts()[top];
    sum.luxArea += group.centilux()[top] / 100.0 * area;
    for (int t = 0; t < plan.problem().slots(); t++) {
      sum.wattHours += plan.watts(g, t) * plan.setting().grid().hours(t);
    }
  }

  /** From the middle night of each month. */
  private static double hoursAYear(NightSetting setting) {
    double hours = 0;
    for (int month = 1; month <= 12; month++) {
      LocalDate middle = LocalDate.of(setting.grid().evening().getYear(), month, 15);
      hours +=
          NightGrid.of(
                      Sun.night(setting.city().centre(), middle),
                      setting.files().calendar(),
                      setting.grid().zone())
                  .map(grid -> Duration.between(grid.on(), grid.off()).toMinutes() / 60.0)
                  .orElse(0.0)
              * DAYS_A_MONTH;
    }
    return hours;
  }
}
