package io.plumbline.statistics.random;

/**
 * A deterministic stream of pseudo-random numbers: the same seed gives the same numbers on every
 * Java version and platform.
 *
 * <p>Source: Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators, figure
 * 15 (SplitMix64).
 */
public final class RandomStream {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;
  private double spareGaussian = Double.NaN;

  public RandomStream(long seed) {
    this.state = seed;
  }

  /** The stream with the given number among the independent streams of one seed. */
  public static RandomStream of(long seed, long number) {
    return new RandomStream(mix(seed + mix((number + 1) * GOLDEN_GAMMA)));
  }

  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  public double nextDouble() {
    return (nextLong() >>> 11) * UNIT;
  }

  /**
   * Uniform in [0, bound).
   *
   * @throws IllegalArgumentException if {@code bound} is not positive
   */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound is " + bound + ", must be positive");
    }
    // 32 random bits scaled to the bound: the bias is below bound / 2^32.
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** Standard normal (Marsaglia's polar method). */
  public double nextGaussian() {
    if (!Double.isNaN(spareGaussian)) {
      double gaussian = spareGaussian;
      spareGaussian = Double.NaN;
      return gaussian;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * nextDouble() - 1;
      y = 2 * nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double scale = Math.sqrt(-2 * Math.log(square) / square);
    spareGaussian = y * scale;
    return x * scale;
  }

  /** Puts the values into a uniformly random order. */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
