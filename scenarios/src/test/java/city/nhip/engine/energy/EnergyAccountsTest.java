package city.nhip.engine.energy;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.engine.city.TimeWindow;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.lighting.ControlGroup;
import city.nhip.engine.planning.lighting.LightingPlan;
import city.nhip.scenarios.generator.CitySize;
import city.nhip.scenarios.lighting.SketchedNight;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnergyAccountsTest {
  private static final Instant AFTERNOON = SketchedNight.at("2026-11-26T16:40");
  private static final Instant ON = SketchedNight.at("2026-11-26T17:32");

  @TempDir Path folder;

  private SketchedNight night;
  private LightingPlan plan;

  @BeforeEach
  void a_night_is_planned() {
    night = new SketchedNight(CitySize.TINY, folder);
    night.metersReport(AFTERNOON, 0.01);
    plan =
        night.solved(
            night.problem(AFTERNOON, Optional.empty()), SolveLimits.ofEvaluations(10_000, 1));
  }

  /** The meter of cabinet 0 reports what is planned, times a factor, and a load day and night. */
  private CabinetAccount account(double factor, double always) {
    for (int minute = 0; minute < 300; minute += 5) {
      Instant at = AFTERNOON.plusSeconds(60L * minute);
      double kilowatts = at.isBefore(ON) ? 0 : factor * planned(at);
      night.meterReports("meter-TC-01", at.plusSeconds(1), kilowatts + always);
    }
    TimeWindow span = new TimeWindow(AFTERNOON.minusSeconds(3_600), AFTERNOON.plusSeconds(18_000));
    return new EnergyAccounts(night.city, night.journal())
        .of(List.of(night.domain.encode(plan)), span)
        .get(0);
  }

  private double planned(Instant at) {
    int slot =
        (int) ((at.getEpochSecond() - SketchedNight.at("2026-11-26T17:30").getEpochSecond()) / 900);
    double watts = 0;
    for (int g = 0; g < plan.levels().length; g++) {
      ControlGroup group = plan.problem().groups().get(g);
      watts += group.cabinet() == 0 ? group.watts()[plan.levels()[g][slot]] : 0;
    }
    return watts / 1_000;
  }

  @Test
  void a_feeder_that_draws_as_planned_is_not_suspected() {
    CabinetAccount account = account(1, 0.02);
    assertThat(account.suspicion()).as("%s", account).isEqualTo("none");
  }

  @Test
  void a_load_by_day_is_suspected_to_be_a_tap() {
    assertThat(account(1, 0.6).suspicion()).isEqualTo("tapped");
  }

  @Test
  void missing_energy_is_told_in_lamps() {
    CabinetAccount account = account(0.85, 0);
    assertThat(account.suspicion()).isEqualTo("lamps-out");
    assertThat(account.text().en()).contains("lamps are suspected to be out");
  }

  @Test
  void more_energy_at_night_is_a_drift() {
    assertThat(account(1.12, 0).suspicion()).isEqualTo("drift");
  }

  @Test
  void a_silent_meter_is_said_so() {
    TimeWindow span = new TimeWindow(AFTERNOON.minusSeconds(3_600), AFTERNOON.plusSeconds(18_000));
    assertThat(
            new EnergyAccounts(night.city, night.journal())
                .of(List.of(night.domain.encode(plan)), span))
        .allSatisfy(account -> assertThat(account.suspicion()).isEqualTo("unmetered"));
  }
}
