package city.nhip.engine.planning.waste;

/** A small fast random source (xoroshiro128+, Blackman and Vigna 2018); one seed, one sequence. */
final class Dice {
  private long a;
  private long b;

  Dice(long seed) {
    a = mix(seed + 0x9E3779B97F4A7C15L);
    b = mix(seed + 0x3C6EF372FE94F82AL) | 1;
  }

  private static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }

  private long next() {
    long s0 = a;
    long s1 = b;
    long result = s0 + s1;
    s1 ^= s0;
    a = Long.rotateLeft(s0, 24) ^ s1 ^ (s1 << 16);
    b = Long.rotateLeft(s1, 37);
    return result;
  }

  /**
   * @return 0 to {@code bound - 1}
   */
  int below(int bound) {
    return (int) (((next() >>> 33) * bound) >>> 31);
  }

  /**
   * @return in [0, 1)
   */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }
}
