package city.nhip.engine.planning.lighting;

/**
 * What one plan's night comes to.
 *
 * @param kilowattHours from the feeders
 * @param vnd by the selected tariff
 * @param lampHours hours that single lamps burn, summed
 * @param fullLampHours the same, weighted by level: hours at full light
 * @param shortMinutes minutes that groups are below their class, summed
 * @param changes level changes
 */
record NightFigures(
    double kilowattHours,
    double vnd,
    double kilogramsCo2,
    double lampHours,
    double fullLampHours,
    double shortMinutes,
    int changes) {
  static NightFigures of(LightingPlan plan) {
    NightGrid grid = plan.setting().grid();
    LightingTariffs tariffs = plan.setting().files().tariffs();
    double energy = 0;
    double vnd = 0;
    double lamps = 0;
    double full = 0;
    double missed = 0;
    int changes = 0;
    for (int t = 0; t < grid.slots(); t++) {
      double hours = grid.hours(t);
      double price = tariffs.tariff().at(grid.local(t));
      double less = plan.relief(t) * hours / 1_000;
      energy -= less;
      vnd -= less * price;
      for (int g = 0; g < plan.levels().length; g++) {
        int level = plan.levels()[g][t];
        ControlGroup group = plan.problem().groups().get(g);
        double kilowattHours = group.watts()[level] * hours / 1_000;
        energy += kilowattHours;
        vnd += kilowattHours * price;
        int burning = plan.setting().network().groups().get(g).luminaires();
        lamps += burning * hours;
        full += burning * hours * plan.problem().percents()[level] / 100.0;
        missed += level < group.required()[t] ? 60 * hours : 0;
        changes += t > 0 && level != plan.levels()[g][t - 1] ? 1 : 0;
      }
    }
    return new NightFigures(
        energy,
        vnd,
        energy * tariffs.emission().gramsPerKwh() / 1_000,
        lamps,
        full,
        missed,
        changes);
  }
}
