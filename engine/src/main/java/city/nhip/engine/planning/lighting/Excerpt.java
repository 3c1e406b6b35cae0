package city.nhip.engine.planning.lighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a night: some groups, while all others keep their programs. What the others draw and
 * light is taken off the shared limits; a limit that is left with one group forbids levels.
 */
final class Excerpt {
  private final LightingProblem whole;
  private final byte[][] plan;
  private final int[] groups;

  /** By group of the whole night its place here, -1 where it keeps its program. */
  private final int[] places;

  final LightingProblem problem;

  /**
   * @param plan level index by group and slot of the whole night
   */
  Excerpt(LightingProblem whole, byte[][] plan, boolean[] free) {
    this.whole = whole;
    this.plan = plan;
    this.groups = IntStream.range(0, free.length).filter(g -> free[g]).toArray();
    this.places = new int[free.length];
    Arrays.fill(places, -1);
    List<long[][]> extra = new ArrayList<>();
    for (int i = 0; i < groups.length; i++) {
      places[groups[i]] = i;
      extra.add(extra(whole.groups().get(groups[i])));
    }
    List<Coupling> couplings = new ArrayList<>();
    for (Coupling coupling : whole.couplings()) {
      int[] inside = inside(coupling);
      if (inside.length == 1 && !coupling.wholeNight()) {
        forbid(coupling, inside[0], extra.get(places[coupling.groups()[inside[0]]]));
      } else if (inside.length > 0) {
        couplings.add(
            new Coupling(
                coupling.kind(),
                coupling.id(),
                coupling.from(),
                coupling.to(),
                Arrays.stream(inside).map(place -> places[coupling.groups()[place]]).toArray(),
                Arrays.stream(inside)
                    .mapToObj(place -> coupling.shares()[place])
                    .toArray(int[][]::new),
                left(coupling)));
      }
    }
    List<ControlGroup> part = new ArrayList<>();
    for (int i = 0; i < groups.length; i++) {
      part.add(whole.groups().get(groups[i]).with(extra.get(i)));
    }
    this.problem =
        new LightingProblem(
            whole.name(),
            whole.slots(),
            whole.slotMinutes(),
            whole.percents(),
            whole.costPerWattSlot(),
            whole.shortfallMultiplier(),
            part,
            couplings);
  }

  private long[][] extra(ControlGroup group) {
    long[][] extra = new long[whole.slots()][whole.percents().length];
    for (int t = 0; t < group.extra().length; t++) {
      extra[t] = group.extra()[t].clone();
    }
    return extra;
  }

  private int[] inside(Coupling coupling) {
    return IntStream.range(0, coupling.groups().length)
        .filter(place -> places[coupling.groups()[place]] >= 0)
        .toArray();
  }

  /** The limits less what the others take. */
  private long[] left(Coupling coupling) {
    long[] left = coupling.limits().clone();
    for (int place = 0; place < coupling.groups().length; place++) {
      int g = coupling.groups()[place];
      if (places[g] < 0) {
        for (int t = coupling.from(); t < coupling.to(); t++) {
          left[coupling.row(t)] -= coupling.shares()[place][plan[g][t]];
        }
      }
    }
    return left;
  }

  private void forbid(Coupling coupling, int place, long[][] extra) {
    long[] left = left(coupling);
    int[] shares = coupling.shares()[place];
    for (int t = coupling.from(); t < coupling.to(); t++) {
      for (int l = 0; l < shares.length; l++) {
        if (shares[l] > left[coupling.row(t)]) {
          extra[t][l] = ControlGroup.NEVER;
        }
      }
    }
  }

  /** The part of the plan that is left free. */
  byte[][] plan() {
    return Arrays.stream(groups).mapToObj(g -> plan[g]).toArray(byte[][]::new);
  }

  /** The whole plan with another part. */
  byte[][] whole(byte[][] part) {
    byte[][] all = plan.clone();
    for (int i = 0; i < groups.length; i++) {
      all[groups[i]] = part[i];
    }
    return all;
  }
}
