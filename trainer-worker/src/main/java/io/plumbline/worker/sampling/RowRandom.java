package io.plumbline.worker.sampling;

import java.util.SplittableRandom;

/** A generator for each row of a job, so that a row's draws do not depend on its neighbours. */
final class RowRandom {

  private RowRandom() {}

  /** Mixes seed and row by the finaliser of SplitMix64 (Steele et al. 2014) twice. */
  static SplittableRandom of(long seed, long row) {
    return new SplittableRandom(mix(mix(seed) ^ row));
  }

  private static long mix(long value) {
    long mixed = value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
