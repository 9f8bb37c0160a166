package io.plumbline.judgment.protocol;

import java.util.List;
import java.util.Map;

/**
 * Aspects and the scale on which each is rated.
 *
 * @param lowest on the scale
 * @param highest on the scale, above {@code lowest}; both have one digit
 */
public record Rubric(String name, List<Aspect> aspects, int lowest, int highest) {
  public Rubric {
    aspects = List.copyOf(aspects);
    if (aspects.isEmpty() || lowest < 0 || highest <= lowest || highest > 9) {
      throw new IllegalArgumentException("rubric " + name + " has no aspect or no scale");
    }
  }

  /**
   * One thing that is rated, and what it means in a sentence.
   *
   * @param weight in the mean, not 0; below 0 for what speaks against an answer
   */
  public record Aspect(String name, String meaning, double weight) {
    public Aspect {
      if (weight == 0 || !Double.isFinite(weight)) {
        throw new IllegalArgumentException("aspect " + name + " has weight " + weight);
      }
    }

    /** An aspect that counts once. */
    public Aspect(String name, String meaning) {
      this(name, meaning, 1);
    }
  }

  /**
   * The weighted mean, on the rubric's scale: an aspect of negative weight counts by its distance
   * from the other end, which orders answers as the weighted sum does.
   *
   * @param ratings of every aspect, by name
   */
  public double mean(Map<String, Double> ratings) {
    double sum = 0;
    double weights = 0;
    for (Aspect aspect : aspects) {
      double rating = ratings.get(aspect.name());
      double counted = aspect.weight() > 0 ? rating : lowest + highest - rating;
      sum += Math.abs(aspect.weight()) * counted;
      weights += Math.abs(aspect.weight());
    }
    return sum / weights;
  }
}
