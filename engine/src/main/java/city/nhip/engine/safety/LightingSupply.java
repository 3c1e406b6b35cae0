package city.nhip.engine.safety;

import city.nhip.engine.safety.LightingPrograms.Watts;
import city.nhip.engine.safety.LightingSite.Battery;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What batteries and panels take off the feeders, and whether the batteries can do it. */
final class LightingSupply {
  private static final double HAIR = 1e-6;

  private final LightingNight night;
  private final ZoneId zone;
  private final List<LightingSite.Supply> supplies;

  /** By supply and slot, above 0 where the battery gives. */
  private final int[][] watts;

  LightingSupply(LightingNight night, ZoneId zone, Findings findings) {
    this.night = night;
    this.zone = zone;
    this.supplies = night.site.supplies().supplies();
    this.watts = new int[supplies.size()][night.slots];
    Set<String> seen = new HashSet<>();
    for (LightingPrograms.Supply program : night.plan.supplies()) {
      int place = place(program.cabinet());
      if (findings.require(
          place >= 0 && seen.add(program.cabinet()),
          "supply",
          "/supplies",
          () -> program.cabinet() + " has no battery, or is planned twice.")) {
        read(program, watts[place], findings);
      }
    }
    for (int s = 0; s < watts.length; s++) {
      check(s, findings);
    }
  }

  private int place(String cabinet) {
    for (int s = 0; s < supplies.size(); s++) {
      if (supplies.get(s).cabinet().equals(cabinet)) {
        return s;
      }
    }
    return -1;
  }

  private void read(LightingPrograms.Supply program, int[] into, Findings findings) {
    int next = 0;
    List<Watts> points = program.points();
    for (int t = 0; t < into.length; t++) {
      if (next < points.size() && points.get(next).at().equals(night.plan.start(t))) {
        next++;
      }
      into[t] = next == 0 ? 0 : points.get(next - 1).watts();
    }
    boolean whole = next == points.size();
    findings.require(
        whole,
        "supply",
        "/supplies",
        () ->
            "Points of %s are not in order on the night's quarters.".formatted(program.cabinet()));
  }

  private void check(int s, Findings findings) {
    Battery battery = supplies.get(s).battery();
    String cabinet = supplies.get(s).cabinet();
    double state = battery.startWattHours();
    for (int t = 0; t < night.slots; t++) {
      int at = t;
      int flow = watts[s][t];
      findings.require(
          flow <= battery.dischargeWatts() && -flow <= battery.chargeWatts(),
          "supply",
          "/supplies",
          () -> "%s: its battery cannot do %d W.".formatted(cabinet, flow));
      findings.require(
          t < night.first || flow <= lamps(s, t) + HAIR,
          "supply",
          "/supplies",
          () -> "%s would feed the grid at %s.".formatted(cabinet, night.plan.start(at)));
      double stored = flow < 0 ? -flow * battery.roundTripPercent() / 100.0 : -flow;
      state = Math.min(battery.usableWattHours(), state + stored * night.plan.hours(t));
      double left = state;
      findings.require(
          left >= -HAIR,
          "supply",
          "/supplies",
          () -> "%s: its battery is empty at %s.".formatted(cabinet, night.plan.start(at)));
    }
    double end = state;
    findings.require(
        end >= battery.leastEndWattHours() - HAIR,
        "supply",
        "/supplies",
        () -> "%s: its battery ends at %.0f Wh.".formatted(cabinet, end));
  }

  private double lamps(int s, int t) {
    double load = 0;
    for (int g = 0; g < night.levels.length; g++) {
      if (night.groups.get(g).cabinet().equals(supplies.get(s).cabinet())) {
        load += night.watts(g, night.levels[g][t]);
      }
    }
    return load;
  }

  /** What the feeders of some groups carry less in a slot, W. */
  double relief(int[] members, int t) {
    double relief = 0;
    for (int s = 0; s < watts.length; s++) {
      String cabinet = supplies.get(s).cabinet();
      boolean feeds = false;
      for (int g : members) {
        feeds |= night.groups.get(g).cabinet().equals(cabinet);
      }
      if (feeds) {
        double load = lamps(s, t);
        int sun = supplies.get(s).solarWatts(night.plan.start(t).atZone(zone).getHour());
        relief += load - Math.max(0, load - watts[s][t] - sun);
      }
    }
    return relief;
  }
}
