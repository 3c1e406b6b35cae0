package city.nhip.engine.planning.lighting;

/** What is wrong with one group's program alone, counted. */
final class ProgramFaults {
  private ProgramFaults() {}

  /** Slots below the floor. */
  static int belowFloor(GroupProgram it) {
    int slots = 0;
    for (int t = 0; t < it.program().slots(); t++) {
      slots += it.program().level(t) < it.group().floor()[t] ? 1 : 0;
    }
    return slots;
  }

  /** Slots at a level that is ruled out: the past, an override. */
  static int forbidden(GroupProgram it) {
    int slots = 0;
    long[][] extra = it.group().extra();
    for (int t = 0; t < extra.length; t++) {
      slots += extra[t][it.program().level(t)] >= NightLayout.FORBIDDEN ? 1 : 0;
    }
    return slots;
  }

  /** Changes of more levels than the ramp allows. */
  static int tooSteep(GroupProgram it) {
    int steep = 0;
    for (int t = 1; t < it.program().slots(); t++) {
      int rise = it.program().level(t) - it.program().level(t - 1);
      steep += rise > it.group().rampUp() || -rise > it.group().rampDown() ? 1 : 0;
    }
    return steep;
  }

  /** Runs shorter than the dwell. */
  static int tooShort(GroupProgram it) {
    int runs = 0;
    int began = 0;
    int slots = it.program().slots();
    for (int t = 1; t <= slots; t++) {
      if (t == slots || it.program().level(t) != it.program().level(t - 1)) {
        runs += t - began < it.group().minDwell() ? 1 : 0;
        began = t;
      }
    }
    return runs;
  }

  /** Changes more than the controller holds. */
  static int tooMany(GroupProgram it) {
    return Math.max(0, it.program().changes() - it.group().maxChanges());
  }

  static int all(GroupProgram it) {
    return belowFloor(it) + forbidden(it) + tooSteep(it) + tooShort(it) + tooMany(it);
  }
}
