package city.nhip.engine.planning.lighting;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.PlanView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A night's loads beside their limits, and what each slot's energy costs. */
@Component
final class LoadsView implements PlanView {
  private final PublishedNight nights;

  LoadsView(PublishedNight nights) {
    this.nights = nights;
  }

  /**
   * @param full kWh with every lamp at full light
   */
  record Slot(String at, double hours, double vndPerKwh, double kilowattHours, double full) {}

  /**
   * @param capWatts by slot
   * @param loadWatts by slot, from the feeder
   * @param suppliedWatts by slot: what its battery and panels give, below 0 where it is charged
   * @param nextKilowattVnd what one kW more would save tonight; 0 where the cap does not bind
   * @param tonightVnd what the cap costs tonight, at most
   */
  record Cabinet(
      String id,
      Localized name,
      long[] capWatts,
      long[] loadWatts,
      long[] suppliedWatts,
      double nextKilowattVnd,
      double tonightVnd) {}

  /**
   * A cabinet's battery and the panels beside it.
   *
   * @param batteryWatts by slot, below 0 where it is charged
   * @param storedWattHours before each slot, and at last when the lamps go off
   * @param solarWatts by slot, the forecast
   */
  record Store(
      String cabinet,
      int usableWattHours,
      int[] batteryWatts,
      double[] storedWattHours,
      int[] solarWatts) {}

  record Budget(String zone, double kilowattHours, double used, double nextKilowattHourVnd) {}

  record Loads(
      LightingTariffs.Tariff tariff,
      boolean flat,
      List<Slot> slots,
      List<Cabinet> cabinets,
      List<Store> stores,
      List<Budget> budgets,
      List<PowerLimit> limits,
      List<Localized> notes) {}

  @Override
  public String domain() {
    return "lighting";
  }

  @Override
  public String name() {
    return "loads";
  }

  @Override
  public Object of(byte[] artefact, City city, Map<String, String> parameters) {
    LightingPlan plan = nights.priced(artefact, city);
    List<LimitPrice> prices = LimitPrice.of(plan, plan.solution().orElseThrow());
    LightingTariffs.Tariff tariff = plan.setting().files().tariffs().tariff();
    return new Loads(
        tariff,
        tariff.flat(),
        slots(plan, tariff),
        cabinets(plan, prices),
        stores(plan),
        budgets(plan, prices),
        plan.setting().limits(),
        prices.stream().map(LimitPrice::note).toList());
  }

  private static List<Slot> slots(LightingPlan plan, LightingTariffs.Tariff tariff) {
    NightGrid grid = plan.setting().grid();
    LightingPlan full = plan.full();
    List<Slot> slots = new ArrayList<>();
    for (int t = 0; t < grid.slots(); t++) {
      double watts = -plan.relief(t);
      double most = 0;
      for (int g = 0; g < plan.levels().length; g++) {
        watts += plan.watts(g, t);
        most += full.watts(g, t);
      }
      slots.add(
          new Slot(
              grid.local(t).toLocalTime().toString(),
              grid.hours(t),
              tariff.at(grid.local(t)),
              watts * grid.hours(t) / 1_000,
              most * grid.hours(t) / 1_000));
    }
    return slots;
  }

  private static List<Cabinet> cabinets(LightingPlan plan, List<LimitPrice> prices) {
    List<Cabinet> cabinets = new ArrayList<>();
    for (LightingNetwork.Cabinet cabinet : plan.setting().network().cabinets()) {
      long[] caps = new long[plan.problem().slots()];
      long[] loads = new long[caps.length];
      Arrays.fill(caps, cabinet.capWatts());
      for (PowerLimit limit : plan.setting().limits()) {
        for (int t = 0; t < caps.length; t++) {
          if (limit.kind().equals("cabinet")
              && limit.asset().equals(cabinet.id())
              && plan.setting().grid().within(t, limit.from(), limit.until())) {
            caps[t] = Math.min(caps[t], limit.watts());
          }
        }
      }
      for (int g = 0; g < plan.levels().length; g++) {
        if (plan.setting().network().groups().get(g).cabinet().equals(cabinet.id())) {
          for (int t = 0; t < loads.length; t++) {
            loads[t] += plan.watts(g, t);
          }
        }
      }
      long[] supplied = new long[caps.length];
      for (int t = 0; t < caps.length; t++) {
        supplied[t] = Math.round(plan.relief(cabinet.id(), t));
        loads[t] -= supplied[t];
      }
      Optional<LimitPrice> price = find(prices, "cabinet", cabinet.id());
      cabinets.add(
          new Cabinet(
              cabinet.id(),
              cabinet.name(),
              caps,
              loads,
              supplied,
              price.map(LimitPrice::nextVnd).orElse(0.0),
              price.map(LimitPrice::tonightVnd).orElse(0.0)));
    }
    return cabinets;
  }

  private static List<Store> stores(LightingPlan plan) {
    NightGrid grid = plan.setting().grid();
    List<Store> stores = new ArrayList<>();
    for (int s = 0; s < plan.given().length; s++) {
      LightingSupplies.Supply supply = plan.setting().supply().supply(s);
      int[] given = plan.given()[s];
      double[] stored = new double[given.length + 1];
      int[] solar = new int[given.length];
      Arrays.setAll(stored, t -> BatteryProgram.wattHours(supply.battery(), grid, given, t));
      Arrays.setAll(solar, t -> NightSupply.solarWatts(supply, grid, t));
      stores.add(
          new Store(supply.cabinet(), supply.battery().usableWattHours(), given, stored, solar));
    }
    return stores;
  }

  private static List<Budget> budgets(LightingPlan plan, List<LimitPrice> prices) {
    List<Budget> budgets = new ArrayList<>();
    for (LightingNetwork.Budget budget : plan.setting().network().budgets()) {
      double used = 0;
      for (int g = 0; g < plan.levels().length; g++) {
        if (plan.setting().network().groups().get(g).zone().equals(budget.zone())) {
          for (int t = 0; t < plan.problem().slots(); t++) {
            used += plan.watts(g, t) * plan.setting().grid().hours(t) / 1_000;
          }
        }
      }
      budgets.add(
          new Budget(
              budget.zone(),
              budget.kilowattHours(),
              used,
              find(prices, "budget", budget.zone()).map(LimitPrice::nextVnd).orElse(0.0)));
    }
    return budgets;
  }

  private static Optional<LimitPrice> find(List<LimitPrice> prices, String kind, String id) {
    return prices.stream().filter(p -> p.kind().equals(kind) && p.id().equals(id)).findFirst();
  }
}
