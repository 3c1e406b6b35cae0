package city.nhip.engine.planning.lighting;

import java.util.Arrays;

/** The level of each slot, as a controller holds it. Never changes. */
public final class Program {
  private final byte[] levels;

  public Program(byte[] levels) {
    this.levels = levels.clone();
  }

  public int level(int slot) {
    return levels[slot];
  }

  public int slots() {
    return levels.length;
  }

  public byte[] levels() {
    return levels.clone();
  }

  /** How often the level changes. */
  int changes() {
    int changes = 0;
    for (int t = 1; t < levels.length; t++) {
      changes += levels[t] == levels[t - 1] ? 0 : 1;
    }
    return changes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Program program && Arrays.equals(levels, program.levels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(levels);
  }

  @Override
  public String toString() {
    return Arrays.toString(levels);
  }
}
