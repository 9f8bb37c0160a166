package io.plumbline.blackbox.stub;

import java.util.Locale;

/** A text as the counts of its words in 64 buckets; not of unit length, as many servers answer. */
final class WordVector {
  static final int DIMENSIONS = 64;

  private WordVector() {}

  static double[] of(String text) {
    double[] vector = new double[DIMENSIONS];
    // So that no text has the length zero.
    vector[0] = 1;
    for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
      vector[1 + Math.floorMod(word.hashCode(), DIMENSIONS - 1)] += 1;
    }
    return vector;
  }
}
