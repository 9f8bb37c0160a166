package io.plumbline.objectives;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Detached sums over a batch, by name.
 *
 * <p>They are additive: the statistics of a global batch are those of its micro-batches and ranks
 * added up, so that a mean over the global batch is exact however it was split.
 *
 * @param sums name to sum; never null
 */
public record Statistics(Map<String, Double> sums) {
  /** Number of examples; every objective has it. */
  public static final String EXAMPLES = "examples";

  public Statistics {
    sums = Map.copyOf(sums);
  }

  /** The count of examples in {@code batch} and nothing else. */
  public static Statistics examples(Batch batch) {
    return new Statistics(Map.of(EXAMPLES, (double) batch.shape().examples()));
  }

  /** These with one more sum. */
  public Statistics with(String name, double sum) {
    Map<String, Double> extended = new LinkedHashMap<>(sums);
    extended.put(name, sum);
    return new Statistics(extended);
  }

  /** The sums of both. */
  public Statistics plus(Statistics other) {
    Map<String, Double> added = new LinkedHashMap<>(sums);
    other.sums.forEach((name, sum) -> added.merge(name, sum, Double::sum));
    return new Statistics(added);
  }

  /** The sum called {@code name}. Throws when there is none. */
  public double sum(String name) {
    Double sum = sums.get(name);
    if (sum == null) {
      throw new InvalidBatchException(
          "statistics: no sum called %s; reduce what this objective's statistics() returned"
              .formatted(name));
    }
    return sum;
  }

  /** Number of examples in the global batch. */
  public double examples() {
    return sum(EXAMPLES);
  }
}
